import Identity
import Web

/// Whom the policy of a route lets in.
enum Admission: Hashable {
    /// Everybody, signed in or not.
    case anyone
    /// Everybody who is signed in.
    case signedIn
    /// Everybody who holds a post.
    case staff
    /// Those who hold one of these.
    case roles(Set<Role>)
    /// Those whose post gives one of these.
    case powers([Power])
    /// A policy of a module's own, which says itself whom it lets in.
    case own(String)

    init(_ route: Route) { self.init(policy: route.policy, powers: route.powers) }

    init(policy: String, powers: [Power] = []) {
        // How fresh the proof must be says nothing about who it is.
        let name = policy.split(separator: " ").first.map(String.init) ?? ""
        switch name {
        case _ where !powers.isEmpty: self = .powers(powers)
        case "anyone": self = .anyone
        case "signed-in": self = .signedIn
        case "staff": self = .staff
        case _ where name.hasPrefix("role:"):
            self = .roles(
                Set(name.dropFirst(5).split(separator: "|").compactMap { Role(rawValue: String($0)) }))
        default: self = .own(name)
        }
    }

    /// Whether a role alone lets its holder in.
    func admits(_ role: Role, by grants: Grants) -> Bool {
        switch self {
        case .anyone, .signedIn: true
        case .staff: role != .citizen
        case .roles(let roles): roles.contains(role)
        case .powers(let powers): powers.contains { grants[role, $0.name] != nil }
        case .own: false
        }
    }

    /// Whom it lets in, in words.
    func chinese(by grants: Grants) -> String {
        switch self {
        case .anyone: "任何人"
        case .signedIn: "登录的人"
        case .staff: "有岗位的人"
        case .roles(let roles): Self.words(Role.allCases.filter(roles.contains))
        case .powers(let powers): Self.words(grants.roles(with: powers))
        case .own("directory"): "经批准的目录来源"
        case .own(let name): name
        }
    }

    private static func words(_ roles: [Role]) -> String {
        roles.isEmpty ? "没有岗位可以" : roles.map(\.chinese).joined(separator: "、")
    }

    /// Why somebody is let in; `nil` when they are not.
    func reason(_ held: [Post], by grants: Grants, _ words: (Post) -> String) -> String? {
        switch self {
        case .anyone: "任何人都可以"
        case .signedIn: "登录就可以"
        case .staff: held.first.map { "因为任\(words($0))" }
        case .roles(let roles): held.first { roles.contains($0.role) }.map { "因为任\(words($0))" }
        case .powers(let powers): reason(powers, held, grants, words)
        case .own: nil
        }
    }

    private func reason(
        _ powers: [Power], _ held: [Post], _ grants: Grants, _ words: (Post) -> String
    ) -> String? {
        for post in held {
            for power in powers {
                guard let grant = grants[post.role, power.name] else { continue }
                return "因为任\(words(post))，有权限「\(power.chinese)」（\(GrantWords.version(grant.version))）"
            }
        }
        return nil
    }
}
