import Web
import WorkingTime

/// What the roles may do on a day: permission = power × scope × data grade, given to posts alone.
public struct Grants: Sendable, Hashable {
    private var lines: [Role: [String: Grant]]

    /// What is granted.
    public init(_ grants: [Grant] = []) {
        lines = Dictionary(grouping: grants, by: \.role).mapValues {
            Dictionary($0.map { ($0.power, $0) }) { _, last in last }
        }
    }

    /// How a role has a power; `nil` when it does not.
    public subscript(role: Role, power: String) -> Grant? { lines[role]?[power] }

    /// Everything a role has, by the name of the power.
    public func all(of role: Role) -> [Grant] { (lines[role] ?? [:]).values.sorted { $0.power < $1.power } }

    /// The roles that have any of these powers, in their order.
    public func roles(with powers: [Power]) -> [Role] {
        Role.allCases.filter { role in powers.contains { self[role, $0.name] != nil } }
    }

    /// The same after what was approved until a day: of several changes to one power of a role the one counts that is
    /// valid from the latest day, and of those the one approved last.
    public func applying(_ changes: [GrantChange], on day: CivilDate) -> Grants {
        let due = changes.filter { $0.version != nil && $0.validFrom <= day }
            .sorted { ($0.validFrom, $0.version ?? 0) < ($1.validFrom, $1.version ?? 0) }
        return due.reduce(into: self) { grants, change in
            grants.lines[change.role, default: [:]][change.power] = change.after.map {
                Grant(change.role, change.power, $0, version: change.version ?? 0)
            }
        }
    }
}
