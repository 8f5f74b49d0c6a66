import Web

/// What can stand in the journal, by its Chinese names: of what a route does its title, of all else the words here.
struct AuditActions: Sendable {
    /// The actions of one kind.
    struct Group: Sendable {
        let title: String
        let actions: [(code: String, name: String)]
    }

    /// The groups in their order.
    let groups: [Group]
    /// The name of each action by its code.
    let names: [String: String]

    /// - Parameter routes: everything that can be done in the installation.
    init(routes: [Route]) {
        let done = routes.compactMap { route in route.journal.map { ($0, route.title) } }
        names = Dictionary(done) { first, _ in first }.merging(ActionNames.others) { _, own in own }
        let kinds = Dictionary(grouping: names.keys) { String($0.prefix { $0 != "." }) }
        let known = ActionNames.kinds.filter { kinds[$0.kind] != nil }
        let rest = kinds.keys.filter { kind in !ActionNames.kinds.contains { $0.kind == kind } }.sorted()
        groups = (known + rest.map { (kind: $0, title: $0) }).map { [names] kind, title in
            Group(
                title: title, actions: (kinds[kind] ?? []).sorted().map { (code: $0, name: names[$0] ?? $0) })
        }
    }

    /// The name of an action; its code when it has none.
    subscript(_ code: String) -> String { names[code] ?? code }

    /// Whether there is such an action.
    func contains(_ code: String) -> Bool { names[code] != nil }
}
