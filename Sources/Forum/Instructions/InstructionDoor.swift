import Identity
import Storage
import WorkingTime

/// The way from a post to a leader's instruction (批示) and to the order that comes of it: orders are another feature, handed
/// in by the composition.
public struct InstructionDoor: Sendable {
    /// How far an order has come.
    public struct Standing: Sendable, Hashable {
        /// Where it stands, in words.
        public let stage: String
        /// By when the organs report; nil while that is not counted.
        public let dueAt: Instant?
        /// Where it is read.
        public let address: String

        /// A standing.
        public init(stage: String, dueAt: Instant?, address: String) {
            (self.stage, self.dueAt, self.address) = (stage, dueAt, address)
        }
    }

    /// Where an account instructs about a post; nil for who may not.
    public let post: @Sendable (Int64, Account) -> String?
    /// Where an account instructs about the request that a post became; nil for who may not.
    public let request: @Sendable (_ number: String, Account) -> String?
    /// The order of a number; nil for who may not read it.
    public let order: @Sendable (_ number: String, OfficerContext, Transaction) throws -> Standing?

    /// A door.
    public init(
        post: @escaping @Sendable (Int64, Account) -> String?,
        request: @escaping @Sendable (String, Account) -> String?,
        order: @escaping @Sendable (String, OfficerContext, Transaction) throws -> Standing?
    ) {
        (self.post, self.request, self.order) = (post, request, order)
    }

    /// Of a house where nobody instructs.
    public static let closed = InstructionDoor(
        post: { _, _ in nil }, request: { _, _ in nil }, order: { _, _, _ in nil })
}
