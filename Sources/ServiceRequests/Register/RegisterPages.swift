import Government
import Identity
import Journal
import Refusals
import RuleBooks
import Storage
import Web
import WorkingTime

/// What others have asked and what was answered, without names, and how it went.
struct RegisterPages: Sendable {
    let office: RequestOffice

    var routes: [Route] {
        [
            .get(RequestPath.register, .anyone, "大家的诉求") { request, _ in try await list(request) },
            .get(RequestPath.answered("{id}"), .anyone, "已答复的诉求") { request, _ in
                let id = try request.id("没有这件已答复的诉求。")
                let (row, rules, acts) = try await office.database.read { tx in
                    let row = try RegisterStore.one(id, in: tx)
                    let acts = try Journal.acts(on: [row.number], limit: 500, in: tx)
                    return (row, try office.book.current(in: tx), acts[row.number] ?? [])
                }
                return .page(
                    RegisterEntryPage(
                        row: row, rules: rules, organs: try await office.directory.organNames(),
                        isInstructed: acts.contains { $0.action == "case.instructed" }
                    ).page)
            },
        ]
    }

    private func list(_ request: WebRequest) async throws -> WebResponse {
        let filter = RegisterFilter(
            category: request.query("category") ?? "", division: request.query("division") ?? "",
            words: String((request.query("q") ?? "").prefix(100)))
        let since = request.now.adding(seconds: -365 * 86_400)
        let (slice, rules, figures) = try await office.database.read { tx in
            (
                try RegisterFinding.entries(filter, after: request.query("after"), in: tx),
                try office.book.current(in: tx), try RegisterStore.figures(since: since, in: tx)
            )
        }
        return .page(
            RegisterPage(
                filter: filter, rows: slice.items, figures: figures, rules: rules,
                streets: try await office.streets(), organs: try await office.directory.organNames(),
                pager: Pager(next: slice.next, of: request)
            ).page)
    }
}
