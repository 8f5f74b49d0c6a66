/// Who may apply online in another person's name.
public enum ProxyRule: String, Codable, Sendable, CaseIterable {
    /// Whoever has the person's consent, and their guardian.
    case anyone
    /// Only the guardian.
    case guardian
    /// Nobody: the law wants the person themselves, as for a marriage (民法典 art. 1049).
    case nobody

    /// The rule in words.
    public var chinese: String {
        switch self {
        case .anyone: "可以由本人同意的亲友或者监护人代办"
        case .guardian: "只能由本人或者监护人办理"
        case .nobody: "须本人办理，不能代办"
        }
    }
}
