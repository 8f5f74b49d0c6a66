import Crypto
import CryptoExtras
import Foundation

/// The public key of a credential (RFC 9052, section 7).
struct COSEKey: Sendable {
    private enum Key: Sendable {
        case p256(P256.Signing.PublicKey)
        case ed25519(Curve25519.Signing.PublicKey)
        case rsa(_RSA.Signing.PublicKey)
    }

    let algorithm: COSEAlgorithm
    private let key: Key

    /// Reads the key out of its bytes.
    /// - Throws: ``WebAuthnFault/malformed`` when it is no key, ``WebAuthnFault/unknownAlgorithm`` when it is of an
    ///   algorithm or a curve that was not offered.
    init(_ bytes: ArraySlice<UInt8>) throws(WebAuthnFault) {
        try self.init(CBORReader.value(bytes))
    }

    init(_ value: CBOR) throws(WebAuthnFault) {
        guard let map = value.map, let number = map[3]?.integer, let type = map[1]?.integer else {
            throw .malformed
        }
        guard let algorithm = COSEAlgorithm(rawValue: number) else { throw .unknownAlgorithm }
        self.algorithm = algorithm
        switch (algorithm, type) {
        case (.es256, 2): key = .p256(try Self.p256(map))
        case (.eddsa, 1): key = .ed25519(try Self.ed25519(map))
        case (.rs256, 3): key = .rsa(try Self.rsa(map))
        default: throw .unknownAlgorithm
        }
    }

    /// Whether a signature over these bytes is by this key.
    func verifies(_ signature: [UInt8], over bytes: [UInt8]) -> Bool {
        switch key {
        case .p256(let key):
            guard let signature = try? P256.Signing.ECDSASignature(derRepresentation: signature) else {
                return false
            }
            return key.isValidSignature(signature, for: Data(bytes))
        case .ed25519(let key): return key.isValidSignature(Data(signature), for: Data(bytes))
        case .rsa(let key):
            let signature = _RSA.Signing.RSASignature(rawRepresentation: Data(signature))
            return key.isValidSignature(
                signature, for: SHA256.hash(data: Data(bytes)), padding: .insecurePKCS1v1_5)
        }
    }

    private static func p256(_ map: [CBOR: CBOR]) throws(WebAuthnFault) -> P256.Signing.PublicKey {
        guard map[-1]?.integer == 1 else { throw .unknownAlgorithm }
        guard let x = map[-2]?.bytes, let y = map[-3]?.bytes, x.count == 32, y.count == 32,
            let key = try? P256.Signing.PublicKey(x963Representation: [4] + x + y)
        else { throw .malformed }
        return key
    }

    private static func ed25519(_ map: [CBOR: CBOR]) throws(WebAuthnFault) -> Curve25519.Signing.PublicKey {
        guard map[-1]?.integer == 6 else { throw .unknownAlgorithm }
        guard let x = map[-2]?.bytes, x.count == 32,
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: x)
        else { throw .malformed }
        return key
    }

    /// Keys of 2,048 to 4,096 bits: shorter ones are weak, longer ones buy work.
    private static func rsa(_ map: [CBOR: CBOR]) throws(WebAuthnFault) -> _RSA.Signing.PublicKey {
        guard let modulus = map[-1]?.bytes, let exponent = map[-2]?.bytes, exponent.count <= 8,
            (256...512).contains(modulus.count),
            let key = try? _RSA.Signing.PublicKey(n: Data(modulus), e: Data(exponent))
        else { throw .malformed }
        return key
    }
}
