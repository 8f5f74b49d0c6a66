import Government
import Identity
import Storage
import Web
import WorkingTime

extension OrderPages {
    /// The orders of a month by the days on which they run out.
    func month(_ request: WebRequest, _ officer: OfficerContext, _ filter: OrderFilter) async throws -> Page {
        let names = try await desk.directory.everyOrgan().namesByKey
        let first = OrderMonth.first(request.query("month"), today: request.now.day)
        let (orders, total) = try await desk.database.read {
            try OrderStore.due(in: first..<first.adding(months: 1), filter, in: $0)
        }
        let month = OrderMonth(first: first, orders: orders, total: total, names: names, now: request.now)
        return OrderListPage(
            orders: orders, names: names, view: .calendar, month: month, stage: nil,
            mayFile: officer.may(.fileOrders), now: request.now, pager: Pager(next: nil, of: request)
        ).page
    }

    /// The orders under way in columns, each with how many there are.
    func board(_ request: WebRequest, _ officer: OfficerContext, _ filter: OrderFilter) async throws -> Page {
        let names = try await desk.directory.everyOrgan().namesByKey
        let now = request.now
        let board = try await desk.database.read { try OrderStore.board(filter, at: now, in: $0) }
        return OrderListPage(
            orders: [], names: names, view: .board, board: board, stage: nil,
            mayFile: officer.may(.fileOrders), now: now, pager: Pager(next: nil, of: request)
        ).page
    }
}
