/// Who may use a route, and what the handler gets to know about them.
///
/// A handler that needs an officer takes the officer as an argument: without the policy's proof it cannot
/// even be written.
public struct Policy<Caller: Sendable>: Sendable {
    /// The policy's name in `minben routes`.
    public let name: String
    /// What it asks for: any one of these; empty when it asks who somebody is and not what they may do.
    public let powers: [Power]
    /// The proof, or a thrown `DomainError.signInRequired` or `.forbidden`.
    public let admit: @Sendable (WebRequest) throws -> Caller

    /// A policy of this name.
    public init(
        _ name: String, powers: [Power] = [], admit: @escaping @Sendable (WebRequest) throws -> Caller
    ) {
        self.name = name
        self.powers = powers
        self.admit = admit
    }
}

extension Policy where Caller == Void {
    /// Everybody, signed in or not.
    public static var anyone: Policy<Void> { Policy("anyone") { _ in } }
}
