import Government
import Identity
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
                let (row, rules) = try await office.database.read { tx in
                    (try RegisterStore.one(id, in: tx), try office.book.current(in: tx))
                }
                return .page(
                    RegisterEntryPage(row: row, rules: rules, organs: try await office.directory.organNames())
                        .page)
            },
        ]
    }

    private func list(_ request: WebRequest) async throws -> WebResponse {
        let filter = RegisterFilter(
            category: request.query("category") ?? "", division: request.query("division") ?? "")
        let since = request.now.adding(seconds: -365 * 86_400)
        let (slice, rules, figures) = try await office.database.read { tx in
            (
                try RegisterStore.answered(filter, after: request.query("after"), in: tx),
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
