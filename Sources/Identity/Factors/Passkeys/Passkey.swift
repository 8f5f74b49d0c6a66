import WebAuthn
import WorkingTime

/// A passkey as its owner sees it in the list.
struct Passkey: Sendable, Hashable, Identifiable {
    let id: Int64
    let accountID: Int64
    let credential: PublicKeyCredential
    let name: String
    let createdAt: Instant
    let lastUsedAt: Instant?

    private static let longestName = 40

    /// The name as it is kept: what was entered, or the device it was made on.
    static func name(_ entered: String, agent: String) -> String {
        let name = entered.filter { !$0.isNewline }.prefix(longestName)
        return name.isEmpty ? DeviceName(agent: agent).chinese : String(name)
    }
}
