import Foundation
import Synchronization

/// Makes ids that are unique and, from one node, ever growing: 41 bits of milliseconds since
/// 2026-01-01T00:00:00Z (enough until 2095), 10 bits of node, 12 bits of sequence.
public final class IDSource: Sendable {
    /// 2026-01-01T00:00:00Z in milliseconds since 1970.
    static let epochMilliseconds: Int64 = 1_767_225_600_000
    private static let sequenceBits: Int64 = 12
    private static let nodeBits: Int64 = 10

    private let node: Int64
    private let clock: @Sendable () -> Int64
    private let last = Mutex<Int64>(-1)

    /// - Parameters:
    ///   - node: Which node makes the ids; only its lower 10 bits count.
    ///   - clock: Milliseconds since 1970.
    public init(node: Int = 0, clock: @escaping @Sendable () -> Int64 = IDSource.systemClock) {
        self.node = Int64(node) & (1 << Self.nodeBits - 1)
        self.clock = clock
    }

    /// The next id. A clock that goes back or stands still does not repeat one: the sequence runs on, and
    /// after 4,096 ids it borrows the next millisecond.
    public func next() -> Int64 {
        let now = max(clock() - Self.epochMilliseconds, 0) << Self.sequenceBits
        let tick = last.withLock { last in
            last = max(now, last + 1)
            return last
        }
        let milliseconds = tick >> Self.sequenceBits
        let sequence = tick & (1 << Self.sequenceBits - 1)
        return milliseconds << (Self.nodeBits + Self.sequenceBits) | node << Self.sequenceBits | sequence
    }

    /// Milliseconds since 1970 by the machine's clock.
    public static let systemClock: @Sendable () -> Int64 = {
        Int64(Date().timeIntervalSince1970 * 1000)
    }
}
