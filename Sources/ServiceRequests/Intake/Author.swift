import Identity

/// In whose name a request comes in.
enum Author: Sendable {
    /// Somebody who is signed in.
    case account(Account)
    /// Somebody who stands at a counter or calls, as a clerk or an agent of the hotline enters them.
    case caller(name: String, phone: String)
    /// Nobody we know.
    case nobody

    var account: Account? { if case .account(let account) = self { account } else { nil } }
    /// Whoever has no account, to be kept where the case does not show them.
    ///
    /// - Parameter group: the names of those who speak for a group: they are as protected as its author.
    func hidden(speakingFor group: [String]) -> HiddenAuthor? {
        let spokesmen = group.isEmpty ? nil : "代表：\(group.joined(separator: "、"))"
        return switch self {
        case .caller(let name, let phone):
            HiddenAuthor(name: [name, spokesmen].compactMap(\.self).joined(separator: "，"), phone: phone)
        case .account: spokesmen.map { HiddenAuthor(name: $0, phone: nil) }
        case .nobody: nil
        }
    }
    var isKnown: Bool { if case .nobody = self { false } else { true } }
}
