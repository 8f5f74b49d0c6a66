import Identity
import Web

/// Every power there is, as the routes declare them.
struct PowerList: Sendable {
    /// By branch, then by name.
    let all: [Power]

    init(_ routes: [Route]) {
        let order = Dictionary(
            uniqueKeysWithValues: Power.Branch.allCases.enumerated().map { ($1, $0) })
        all = Set(routes.flatMap(\.powers) + Power.beyondRoutes).sorted {
            (order[$0.branch] ?? 0, $0.name) < (order[$1.branch] ?? 0, $1.name)
        }
    }

    /// The power of a name; `nil` for one that no page asks for.
    subscript(name: String) -> Power? { all.first { $0.name == name } }

    /// What it is called; its name when it is no longer asked for.
    func chinese(_ name: String) -> String { self[name]?.chinese ?? name }

    /// Those that a role has or may be given.
    func all(for role: Role, in grants: Grants) -> [Power] {
        all.filter { role.mayHave($0.branch) || grants[role, $0.name] != nil }
    }
}

extension Role {
    /// Those that hang on a post.
    static let posts = allCases.filter { $0 != .citizen }
}
