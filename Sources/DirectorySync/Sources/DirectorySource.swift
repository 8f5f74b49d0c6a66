import Identity
import Journal
import WorkingTime

/// A directory of staff, such as that of the personnel bureau, that may keep accounts here in step with its own.
struct DirectorySource: Sendable, Hashable, Identifiable {
    enum State: String, Sendable {
        case draft, approved, refused, revoked
    }

    /// Somebody who signed, and when.
    struct Signature: Sendable, Hashable {
        let accountID: Int64
        let name: String
        let at: Instant
    }

    /// What a program proves itself by.
    struct Token: Sendable, Hashable {
        /// SHA-256, in hexadecimal.
        let hash: String
        let issuedAt: Instant
        let expiresAt: Instant
    }

    let id: Int64
    let name: String
    /// What it is for, and who runs it.
    let purpose: String
    /// How long a token counts, in days.
    let lifeDays: Int
    let drafted: Signature
    var state = State.draft
    var decided: Signature?
    var remark: String?
    var token: Token?
    var revoked: Signature?

    /// Whether a program with its token is let in.
    func isOpen(at now: Instant) -> Bool {
        guard state == .approved, let token else { return false }
        return now < token.expiresAt
    }

    /// It acts under its own name, and as nothing but a directory.
    func actor(address: String) -> Actor {
        Actor(
            accountID: id, name: "目录「\(name)」", roles: [PostChange.directoryRole], channel: "api",
            address: address)
    }
}

extension DirectorySource.State {
    /// The state in words.
    var chinese: String {
        switch self {
        case .draft: "待审定"
        case .approved: "已批准"
        case .refused: "未同意"
        case .revoked: "已停用"
        }
    }
}
