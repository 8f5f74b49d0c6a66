/// What there is to say of an outage of the database: that it began, that it goes on, that it is over.
public enum OutageNews: Sendable, Hashable {
    /// The first call was refused, for this reason.
    case began(StorageError)
    /// It goes on: how long by now, and how many calls were refused so far.
    case goesOn(seconds: Int, refused: Int)
    /// Reads and changes work again: how long they did not, and how many calls were refused.
    case ended(seconds: Int, refused: Int)
}

/// Which of the two ways to the database a call took: a full disk lets pages be read, and nothing be changed.
enum Access: Sendable, Hashable { case read, write }

/// One outage after another, as calls tell of them, so that the log has a few lines for each and not one for every
/// refused call.
struct OutageCourse {
    /// How often it is said that an outage goes on.
    static let reminder = Duration.seconds(10)
    /// How long everything must go well before an outage is over: on a full disk a short row still finds room
    /// now and then.
    static let calm = Duration.seconds(3)

    private struct Outage {
        let began: ContinuousClock.Instant
        var told: ContinuousClock.Instant
        var refused = 0
        var failing: Set<Access> = []
        /// Since when nothing fails any more.
        var recovered: ContinuousClock.Instant?
    }

    private var outage: Outage?

    /// Whether there is one.
    var isOutage: Bool { outage != nil }

    /// A call was refused.
    mutating func failed(
        _ access: Access, _ cause: StorageError, at now: ContinuousClock.Instant
    ) -> OutageNews? {
        var current = outage ?? Outage(began: now, told: now)
        current.refused += 1
        current.failing.insert(access)
        current.recovered = nil
        defer { outage = current }
        guard outage != nil else { return .began(cause) }
        guard now - current.told >= Self.reminder else { return nil }
        current.told = now
        return .goesOn(seconds: seconds(from: current.began, to: now), refused: current.refused)
    }

    /// A call went well.
    mutating func succeeded(_ access: Access, at now: ContinuousClock.Instant) -> OutageNews? {
        guard var current = outage else { return nil }
        current.failing.remove(access)
        let recovered = current.failing.isEmpty ? current.recovered ?? now : nil
        current.recovered = recovered
        outage = current
        guard let recovered, now - recovered >= Self.calm else { return nil }
        outage = nil
        return .ended(seconds: seconds(from: current.began, to: recovered), refused: current.refused)
    }

    private func seconds(from start: ContinuousClock.Instant, to end: ContinuousClock.Instant) -> Int {
        Int(start.duration(to: end).components.seconds)
    }
}
