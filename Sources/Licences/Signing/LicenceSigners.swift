import Crypto
import Cryptography
import Foundation
import Storage

/// Signs licences with two keys of the installation: SM2 as 密码法 and GB/T 39786 ask for, and ES256, which programs
/// everywhere can check.
///
/// Both are derived from the key ring (docs/adr/0048): every node has them, the ring's rotation is theirs, and earlier ones
/// go on checking what they signed.
public struct LicenceSigners: Sendable {
    /// Everything that is needed to check, and nothing that is needed to sign.
    public let keys: LicenceKeys
    private let sm2: (kid: String, key: SM2PrivateKey)
    private let es256: (kid: String, key: P256.Signing.PrivateKey)

    /// The keys of a ring: of each kind the newest that is in use signs, all of them check.
    ///
    /// - Parameter now: in milliseconds since 1970.
    /// - Throws: `CryptographyError` when the ring has no key of a suite.
    public init(_ ring: Keyring, atMilliseconds now: Int64) throws {
        let signing = try ring.current(.sealing, .sm, atMilliseconds: now)
        let other = try ring.current(.sealing, .international, atMilliseconds: now)
        let (own, foreign) = (try Self.sm2(of: signing), try Self.es256(of: other))
        sm2 = (LicenceKeys.kid(.sm2, own.publicKey.point), own)
        es256 = (LicenceKeys.kid(.es256, Array(foreign.publicKey.x963Representation)), foreign)
        let all = ring.keys(for: .sealing).values.sorted { "\($0.name)" < "\($1.name)" }
        keys = LicenceKeys(
            sm2: try all.filter { $0.name.suite == .sm }.map { try Self.sm2(of: $0).publicKey },
            es256: try all.filter { $0.name.suite == .international }.map { try Self.es256(of: $0).publicKey }
        )
    }

    /// Signs the canonical form of a licence twice.
    /// - Throws: `CryptographyError`.
    public func sign(_ content: LicenceContent) throws -> SignedLicence {
        let payload = Base64URL.text(try content.canonical())
        let national = try signature(.sm2, sm2.kid, payload) { try sm2.key.sign($0).bytes }
        let foreign = try signature(.es256, es256.kid, payload) {
            Array(try es256.key.signature(for: Data($0)).rawRepresentation)
        }
        return SignedLicence(payload: payload, signatures: [national, foreign])
    }

    private func signature(
        _ algorithm: LicenceAlgorithm, _ kid: String, _ payload: String, _ sign: ([UInt8]) throws -> [UInt8]
    ) throws -> SignedLicence.Signature {
        let header = try encodeJSON(SignedLicence.Header(alg: algorithm.rawValue, kid: kid))
        let protected = Base64URL.text(Array(header.utf8))
        let bytes = try sign(SignedLicence.input(protected, payload))
        return SignedLicence.Signature(protected: protected, signature: Base64URL.text(bytes))
    }

    private static func sm2(of key: RingKey) throws -> SM2PrivateKey {
        try first("sm2") { try SM2PrivateKey(scalar: key.derived(for: $0)) }
    }

    private static func es256(of key: RingKey) throws -> P256.Signing.PrivateKey {
        try first("es256") { use in
            try key.derived(for: use).withBytes { try P256.Signing.PrivateKey(rawRepresentation: Data($0)) }
        }
    }

    /// One secret in four thousand million is no scalar of the curve: then the next one is taken.
    private static func first<Key>(_ kind: String, _ make: (String) throws -> Key) throws -> Key {
        for attempt in 1..<8 {
            if let key = try? make("licence/\(kind)/\(attempt)") { return key }
        }
        return try make("licence/\(kind)/8")
    }
}
