import Storage
import WorkingTime

/// The orders under way by where they stand.
enum OrderBoard {
    /// A column, with the moment by which something is late.
    enum Column: Sendable, Hashable {
        case late(Instant)
        case working(Instant)
        case verifying(Instant)

        static func all(at now: Instant) -> [Column] { [.late(now), .working(now), .verifying(now)] }

        /// The column that a link names; nil for a word that is none.
        init?(_ word: String, at now: Instant) {
            guard let found = Self.all(at: now).first(where: { $0.word == word }) else { return nil }
            self = found
        }

        var word: String {
            switch self {
            case .late: "late"
            case .working: "working"
            case .verifying: "verifying"
            }
        }

        var chinese: String {
            switch self {
            case .late: "已超期"
            case .working: "办理中"
            case .verifying: "待审核"
            }
        }

        /// In the words of the index of what is under way.
        var condition: SQL {
            switch self {
            case .late(let now): "coalesce(d.due_at, 253402300799000) < \(now)"
            case .working(let now): "coalesce(d.due_at, 253402300799000) >= \(now) AND d.stage = 'working'"
            case .verifying(let now):
                "coalesce(d.due_at, 253402300799000) >= \(now) AND d.stage = 'verifying'"
            }
        }
    }

    /// A column with how many stand in it, and the first of them.
    struct Filled: Sendable {
        let column: Column
        let count: Int
        let first: [SupervisionOrder]
    }
}

extension OrderStore {
    /// So many stand in a column; the others are in its list.
    static let columnLength = 20

    static func board(_ filter: OrderFilter, at now: Instant, in tx: Transaction) throws -> [OrderBoard
        .Filled]
    {
        let columns = OrderBoard.Column.all(at: now).map { column in
            var filter = filter
            filter.column = column
            return (column, count(filter), open(filter, limit: columnLength))
        }
        let answers = try tx.rows(of: columns.flatMap { [$0.1, $0.2] })
        return try columns.enumerated().map { index, column in
            OrderBoard.Filled(
                column: column.0, count: try answers[index * 2].first?.int("n") ?? 0,
                first: try answers[index * 2 + 1].map(SupervisionOrder.init))
        }
    }

    /// How many are under way; it walks the index that holds only those.
    private static func count(_ filter: OrderFilter) -> SQL {
        """
        SELECT count(*) AS n FROM supervision_order d
        WHERE d.closed_at IS NULL AND coalesce(d.due_at, 253402300799000) >= 0 AND \(filter.condition)
        """
    }
}
