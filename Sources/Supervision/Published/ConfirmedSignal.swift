import Storage
import WorkingTime

/// A card that is confirmed, for those who look over how organs work: it names nobody and no case.
public struct ConfirmedSignal: Sendable {
    /// Key of the organ.
    public let organ: String
    /// What the rule is called.
    public let name: String
    /// `yellow` or `red`.
    public let level: String
    /// The level in words.
    public let levelName: String
    /// The day on which it was raised.
    public let raisedOn: CivilDate
}

extension Supervision {
    /// The newest cards that are confirmed: not appealed in time, or the appeal was not upheld.
    ///
    /// - Throws: `StorageError`.
    public static func confirmed(at now: Instant, limit: Int, in tx: Transaction) throws -> [ConfirmedSignal]
    {
        try PublishedStore.confirmed(at: now, limit: limit, in: tx).map {
            ConfirmedSignal(
                organ: $0.organ, name: $0.ruleName, level: $0.level.rawValue, levelName: $0.level.chinese,
                raisedOn: $0.raisedAt.day)
        }
    }
}
