/// What a program may ask to know about somebody (OpenID Connect Core 1.0, 5.4, and three of our own).
public enum Scope: String, Sendable, Hashable, Codable, CaseIterable {
    /// That it is the same person as last time.
    case openid
    /// The name.
    case profile
    /// The mobile telephone number.
    case phone
    /// How well the name is known.
    case realName = "real_name"
    /// The organs and posts of staff.
    case posts
    /// To go on when the person has signed out.
    case offlineAccess = "offline_access"

    /// What the person is asked to agree to.
    var chinese: String {
        switch self {
        case .openid: "确认是您本人（每个系统看到的标识都不同）"
        case .profile: "您的姓名"
        case .phone: "您的手机号码"
        case .realName: "您是否已实名"
        case .posts: "您任职的部门和岗位（仅工作人员）"
        case .offlineAccess: "在您退出登录以后继续使用以上信息，最长 30 天"
        }
    }

    /// The claims that come with it.
    var claims: [String] {
        switch self {
        case .openid: ["sub"]
        case .profile: ["name", "preferred_username"]
        case .phone: ["phone_number", "phone_number_verified"]
        case .realName: ["real_name_level"]
        case .posts: ["organ", "posts"]
        case .offlineAccess: []
        }
    }
}

/// Scopes as they stand in a request or a row: separated by blanks, each once, in the order of the list.
struct Scopes: Sendable, Hashable, RawRepresentable {
    let all: [Scope]

    init(_ scopes: some Sequence<Scope>) {
        let given = Set(scopes)
        all = Scope.allCases.filter(given.contains)
    }

    /// What is not known is left out (OpenID Connect Core 1.0, 3.1.2.1).
    init(rawValue: String) {
        self.init(rawValue.split(separator: " ").compactMap { Scope(rawValue: String($0)) })
    }

    var rawValue: String { all.map(\.rawValue).joined(separator: " ") }

    func contains(_ scope: Scope) -> Bool { all.contains(scope) }

    func covers(_ others: Scopes) -> Bool { Set(all).isSuperset(of: others.all) }
}
