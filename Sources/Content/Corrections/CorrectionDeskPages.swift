import HTTPTypes
import Identity
import Journal
import Refusals
import RequestDoors
import Storage
import Web
import WorkingTime

/// The corrections of one's columns on the desk, and their answers.
struct CorrectionDeskPages: Sendable {
    let corrections: Corrections

    private static let missing: Sentence = "没有这条纠错，或者您不在这个栏目工作。"

    var routes: [Route] {
        [
            .get(CorrectionPath.desk, .may(.readContent), "读者纠错") { try await list($0, $1) },
            .get(CorrectionPath.desk("{id}"), .may(.readContent), "一条纠错") { request, officer in
                try await show(request, officer)
            },
            .post(
                CorrectionPath.answer("{id}"), .may(.writeContent, .publishContent),
                journal: "correction.answered",
                "答复纠错"
            ) { try await answer($0, $1) },
            .post(
                CorrectionPath.request("{id}"), .may(.writeContent, .publishContent),
                journal: "correction.forwarded", "纠错转为诉求"
            ) { try await forward($0, $1) },
        ]
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (account, now) = (officer.actor(request).accountID, request.now)
        let (after, showsAll) = (request.query("after"), request.query("state") == "all")
        let asked = request.query("site").flatMap { Int64($0) }
        let page = try await corrections.database.read { tx in
            let seats = try CorrectionSeats(of: account, in: tx)
            let sites = try SiteStore.sites(in: tx).filter { seats.sites.contains($0.id) }
            let site = sites.first { $0.id == asked } ?? sites.first
            let lines = try site.map {
                showsAll
                    ? try CorrectionStore.all(in: $0.id, for: seats, after: after, tx)
                    : try CorrectionStore.open(in: $0.id, for: seats, after: after, tx)
            }
            return CorrectionListPage(
                sites: sites, site: site, showsAll: showsAll, lines: lines?.items ?? [],
                pager: Pager(next: lines?.next, of: request),
                limit: try corrections.book.current(in: tx).correctionLimit,
                calendar: try CorrectionStore.calendar(in: tx), now: now)
        }
        return .page(page.page)
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, form: FormData = FormData([]),
        errors: [FieldError] = []
    ) async throws -> WebResponse {
        let (id, account, now) = (try request.id(Self.missing), officer.actor(request).accountID, request.now)
        let choices = try await corrections.door?.choices()
        let page = try await corrections.database.read { tx in
            let seats = try CorrectionSeats(of: account, in: tx)
            let correction = try CorrectionStore.correction(id, for: seats, in: tx)
            return CorrectionDeskPage(
                correction: correction,
                limit: try corrections.book.current(in: tx).correctionLimit,
                calendar: try CorrectionStore.calendar(in: tx), now: now,
                mayAnswer: officer.may(.writeContent) || officer.may(.publishContent),
                choices: choices,
                request: correction.request.flatMap { number in corrections.door?.page(number) },
                form: form, errors: errors, token: request.csrf)
        }
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func answer(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, form) = (try request.id(Self.missing), try await request.form())
        do {
            guard let outcome = form["outcome"].flatMap(Correction.Outcome.init(rawValue:)) else {
                throw DomainError.invalid("outcome", "请选择处理结果。")
            }
            try await corrections.answer(
                id, outcome, form["answer"] ?? "", by: officer.actor(request), at: request.now)
            return .redirect(to: CorrectionPath.desk(String(id)))
        } catch DomainError.invalid(let errors) {
            return try await show(request, officer, form: form, errors: errors)
        }
    }

    private func forward(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, form) = (try request.id(Self.missing), try await request.form())
        do {
            let forwarding = Corrections.Forwarding(
                category: form["category"] ?? "", kind: form["kind"] ?? "", division: form["division"] ?? "")
            _ = try await corrections.forward(
                id, forwarding, by: officer.actor(request), at: request.now)
            return .redirect(to: CorrectionPath.desk(String(id)))
        } catch DomainError.invalid(let errors) {
            return try await show(request, officer, form: form, errors: errors)
        }
    }
}
