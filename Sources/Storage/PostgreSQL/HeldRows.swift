import Synchronization

/// The rows that writes of this node hold, and the writes that want them next.
///
/// A write that would wait for another of the same node gives its connection back meanwhile: when five departments
/// finish one case at the same moment, four connections that wait would serve nobody. Between nodes the server makes
/// them wait.
final class HeldRows: Sendable {
    struct Name: Hashable {
        let table: String
        let id: Int64
    }

    typealias Turn = @Sendable () -> Void

    /// Who waits for each row that is held.
    private let waiting = Mutex<[Name: [Turn]]>([:])

    /// Takes a row, unless another write has it.
    func take(_ row: Name) -> Bool {
        waiting.withLock { waiting in
            guard waiting[row] == nil else { return false }
            waiting[row] = []
            return true
        }
    }

    /// Gives the row to whoever waits longest for it.
    func release(_ row: Name) {
        let next = waiting.withLock { waiting -> Turn? in
            guard let turns = waiting[row], !turns.isEmpty else {
                waiting[row] = nil
                return nil
            }
            return waiting[row]?.removeFirst()
        }
        next?()
    }

    /// Calls `turn` once the row is its own: when everybody who came before is done, or at once.
    func wait(for row: Name, _ turn: @escaping Turn) {
        let isFree = waiting.withLock { waiting in
            guard waiting[row] != nil else {
                waiting[row] = []
                return true
            }
            waiting[row]?.append(turn)
            return false
        }
        if isFree { turn() }
    }
}

/// The rows that one write holds among those of its node.
final class RowHold {
    private let node: HeldRows
    private var rows: Set<HeldRows.Name>
    /// The row it stepped aside for.
    private(set) var awaited: HeldRows.Name?

    /// - Parameter row: that it was given when its turn came.
    init(in node: HeldRows, _ row: HeldRows.Name?) {
        self.node = node
        rows = row.map { [$0] } ?? []
    }

    /// Takes a row, or steps aside for who has it: false. A write that holds something already must wait at the server
    /// instead, which finds out when two wait for each other.
    func take(_ row: HeldRows.Name) -> Bool {
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
