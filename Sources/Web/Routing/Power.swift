/// Something one may be allowed to do (职权): what a policy asks for, and what roles are given.
///
/// It is declared where it is asked for. Its name is stable: what was granted is kept under it.
public struct Power: Sendable, Hashable {
    /// Whose work it belongs to (三员分立, GB/T 22239-2019 §8.1.5).
    public enum Branch: String, Sendable, Hashable, CaseIterable {
        /// Matters and the people they are about: no administrator's.
        case matters
        /// What administrators have in common: any of the three.
        case administration
        /// The system administrator's alone.
        case system
        /// The security administrator's alone.
        case security
        /// The audit administrator's alone.
        case audit
    }

    /// The stable name, for example `calendar.edit`.
    public let name: String
    /// What it is called in Chinese.
    public let chinese: String
    /// Whose work it belongs to.
    public let branch: Branch
    /// Whether it is about what is seen of people and their matters: it may reach over the whole district, and it says
    /// how far personal data are shown.
    public let isSight: Bool
    /// Whether without it nobody could undo what was granted: it stays where it was delivered.
    public let isKept: Bool

    /// Something one may be allowed to do.
    public init(
        _ name: String, _ chinese: String, _ branch: Branch, isSight: Bool = false, isKept: Bool = false
    ) {
        (self.name, self.chinese, self.branch) = (name, chinese, branch)
        (self.isSight, self.isKept) = (isSight, isKept)
    }
}
