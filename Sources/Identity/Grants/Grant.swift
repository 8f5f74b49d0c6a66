/// Over whose matters a power reaches (权限范围).
public enum GrantScope: String, Sendable, Hashable, Codable, CaseIterable {
    /// Those of the organ in which the post is held.
    case own
    /// Those of every organ of the district.
    case district

    /// The scope in words.
    public var chinese: String {
        switch self {
        case .own: "本部门"
        case .district: "全区"
        }
    }
}

/// How far personal data are shown (数据级别), after the three ways in which the administration shares data
/// (国发〔2016〕51号 §9: 不予共享、有条件共享、无条件共享).
public enum DataGrade: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Numbers, telephones and addresses stay hidden.
    case masked
    /// Hidden until somebody says what they need them for; each time an entry in the journal.
    case reasoned
    /// Shown at once; each time an entry in the journal.
    case plain

    /// The grade in words.
    public var chinese: String {
        switch self {
        case .masked: "遮挡"
        case .reasoned: "说明用途后显示"
        case .plain: "直接显示"
        }
    }

    /// By how much is shown.
    public static func < (left: DataGrade, right: DataGrade) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// How a power is given to a role: over what, and how far personal data are shown.
public struct GrantTerms: Sendable, Hashable {
    /// Over whose matters.
    public let scope: GrantScope
    /// How far personal data are shown.
    public let grade: DataGrade

    /// Terms.
    public init(_ scope: GrantScope, _ grade: DataGrade = .masked) {
        (self.scope, self.grade) = (scope, grade)
    }

    /// The terms in words; the grade where it says something.
    public var chinese: String {
        grade == .masked ? scope.chinese : "\(scope.chinese)，个人信息\(grade.chinese)"
    }
}

/// What a role may do by virtue of a version of the grants.
public struct Grant: Sendable, Hashable {
    /// Every post of this role.
    public let role: Role
    /// The name of the power.
    public let power: String
    /// Over what, and how far.
    public let terms: GrantTerms
    /// The version that gave it; 0 is what came with the program.
    public let version: Int

    /// A grant.
    public init(_ role: Role, _ power: String, _ terms: GrantTerms, version: Int = 0) {
        (self.role, self.power, self.terms, self.version) = (role, power, terms, version)
    }
}
