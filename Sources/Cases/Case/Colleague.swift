import Identity

/// A colleague a task or a question can be given to.
public struct Colleague: Sendable, Hashable {
    /// Who it is.
    public let signatory: Signatory
    /// Key of their organ.
    public let organ: String
    /// Roles they hold there.
    public let roles: Set<String>

    /// A colleague.
    public init(signatory: Signatory, organ: String, roles: Set<String>) {
        self.signatory = signatory
        self.organ = organ
        self.roles = roles
    }

    /// Somebody who works in an organ.
    public init(_ member: OrganMember) {
        self.init(
            signatory: Signatory(accountID: member.id, name: member.name), organ: member.organ,
            roles: Set(member.roles.map(\.rawValue)))
    }
}
