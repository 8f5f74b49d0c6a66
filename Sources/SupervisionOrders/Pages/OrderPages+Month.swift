import Government
import Identity
import Storage
import Web
import WorkingTime

extension OrderPages {
    /// The orders of a month by the days on which they run out.
    func month(_ request: WebRequest, _ officer: OfficerContext, _ filter: OrderFilter) async throws -> Page {
        let names = Dictionary(try await desk.directory.organs().map { ($0.key, $0.name) }) { first, _ in
            first
        }
        let first = OrderMonth.first(request.query("month"), today: request.now.day)
        let orders = try await desk.database.read {
            try OrderStore.due(in: first..<first.adding(months: 1), filter, in: $0)
        }
        let month = OrderMonth(first: first, orders: orders, names: names, now: request.now)
        return OrderListPage(
            orders: orders, names: names, view: .calendar, month: month, stage: nil,
            mayFile: officer.may(.fileOrders), now: request.now, pager: Pager(next: nil, of: request)
        ).page
    }
}
