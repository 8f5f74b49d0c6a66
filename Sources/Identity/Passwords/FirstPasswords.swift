import Journal
import Storage
import WorkingTime

/// One-time passwords for people who have an account and never had a password, such as those that were taken over from
/// an older system: handed out on slips, and replaced at the first sign-in.
public struct FirstPasswords: Sendable {
    /// Somebody who cannot sign in yet.
    public struct Newcomer: Sendable, Hashable, Identifiable {
        /// The account.
        public let id: Int64
        /// The name typed on signing in.
        public let name: String
        /// The person's name.
        public let displayName: String
    }

    let signIn: SignIn

    /// How long such a password counts, in hours.
    public static let lifeHours = PasswordReset.lifeSeconds / 3_600

    /// Those of some accounts that never had a password, by login.
    ///
    /// - Throws: `StorageError`.
    public static func newcomers(among ids: [Int64], in tx: Transaction) throws -> [Newcomer] {
        guard !ids.isEmpty else { return [] }
        return try tx.rows(
            """
            SELECT id, name, display_name FROM account
            WHERE id IN \(list: ids) AND password_hash = \(PasswordHasher.none) AND disabled = 0 ORDER BY name
            """
        ).map { row in
            Newcomer(
                id: try row.id("id"), name: try row.text("name"), displayName: try row.text("display_name"))
        }
    }

    /// Makes one, which is nowhere else.
    ///
    /// - Throws: `forbidden` for an administrator's account and one's own.
    public func issue(
        to newcomer: Newcomer, reason: String, by actor: Actor, at now: Instant
    ) async throws -> String {
        let entry = PasswordReset.Entry(
            account: LoginName(newcomer.name), reason: reason, removesFactors: false)
        return try await PasswordReset(signIn: signIn).perform(entry, by: actor, isOnServer: false, at: now)
    }
}
