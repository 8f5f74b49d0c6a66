import Cryptography
import Foundation
import Licences
import WorkingTime

extension Configuration {
    /// The keys this installation's licences are checked with, out of its key ring; nothing is asked of a server, and no
    /// ring is made.
    ///
    /// - Throws: ``ConfigurationError`` when there is no ring, `CryptographyError` when it cannot be read.
    public func licenceKeys(at now: Instant) throws -> LicenceKeys {
        guard let ring = try keys.source(dataDirectory: dataDirectory).read() else {
            throw ConfigurationError(mistakes: ["没有密钥环，请用 --keys 指定下载的公钥集（JWKS）"])
        }
        return try LicenceSigners(ring, atMilliseconds: now.milliseconds).keys
    }
}
