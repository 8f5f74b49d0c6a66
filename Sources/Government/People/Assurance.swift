/// How sure it is that an account belongs to the person it names (实名等级); `low`, `substantial` and `high` of the European
/// regulation on electronic identification (eIDAS, art. 8).
public enum Assurance: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Somebody said so.
    case claimed
    /// Name and identity number are those of the population register.
    case matched
    /// Somebody compared the person with their identity card, face to face.
    case present

    /// The level in words.
    public var chinese: String {
        switch self {
        case .claimed: "注册用户，没有实名"
        case .matched: "已实名，与人口库核对一致"
        case .present: "已当面核验，本人与身份证一致"
        }
    }

    private var rank: Int {
        switch self {
        case .claimed: 1
        case .matched: 2
        case .present: 3
        }
    }

    /// The lower the less sure.
    public static func < (left: Assurance, right: Assurance) -> Bool { left.rank < right.rank }
}
