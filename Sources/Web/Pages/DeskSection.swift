/// What belongs together at the desk, under one heading of its menu.
public struct DeskSection: Sendable {
    /// The heading; nil for links that stand by themselves because everybody needs them all day.
    public let title: String?
    /// What is found under it.
    public private(set) var links: [NavigationLink]

    /// A section.
    public init(_ title: String?, _ links: [NavigationLink]) {
        self.title = title
        self.links = links
    }

    func guarded(by routes: [Route]) -> DeskSection {
        DeskSection(title, links.map { $0.guarded(by: routes) })
    }

    /// The section as somebody has it; nil when nothing of it is for them.
    func shown(to principal: (any Principal)?) -> DeskSection? {
        let own = links.filter { $0.isShown(to: principal) }
        return own.isEmpty ? nil : DeskSection(title, own)
    }
}
