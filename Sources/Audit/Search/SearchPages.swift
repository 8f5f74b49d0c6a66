import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The journal as the audit administrator searches it. Whoever is searched for by name is told of in the journal.
struct SearchPages: Sendable {
    /// How many entries stand on a page.
    static let pageSize = 50

    let database: Database
    let actions: AuditActions

    var routes: [Route] {
        [
            .get(AuditPath.search, .may(.readJournal), "审计日志") { request, officer in
                try await show(request, officer)
            },
            .get(AuditPath.entry("{id}"), .may(.readJournal), "日志记录") { request, officer in
                try await entry(request, officer)
            },
        ]
    }

    private func show(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let query = AuditQuery { request.query($0) }
        let names = OrganNaming(try await database.read { try Directory.organs(in: $0) })
        var model = SearchPage(query: query, actions: actions, organs: names, token: request.csrf)
        do {
            let search = try await database.read { try query.resolved(in: $0) }
            if query.namesSomebody { try await record(query, names, by: officer, request) }
            let after = request.query("after")
            let found = try await database.read {
                try search.page(after: after, limit: Self.pageSize, in: $0)
            }
            model.findings = found
            model.pager = Pager(next: found.next, of: request)
            return .page(model.page)
        } catch DomainError.invalid(let errors) {
            model.errors = errors
            return .page(model.page, status: .unprocessableContent)
        }
    }

    private func record(
        _ query: AuditQuery, _ organs: OrganNaming, by officer: OfficerContext, _ request: WebRequest
    ) async throws {
        let actor = officer.actor(request)
        let words = query.words(organ: organs[query.organ], action: actions[query.action])
        let entry = JournalEntry(
            at: request.now, actor: actor, action: "audit.searched",
            subject: NamedAccounts.searches(for: query.person.isEmpty ? query.subject : query.person),
            sentence: "\(actor.name)检索了审计日志：\(words)",
            detail: Dictionary(query.values.map { ($0.name, $0.value) }) { first, _ in first })
        try await database.write { _ = try Journal.append(entry, in: $0) }
    }

    private func entry(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let missing: Sentence = "没有这条日志记录。"
        let id = try request.id(missing)
        let (actor, now) = (officer.actor(request), request.now)
        let found = try await database.read { tx in
            try Journal.entry(id, in: tx).map { stored in
                (stored, try EntryStanding.of(stored, in: tx), try Directory.organs(in: tx))
            }
        }
        guard let (stored, standing, organs) = found else { throw DomainError.notFound(missing) }
        try await database.write { tx in
            _ = try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "audit.entry_read", subject: "journal/\(id)",
                    sentence: "\(actor.name)查看了一条日志记录。"), in: tx)
        }
        return .page(
            EntryPage(
                stored: stored, standing: standing, action: actions[stored.entry.action],
                organs: OrganNaming(organs)
            ).page)
    }
}

/// What organs are called.
struct OrganNaming: Sendable {
    private let names: [String: String]
    /// To choose from.
    let options: [(value: String, label: String)]

    init(_ organs: [Organ]) {
        names = Dictionary(organs.map { ($0.key, $0.name) }) { first, _ in first }
        options = organs.map { (value: $0.key, label: $0.name) }
    }

    subscript(organ: String) -> String { names[organ] ?? organ }
}
