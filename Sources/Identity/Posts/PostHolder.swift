/// Somebody with all the posts they hold, will hold or have held.
public struct PostHolder: Sendable, Hashable, Identifiable {
    /// The account.
    public let id: Int64
    /// The name typed on signing in.
    public let name: String
    /// The person's name as others see it.
    public let displayName: String
    /// The registered person behind a citizen's account; `nil` for staff.
    public let personID: Int64?
    /// Whether the account is closed.
    public let isDisabled: Bool
    /// The posts, by organ and role.
    public let posts: [HeldPost]
}

/// A post and for how long it is held.
public struct HeldPost: Sendable, Hashable {
    /// The post.
    public let post: Post
    /// From when until when.
    public let term: PostTerm
    /// In which office (科室) of the organ it stands; `nil` where in none.
    public internal(set) var office: String?
}

extension Role {
    /// The three administrators (系统、安全、审计).
    public static let administrators: Set<Role> = [.sysadmin, .secadmin, .auditadmin]

    /// Whether one person may hold this role beside others.
    func goesTogether(with others: Set<Role>) -> Bool {
        guard Self.administrators.contains(self) else { return others.isDisjoint(with: Self.administrators) }
        return others.isEmpty
    }
}

extension Post: CustomStringConvertible {
    /// The post as people say it, with the organ's key.
    public var description: String { "\(organ) \(role.chinese)" }
}

extension PostChange.State {
    /// The state in words.
    public var chinese: String {
        switch self {
        case .open: "待审定"
        case .approved: "已执行"
        case .refused: "未同意"
        case .withdrawn: "已撤回"
        }
    }
}
