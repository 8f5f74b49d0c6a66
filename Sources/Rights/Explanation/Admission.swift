import Identity

/// Whom the policy of a route lets in, read from its name.
enum Admission: Hashable {
    /// Everybody, signed in or not.
    case anyone
    /// Everybody who is signed in.
    case signedIn
    /// Everybody who holds a post.
    case staff
    /// Those who hold one of these.
    case roles(Set<Role>)
    /// A policy of a module's own, which says itself whom it lets in.
    case own(String)

    init(policy name: String) {
        switch name {
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
    func admits(_ role: Role) -> Bool {
        switch self {
        case .anyone, .signedIn: true
        case .staff: role != .citizen
        case .roles(let roles): roles.contains(role)
        case .own: false
        }
    }

    /// Whom it lets in, in words.
    var chinese: String {
        switch self {
        case .anyone: "任何人"
        case .signedIn: "登录的人"
        case .staff: "有岗位的人"
        case .roles(let roles): Role.allCases.filter(roles.contains).map(\.chinese).joined(separator: "、")
        case .own("directory"): "经批准的目录来源"
        case .own(let name): name
        }
    }

    /// Why somebody is let in; `nil` when they are not.
    func reason(_ held: [Post], _ words: (Post) -> String) -> String? {
        switch self {
        case .anyone: "任何人都可以"
        case .signedIn: "登录就可以"
        case .staff: held.first.map { "因为任\(words($0))" }
        case .roles(let roles): held.first { roles.contains($0.role) }.map { "因为任\(words($0))" }
        case .own: nil
        }
    }
}
