import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// Drafts as everybody reads them.
struct ConsultationPages: Sendable {
    let office: ConsultationOffice

    var routes: [Route] {
        [
            .get(ConsultationPath.all, .anyone, "征求意见") { request, _ in
                let after = request.query("after")
                let found = try await office.database.read {
                    try ConsultationStore.list([.open, .closed], after: after, in: $0)
                }
                let organs = try await office.organNames()
                return .page(ListPage(consultations: found, organs: organs, request: request).page)
            },
            .get(ConsultationPath.one("{id}"), .anyone, "征求意见稿") { request, _ in
                .page(try await show(request))
            },
            .get(ConsultationPath.part("{id}", "comparison"), .anyone, "这一版改了什么") { request, _ in
                .page(try await compare(request))
            },
            .get(ConsultationPath.part("{id}", "results.csv"), .anyone, "意见和答复（CSV）") { request, _ in
                let id = try request.id(ConsultationOffice.missing)
                let file = try await ResultsFile(database: office.database, id: id).text()
                return .bytes(Array(file.utf8), contentType: "text/csv; charset=utf-8").header(
                    "Content-Disposition", "attachment; filename=\"consultation-\(id).csv\"")
            },
        ]
    }

    /// The page of a draft, again with what was entered and what is wrong with it.
    func show(_ request: WebRequest, entered: FormData? = nil, errors: [FieldError] = []) async throws -> Page
    {
        let (id, names) = (try request.id(ConsultationOffice.missing), try await office.organNames())
        let caller = request.principal as? SignedIn
        return try await office.database.read { tx in
            let one = try ConsultationStore.published(id, in: tx)
            let versions = try VersionStore.all(of: id, in: tx)
            let wanted = request.query("version").flatMap { Int($0) } ?? one.version
            let version =
                try versions.first { $0.version == wanted } ?? VersionStore.version(wanted, of: id, in: tx)
            let person = caller?.account.personID
            let own = try person.map { try CommentStore.comments(by: $0, of: id, in: tx) } ?? []
            return ConsultationPage(
                consultation: one, organ: names[one.organ] ?? one.organ, version: version, versions: versions,
                counts: try CommentStore.counts(of: id, in: tx),
                own: pieces(own.filter { $0.accountID != nil }, one, versions, caller, request),
                figures: one.state == .closed ? try AnswerFigures.of(id, in: tx) : nil,
                standing: caller == nil ? .stranger : person == nil ? .nameless : .person,
                chosen: request.query("on") ?? "whole", entered: entered, errors: errors,
                said: request.query("said").flatMap { $0.wholeMatch(of: /j?\d{1,10}/) != nil ? $0 : nil },
                today: request.now.day, token: request.csrf
            ).page
        }
    }

    func pieces(
        _ comments: [PublicComment], _ one: Consultation, _ versions: [PublishedVersion], _ caller: SignedIn?,
        _ request: WebRequest
    ) -> CommentPieces {
        // The newest heading of each passage, also of one that is gone.
        let headings = versions.flatMap(\.passages).map { ($0.anchor, $0.heading) }
        return CommentPieces(
            consultation: one, headings: Dictionary(headings) { first, _ in first },
            changes: PassageChange.byComment(versions), comments: comments,
            reader: caller?.account.personID, account: caller?.account.id, today: request.now.day,
            token: request.csrf)
    }

    private func compare(_ request: WebRequest) async throws -> Page {
        let id = try request.id(ConsultationOffice.missing)
        return try await office.database.read { tx in
            let one = try ConsultationStore.published(id, in: tx)
            let number = request.query("version").flatMap { Int($0) } ?? one.version
            let new = try VersionStore.version(number, of: id, in: tx)
            let old = try VersionStore.version(number - 1, of: id, in: tx)
            return ComparisonPage(consultation: one, old: old, new: new).page
        }
    }
}
