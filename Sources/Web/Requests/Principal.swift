/// Whoever is signed in, as far as every page needs to know. `Identity` knows the rest.
public protocol Principal: Sendable {
    /// The account, for rate limits and logs.
    var accountID: Int64 { get }
    /// The name in the masthead.
    var displayName: String { get }
    /// Whether this is somebody who works here.
    var isStaff: Bool { get }
    /// Messages not yet read.
    var unread: Int { get }
    /// The organ under the brand on the desk; nil when the account belongs to none.
    var organName: String? { get }

    /// Whether they hold a role, by its name: who else sees the link may not follow it.
    func holds(role: String) -> Bool

    /// Whether they have a power, over whatever organ.
    func may(_ power: Power) -> Bool
}

extension Principal {
    /// Nobody but staff belongs to an organ.
    public var organName: String? { nil }

    /// Nobody holds one unless their account says so.
    public func holds(role: String) -> Bool { false }

    /// Nobody has one unless their account says so.
    public func may(_ power: Power) -> Bool { false }
}
