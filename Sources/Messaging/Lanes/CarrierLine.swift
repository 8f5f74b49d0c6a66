import Synchronization
import WorkingTime

/// The carriers of one way, in the order in which they are asked. One that fails or is slow is passed over; one that hangs
/// binds a few messages at most, and never what goes another way.
public final class CarrierLine: Sendable {
    /// One try with one carrier.
    public struct Try: Sendable, Hashable {
        /// How it went.
        public enum Outcome: String, Sendable { case accepted, refused, failed }

        let carrier: String
        let outcome: Outcome
        let at: Instant
        let reason: String?
    }

    /// What came of a message.
    public struct Course: Sendable {
        /// The tries, in order; none when every carrier is at rest.
        let tries: [Try]
        /// The receipt of the carrier that took it.
        let receipt: CarrierReceipt?

        var carrier: String? { receipt == nil ? nil : tries.last?.carrier }
        /// Whether all who answered said that they will never take it.
        var isRefused: Bool {
            receipt == nil && !tries.isEmpty && tries.allSatisfy { $0.outcome == .refused }
        }
    }

    /// How a carrier stands, for the desk.
    public struct Standing: Sendable, Hashable {
        /// The carrier.
        public let name: String
        /// Whether it is asked.
        public let state: Breaker.State
    }

    private struct Seat {
        var breaker = Breaker()
        var busy = 0
    }

    /// So many messages are with one carrier at a time.
    static let width = 4
    /// No further carrier is asked after so long: the lease of the job must hold, in seconds.
    private static let patienceSeconds = 15

    private let carriers: [any MessageCarrier]
    private let clock: @Sendable () -> Instant
    private let seats: Mutex<[Seat]>

    /// A line of carriers.
    public init(_ carriers: [any MessageCarrier], clock: @escaping @Sendable () -> Instant) {
        (self.carriers, self.clock) = (carriers, clock)
        seats = Mutex(carriers.map { _ in Seat() })
    }

    /// Whether a carrier may be asked now.
    public func isReady(at now: Instant) -> Bool {
        seats.withLock { $0.contains { $0.breaker.isReady(at: now) && $0.busy < Self.width } }
    }

    /// How the carriers stand on this node.
    public var standings: [Standing] {
        seats.withLock { seats in
            zip(carriers, seats).map { Standing(name: $0.name, state: $1.breaker.state) }
        }
    }

    /// Hands a message over to the first carrier that takes it.
    public func send(_ dispatch: Dispatch, key: String) async -> Course {
        let start = clock()
        var tries: [Try] = []
        for (place, carrier) in carriers.enumerated() {
            guard clock() - start < Self.patienceSeconds, enter(place) else { continue }
            let (one, receipt) = await ask(carrier, place, dispatch, key)
            tries.append(one)
            if let receipt { return Course(tries: tries, receipt: receipt) }
        }
        return Course(tries: tries, receipt: nil)
    }

    /// Ends all connections.
    public func close() async {
        for carrier in carriers { try? await carrier.close() }
    }

    private func ask(
        _ carrier: any MessageCarrier, _ place: Int, _ dispatch: Dispatch, _ key: String
    ) async -> (Try, CarrierReceipt?) {
        let start = clock()
        do {
            let receipt = try await carrier.send(dispatch, key: key)
            leave(place, since: start, hasAnswered: true)
            return (Try(carrier: carrier.name, outcome: .accepted, at: start, reason: nil), receipt)
        } catch let refusal as CarrierRefusal {
            leave(place, since: start, hasAnswered: true)
            let reason = "不接受这条消息（\(refusal.status)）"
            return (Try(carrier: carrier.name, outcome: .refused, at: start, reason: reason), nil)
        } catch {
            leave(place, since: start, hasAnswered: false)
            let reason = (error as? CarrierOutage)?.reason ?? "没有应答"
            return (Try(carrier: carrier.name, outcome: .failed, at: start, reason: reason), nil)
        }
    }

    private func enter(_ place: Int) -> Bool {
        let now = clock()
        return seats.withLock { seats in
            guard seats[place].busy < Self.width, seats[place].breaker.admit(at: now) else { return false }
            seats[place].busy += 1
            return true
        }
    }

    private func leave(_ place: Int, since start: Instant, hasAnswered: Bool) {
        let now = clock()
        seats.withLock { seats in
            seats[place].busy -= 1
            if hasAnswered {
                seats[place].breaker.answer(afterSeconds: now - start, at: now)
            } else {
                seats[place].breaker.fail(at: now)
            }
        }
    }
}
