/// What stands in the place of a name where somebody is protected or gives none: the name itself is not kept with what they
/// said, so nothing that shows a case can show it.
public enum Pseudonym: String, Sendable, CaseIterable {
    /// Known to the office that takes it in, and to nobody else (检举控告人保护).
    case protected = "（身份受保护）"
    /// Known to nobody.
    case anonymous = "（未署名）"
}
