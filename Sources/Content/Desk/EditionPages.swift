import Cases
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The pages on which an edition is read, written, reviewed and published.
struct EditionPages: Sendable {
    let editions: Editions

    private static let missing: Sentence = "没有这篇稿件，或者您无权查看。"

    var routes: [Route] {
        [
            .get(ContentPath.edition("{id}"), .may(.readContent), "稿件") {
                request, officer in
                try await show(try request.id(Self.missing), request, officer)
            },
            .post(ContentPath.act("{id}", "text"), .may(.writeContent), journal: "edition.saved", "保存稿件") {
                try await save($0, $1)
            },
            .post(
                ContentPath.act("{id}", "discard"), .may(.writeContent), journal: "edition.discarded", "作废稿件"
            ) {
                try await act($0, $1) { id, _, seat, now in try await editions.discard(id, by: seat, at: now)
                }
            },
            .post(
                ContentPath.act("{id}", "clearance"), .may(.reviewContent), journal: "edition.cleared", "审核稿件"
            ) {
                try await act($0, $1) { id, form, seat, now in
                    try await editions.clear(
                        id, isConfirmed: form["cleared"] == "yes", opinion: form["opinion"], by: seat, at: now
                    )
                }
            },
            .post(
                ContentPath.act("{id}", "return"), .may(.reviewContent, .publishContent),
                journal: "edition.returned",
                "退回稿件"
            ) {
                try await act($0, $1) { id, form, seat, now in
                    let reason = try form.required("reason", "请写明要改什么。")
                    try await editions.giveBack(id, opinion: reason, by: seat, at: now)
                }
            },
            .post(
                ContentPath.act("{id}", "publication"), .may(.publishContent), journal: "edition.published",
                "签发稿件"
            ) {
                try await act($0, $1) { id, form, seat, now in
                    try await editions.publish(id, plan: try ReleasePlan(form), by: seat, at: now)
                }
            },
            .post(
                ContentPath.act("{id}", "recall"), .may(.publishContent), journal: "edition.recalled", "收回签发"
            ) {
                try await act($0, $1) { id, _, seat, now in try await editions.recall(id, by: seat, at: now) }
            },
        ]
    }

    /// Does something with an edition and comes back to it; what can be corrected is said at the field.
    private func act(
        _ request: WebRequest, _ officer: OfficerContext,
        _ perform: (Int64, FormData, Seat, Instant) async throws -> Void
    ) async throws -> WebResponse {
        let (id, form) = (try request.id(Self.missing), try await request.form())
        do {
            try await perform(id, form, Seat(officer, request), request.now)
            return .redirect(to: ContentPath.edition(String(id)))
        } catch DomainError.invalid(let errors) {
            return try await show(id, request, officer, errors: errors, signing: form)
        }
    }

    private func save(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, form) = (try request.id(Self.missing), try await request.form())
        let (seat, entry) = (Seat(officer, request), ManuscriptForm(form))
        do {
            let kind = try await editions.database.read { tx in
                try SiteStore.column(EditionStore.edition(id, for: seat.viewer, in: tx).columnID, in: tx).kind
            }
            let revision = form["revision"].flatMap { Int($0) } ?? 0
            try await editions.save(
                try entry.manuscript(kind), over: revision, of: id, by: seat, at: request.now)
            if form["then"] == "submission" { try await editions.submit(id, by: seat, at: request.now) }
            return .redirect(to: ContentPath.edition(String(id)))
        } catch DomainError.invalid(let errors) {
            return try await show(id, request, officer, entry: entry, errors: errors)
        } catch DomainError.conflict(let sentence) {
            return try await show(
                id, request, officer, entry: entry, errors: [FieldError("body", sentence)], status: .conflict)
        }
    }

    private func show(
        _ id: Int64, _ request: WebRequest, _ officer: OfficerContext, entry: ManuscriptForm? = nil,
        errors: [FieldError] = [], signing: FormData = FormData([]),
        status: HTTPResponse.Status = .unprocessableContent
    ) async throws -> WebResponse {
        let desk = try await EditionDesk.read(
            id, by: Seat(officer, request), at: request.now, in: editions)
        let page = EditionPage(
            desk: desk, form: entry ?? ManuscriptForm(desk.edition.manuscript),
            errors: errors, signing: signing, token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : status)
    }
}
