import Foundation
import OpenID
import WorkingTime

extension Configuration {
    /// The keys that sign for other systems. Those in the data directory are made at the first start; a file of its own,
    /// which several nodes share, is made by the first of them.
    /// - Throws: `SigningKeyFault`.
    func signingKeys(at now: Instant) async throws -> KeyShelf {
        let folder = URL(fileURLWithPath: dataDirectory, isDirectory: true)
        return try await KeyShelf(
            path: openIDKeys.isEmpty ? folder.appending(path: "openid-keys.json").path : openIDKeys, at: now)
    }
}
