import WorkingTime

/// One try to hand a delivery over.
public struct DeliveryAttempt: Sendable, Hashable {
    /// 1 and upwards.
    public let number: Int
    /// When.
    public let at: Instant
    /// With whom.
    public let carrier: String
    /// How it went.
    public let outcome: CarrierLine.Try.Outcome
    /// Why not.
    public let reason: String?
}
