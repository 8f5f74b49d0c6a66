import Crypto
import CryptoExtras
import Foundation
import JWTKit
import Storage
import WorkingTime

/// How tokens are signed (RFC 7518 3.1).
public enum SigningAlgorithm: String, Sendable, Hashable, Codable, CaseIterable {
    /// RSA of 2,048 bits: what every program knows (OpenID Connect Core 1.0, 15.1).
    case rs256 = "RS256"
    /// The curve P-256: shorter.
    case es256 = "ES256"
}

/// One key of the provider.
struct SigningKey: Sendable, Hashable {
    let kid: String
    let algorithm: SigningAlgorithm
    let pem: String
    let createdAt: Instant
    /// Since when it signs nothing any more; nil while it does.
    var retiredAt: Instant?

    /// A new key.
    /// - Throws: when the machine has no memory for it.
    static func make(_ algorithm: SigningAlgorithm, at now: Instant) throws -> SigningKey {
        let pem =
            switch algorithm {
            case .rs256: try _RSA.Signing.PrivateKey(keySize: .bits2048).pemRepresentation
            case .es256: P256.Signing.PrivateKey().pemRepresentation
            }
        let name = Hash.hex(pem).prefix(16)
        return SigningKey(
            kid: "\(algorithm.rawValue.lowercased())-\(name)", algorithm: algorithm, pem: pem,
            createdAt: now, retiredAt: nil)
    }

    /// Whether tokens that it signed may still be about.
    func isPublished(at now: Instant) -> Bool {
        guard let retiredAt else { return true }
        return now - retiredAt < OpenIDSettings.retiredKeySeconds
    }

    func add(to collection: JWTKeyCollection) async throws {
        let id = JWKIdentifier(string: kid)
        switch algorithm {
        case .rs256:
            await collection.add(
                rsa: try Insecure.RSA.PrivateKey(pem: pem), digestAlgorithm: .sha256, kid: id)
        case .es256: await collection.add(ecdsa: try ES256PrivateKey(pem: pem), kid: id)
        }
    }

    /// The public half as programs read it (RFC 7517).
    func published() throws -> [String: String] {
        var members = ["kid": kid, "use": "sig", "alg": algorithm.rawValue]
        switch algorithm {
        case .rs256:
            let key = try _RSA.Signing.PrivateKey(pemRepresentation: pem).publicKey.getKeyPrimitives()
            members["kty"] = "RSA"
            members["n"] = Base64URLText.encode(key.modulus)
            members["e"] = Base64URLText.encode(key.publicExponent)
        case .es256:
            // 0x04, then both coordinates (SEC 1, 2.3.3).
            let point = try P256.Signing.PrivateKey(pemRepresentation: pem).publicKey.x963Representation
            members["kty"] = "EC"
            members["crv"] = "P-256"
            members["x"] = Base64URLText.encode(point.dropFirst().prefix(32))
            members["y"] = Base64URLText.encode(point.suffix(32))
        }
        return members
    }
}
