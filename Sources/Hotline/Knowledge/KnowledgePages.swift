import Government
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// What is known, as officers search and write it.
struct KnowledgePages: Sendable {
    let desk: KnowledgeDesk

    var routes: [Route] {
        [
            .get(KnowledgePath.desk, .staff, "知识库") { try await list($0, $1) },
            .get(KnowledgePath.new, .may(.writeKnowledge), "编写知识") { request, officer in
                .page(try await form(request, officer, KnowledgeText(), []))
            },
            .post(KnowledgePath.desk, .may(.writeKnowledge), journal: "knowledge.written", "编写知识") {
                try await write($0, $1)
            },
            .get(KnowledgePath.entry("{id}", "versions"), .may(.writeKnowledge), "修改知识") {
                request, officer in
                let entry = try await own(request, officer)
                return .page(try await form(request, officer, entry.text, [], of: entry))
            },
            .post(
                KnowledgePath.entry("{id}", "versions"), .may(.writeKnowledge), journal: "knowledge.written",
                "修改知识"
            ) { try await rewrite($0, $1) },
        ]
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (asked, waiting) = (request.query("q") ?? "", request.query("state") == "waiting")
        let organs = officer.organs.sorted()
        let after = request.query("after")
        let (entries, next) = try await desk.database.read { tx in
            guard asked.isEmpty else {
                return (
                    try KnowledgeSearch.entries(asked, on: request.now.day, limit: 20, in: tx), String?.none
                )
            }
            let slice = try KnowledgeStore.entries(of: organs, waitingOnly: waiting, after: after, in: tx)
            return (slice.items, slice.next)
        }
        let led = officer.account.organs(for: .leadShift)
        let leads = try await desk.database.read { tx in
            try ExchangeStore.exchanges(in: tx).contains { led.contains($0.organ) }
        }
        return .page(
            KnowledgeListPage(
                entries: entries, asked: asked, waiting: waiting,
                names: try await desk.directory.organNames(),
                writes: officer.may(.writeKnowledge), leads: leads, today: request.now.day,
                pager: Pager(next: next, of: request)
            ).page)
    }

    private func write(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let sent = try await request.form()
        let text = KnowledgeText(sent)
        do {
            guard let organ = sent["organ"], officer.account.organs(for: .writeKnowledge).contains(organ)
            else { throw DomainError.invalid("organ", "请选择负责的单位。") }
            let id = try await desk.write(
                text, for: organ, by: officer.actor(request, organ: organ), at: request.now)
            return .redirect(to: KnowledgePath.entry(String(id)))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await form(request, officer, text, errors), status: .unprocessableContent)
        }
    }

    private func rewrite(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let entry = try await own(request, officer)
        let text = KnowledgeText(try await request.form())
        do {
            try await desk.rewrite(
                entry.id, as: text, by: officer.actor(request, organ: entry.organ), at: request.now)
            return .redirect(to: KnowledgePath.entry(String(entry.id)))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await form(request, officer, text, errors, of: entry), status: .unprocessableContent)
        }
    }

    /// An entry of the officer's own organ.
    private func own(_ request: WebRequest, _ officer: OfficerContext) async throws -> KnowledgeEntry {
        let id = try request.id(KnowledgeStore.missing.sentence)
        let entry = try await desk.database.read { try KnowledgeStore.entry(id, in: $0) }
        guard officer.account.organs(for: .writeKnowledge).contains(entry.organ) else {
            throw DomainError.forbidden("这条知识由别的单位负责，请用“反馈过时”告诉他们。")
        }
        return entry
    }

    private func form(
        _ request: WebRequest, _ officer: OfficerContext, _ text: KnowledgeText, _ errors: [FieldError],
        of entry: KnowledgeEntry? = nil
    ) async throws -> Page {
        let own = officer.account.organs(for: .writeKnowledge)
        let organs = try await desk.directory.organs().filter { $0.isLiving && own.contains($0.key) }
        return KnowledgeFormPage(
            entry: entry, text: text, organs: organs, errors: errors, token: request.csrf
        ).page
    }
}
