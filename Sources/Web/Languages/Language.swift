/// A language public pages are shown in. Chinese in simplified characters is the original of every page; the others are
/// made from it, each under an address of its own.
public enum Language: String, Sendable, CaseIterable {
    /// 简体
    case simplified = "zh-Hans"
    /// 繁體
    case traditional = "zh-Hant"
    /// English
    case english = "en"

    /// What addresses of the language begin with.
    public var prefix: String {
        switch self {
        case .simplified: ""
        case .traditional: "/zh-hant"
        case .english: "/en"
        }
    }

    /// Its name in its own words.
    public var ownName: String {
        switch self {
        case .simplified: "简体"
        case .traditional: "繁體"
        case .english: "English"
        }
    }

    /// An address of this house in the language: `/zh-hant/services` for `/services`.
    func address(_ uri: String) -> String { uri == "/" && self != .simplified ? prefix : prefix + uri }

    /// The address without what says the language; nil when it says another one or none.
    func stripped(_ uri: String) -> String? {
        guard self != .simplified, uri.hasPrefix(prefix) else { return nil }
        let rest = uri.dropFirst(prefix.count)
        switch rest.first {
        case nil: return "/"
        case "/": return String(rest)
        case "?": return "/" + rest
        default: return nil
        }
    }
}
