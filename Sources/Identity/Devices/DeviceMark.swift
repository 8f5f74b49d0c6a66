/// A random mark that a browser keeps for a year, by which a person's own devices are told from new ones.
///
/// It proves nothing: it signs nobody in. It only says that somebody signed in here before.
struct DeviceMark: Sendable, Hashable {
    static let keptSeconds = 365 * 24 * 3_600

    private let token: SessionToken

    /// - Returns: `nil` for anything that we cannot have made.
    init?(_ text: String) {
        guard let token = SessionToken(text) else { return nil }
        self.token = token
    }

    private init(token: SessionToken) { self.token = token }

    /// A new mark.
    static func random() -> DeviceMark { DeviceMark(token: .random()) }

    var text: String { token.text }
    var hash: String { token.hash }
}
