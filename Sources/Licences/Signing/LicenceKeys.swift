import Crypto
import Cryptography
import Foundation
import Refusals

/// The public keys that licences are checked with, published as a JSON Web Key Set (RFC 7517).
public struct LicenceKeys: Sendable {
    private var sm2: [String: SM2PublicKey] = [:]
    private var es256: [String: P256.Signing.PublicKey] = [:]
    /// The order in which they were made.
    private var order: [JWK] = []

    init(sm2: [SM2PublicKey], es256: [P256.Signing.PublicKey]) {
        for key in sm2 { add(key) }
        for key in es256 { add(key) }
    }

    /// Reads a key set, for checking without asking anybody. Keys of other kinds are passed over.
    /// - Throws: `malformed` when it is no key set, or has no key that licences are signed with.
    public init(file text: String) throws {
        guard let set = try? JSONDecoder().decode(KeySet.self, from: Data(text.utf8)) else {
            throw DomainError.malformed("这不是公钥集（JWKS）文件。")
        }
        for key in set.keys {
            guard let point = key.point else { continue }
            switch key.crv {
            case "SM2": if let found = try? SM2PublicKey(point: point) { add(found) }
            case "P-256":
                if let found = try? P256.Signing.PublicKey(x963Representation: Data(point)) { add(found) }
            default: break
            }
        }
        guard !order.isEmpty else { throw DomainError.malformed("公钥集里没有可以核验证照的公钥。") }
    }

    private mutating func add(_ key: SM2PublicKey) {
        let kid = Self.kid(.sm2, key.point)
        sm2[kid] = key
        order.append(JWK(.sm2, crv: "SM2", kid: kid, point: key.point))
    }

    private mutating func add(_ key: P256.Signing.PublicKey) {
        let point = Array(key.x963Representation)
        let kid = Self.kid(.es256, point)
        es256[kid] = key
        order.append(JWK(.es256, crv: "P-256", kid: kid, point: point))
    }

    /// The set as it is published.
    public var set: KeySet { KeySet(keys: order) }

    /// The name of a key: its kind, and 8 bytes of the SHA-256 of its point.
    static func kid(_ algorithm: LicenceAlgorithm, _ point: [UInt8]) -> String {
        let digest = Hexadecimal.text(SHA256.hash(data: Data(point)).prefix(8))
        return "\(algorithm == .sm2 ? "sm2" : "es256")-\(digest)"
    }

    func isValid(_ signature: [UInt8], by header: SignedLicence.Header, of input: [UInt8]) -> Bool? {
        switch LicenceAlgorithm(rawValue: header.alg) {
        case .sm2:
            guard let key = sm2[header.kid] else { return nil }
            return (try? key.isValid(SM2Signature(bytes: signature), of: input)) ?? false
        case .es256:
            guard let key = es256[header.kid] else { return nil }
            guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: Data(signature)) else {
                return false
            }
            return key.isValidSignature(signature, for: Data(input))
        case nil: return nil
        }
    }
}

/// A JSON Web Key Set.
public struct KeySet: Codable, Sendable {
    /// Its keys.
    public let keys: [JWK]
}

/// A public key on a curve (RFC 7518 §6.2); `SM2` is a curve name of ours.
public struct JWK: Codable, Sendable {
    let kty: String
    let crv: String
    let kid: String
    let alg: String
    let use: String
    let x: String
    let y: String

    init(_ algorithm: LicenceAlgorithm, crv: String, kid: String, point: [UInt8]) {
        (kty, use) = ("EC", "sig")
        (self.crv, self.kid, alg) = (crv, kid, algorithm.rawValue)
        (x, y) = (Base64URL.text(Array(point[1..<33])), Base64URL.text(Array(point[33...])))
    }

    /// 0x04 ‖ x ‖ y; nil for what is no such point.
    var point: [UInt8]? {
        guard kty == "EC", let x = Base64URL.bytes(x[...].utf8), let y = Base64URL.bytes(y[...].utf8),
            x.count == 32, y.count == 32
        else { return nil }
        return [4] + x + y
    }
}
