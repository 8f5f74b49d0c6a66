import Government
import Identity
import OpenID
import Storage
import Web
import WorkingTime

extension Configuration {
    /// The provider of sign-ins for other systems, under the public address; all nodes have its secret from the database.
    /// - Throws: `StorageError`.
    func provider(
        _ database: Database, _ directory: Directory, _ identity: Identity,
        clock: @escaping @Sendable () -> Instant
    ) async throws -> OpenID {
        let secret = try await database.secret(named: "openid", make: WebSettings.randomSecret)
        return OpenID(
            database: database, directory: directory,
            settings: OpenIDSettings(issuer: publicAddress, secret: secret), identity: identity, clock: clock)
    }
}
