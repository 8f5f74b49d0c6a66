/// The rows that writes of this node hold, and the writes that want them next.
///
/// A write that would wait for another of the same node gives its connection back meanwhile: when five departments
/// finish one case at the same moment, four connections that wait would serve nobody. Between nodes the server makes
/// them wait.
typealias HeldRows = Turns<HeldRow>

/// A row by its name.
struct HeldRow: Hashable {
    let table: String
    let id: Int64
}

/// The rows that one write holds among those of its node.
final class RowHold {
    private let node: HeldRows
    private var rows: Set<HeldRow>
    /// The row it stepped aside for.
    private(set) var awaited: HeldRow?

    /// - Parameter row: that it was given when its turn came.
    init(in node: HeldRows, _ row: HeldRow?) {
        self.node = node
        rows = row.map { [$0] } ?? []
    }

    /// Takes a row, or steps aside for who has it: false. A write that holds something already must wait at the server
    /// instead, which finds out when two wait for each other.
    func take(_ row: HeldRow) -> Bool {
        if rows.contains(row) { return true }
        if node.take(row) {
            rows.insert(row)
        } else if rows.isEmpty {
            awaited = row
        }
        return awaited == nil
    }

    /// Lets the next ones have them, once the transaction has ended.
    func release() {
        rows.forEach(node.release)
        rows = []
    }
}
