import WorkingTime

/// A change to what a role may do: asked for by a system administrator, decided by a security administrator, valid from
/// a day. Each that is approved is a version of the grants, and none is ever changed afterwards.
public struct GrantChange: Sendable, Hashable, Identifiable {
    /// Ours, time-ordered.
    public let id: Int64
    /// Whose power changes: that of every post of this role.
    public let role: Role
    /// The name of the power.
    public let power: String
    /// How the role has it when this was asked for; `nil` when it does not.
    public let before: GrantTerms?
    /// How the role is to have it; `nil` when it is taken away.
    public let after: GrantTerms?
    /// The first day on which it counts.
    public internal(set) var validFrom: CivilDate
    /// Why.
    public let reason: String
    /// Who asked.
    public let asked: PostChange.Signature
    /// How far it has come.
    public internal(set) var state: PostChange.State = .open
    /// The version it became; `nil` until it is approved.
    public internal(set) var version: Int?
    /// Who decided, or took it back.
    public internal(set) var decided: PostChange.Signature?
    /// What was said with the decision.
    public internal(set) var remark: String?
}
