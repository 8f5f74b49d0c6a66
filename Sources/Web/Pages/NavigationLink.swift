import HTTPTypes

/// A link that a feature puts into the masthead, or into the menu of the desk.
public struct NavigationLink: Sendable {
    /// Whom a link is meant for.
    public enum Audience: Sendable {
        /// Everybody.
        case everyone
        /// Whoever is signed in.
        case signedIn
        /// Whoever is signed in for themselves, not as one who works here.
        case applicants
        /// Those who work here.
        case staff
        /// Whoever holds one of the roles of these names: for pages that ask only whether somebody works here.
        case roles([String])
    }

    /// The words.
    public let label: String
    /// Where they lead.
    public let href: String
    /// Whom it is meant for.
    public let audience: Audience
    /// What the page behind it asks for: any one of these; empty when it asks only who somebody is.
    private(set) var powers: [Power] = []

    /// A link.
    public init(_ label: String, _ href: String, audience: Audience = .everyone) {
        self.label = label
        self.href = href
        self.audience = audience
    }

    /// The link as the mounted routes have it: nobody is led where they would be turned away.
    func guarded(by routes: [Route]) -> NavigationLink {
        var link = self
        link.powers = routes.first { $0.method == .get && $0.path == href }?.powers ?? []
        return link
    }

    func isShown(to principal: (any Principal)?) -> Bool {
        isMeant(for: principal) && (powers.isEmpty || powers.contains { principal?.may($0) ?? false })
    }

    private func isMeant(for principal: (any Principal)?) -> Bool {
        switch audience {
        case .everyone: true
        case .signedIn: principal != nil
        case .applicants: principal.map { !$0.isStaff } ?? false
        case .staff: principal?.isStaff ?? false
        case .roles(let names): names.contains { principal?.holds(role: $0) ?? false }
        }
    }
}
