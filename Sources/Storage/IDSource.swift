import Foundation
import Synchronization
import WorkingTime

/// Makes ids that are unique and, from one node, ever growing: 41 bits of milliseconds since
/// 2026-01-01T00:00:00Z (enough until 2095), 10 bits of node, 12 bits of sequence.
public final class IDSource: Sendable {
    /// 2026-01-01T00:00:00Z in milliseconds since 1970.
    static let epochMilliseconds: Int64 = 1_767_225_600_000
    /// How many nodes there can be.
    static let nodeCount: Int64 = 1 << nodeBits
    /// A number that no node ever leases: for rows of a past that is made up.
    public static let pastNode = Int(nodeCount - 1)
    private static let sequenceBits: Int64 = 12
    private static let nodeBits: Int64 = 10

    private struct State {
        var node: Int64
        /// Milliseconds since the epoch and sequence of the last id, without the node.
        var tick: Int64 = -1
    }

    private let clock: @Sendable () -> Int64
    private let state: Mutex<State>

    /// - Parameters:
    ///   - node: Which node makes the ids; only its lower 10 bits count.
    ///   - last: An id that all of them come after, whatever the clock says.
    ///   - clock: Milliseconds since 1970.
    public init(
        node: Int = 0, after last: Int64? = nil, clock: @escaping @Sendable () -> Int64 = IDSource.systemClock
    ) {
        self.clock = clock
        state = Mutex(State(node: Int64(node) & (Self.nodeCount - 1), tick: last.map(Self.tick) ?? -1))
    }

    private static func tick(of id: Int64) -> Int64 {
        let milliseconds = id >> (nodeBits + sequenceBits)
        return milliseconds << sequenceBits | id & (1 << sequenceBits - 1)
    }

    /// A condition on the column `id`: made under that number.
    public static func isOf(node: Int) -> SQL {
        "id / \(Int64(1) << sequenceBits) % \(nodeCount) = \(node)"
    }

    /// The next id. A clock that goes back or stands still does not repeat one: the sequence runs on, and
    /// after 4,096 ids it borrows the next millisecond.
    public func next() -> Int64 {
        let now = max(clock() - Self.epochMilliseconds, 0) << Self.sequenceBits
        let (node, tick) = state.withLock { state in
            state.tick = max(now, state.tick + 1)
            return (state.node, state.tick)
        }
        let milliseconds = tick >> Self.sequenceBits
        let sequence = tick & (1 << Self.sequenceBits - 1)
        return milliseconds << (Self.nodeBits + Self.sequenceBits) | node << Self.sequenceBits | sequence
    }

    /// The time the latest id speaks of: ahead of the clock when that was set back.
    var latest: Instant {
        Instant(
            milliseconds: Self.epochMilliseconds + state.withLock { max($0.tick, 0) >> Self.sequenceBits })
    }

    /// Makes ids under another node's number from now on.
    func become(node: Int64) {
        state.withLock { $0.node = node & (Self.nodeCount - 1) }
    }

    /// Milliseconds since 1970 by the machine's clock.
    public static let systemClock: @Sendable () -> Int64 = {
        Int64(Date().timeIntervalSince1970 * 1000)
    }
}
