import Cryptography
import Foundation
import Refusals

/// What was found of one signature.
public struct SignatureFinding: Sendable, Hashable {
    /// The algorithm it names.
    public let algorithm: String
    /// The key it names.
    public let kid: String
    /// Whether it holds; `nil` when the key is not known here.
    public let holds: Bool?

    /// The algorithm in words.
    public var title: String { LicenceAlgorithm(rawValue: algorithm)?.chinese ?? algorithm }

    /// What was found, in words.
    public var sentence: Sentence {
        switch holds {
        case true?: "签名成立，密钥 \(kid)"
        case false?: "签名不成立：内容被改动过，或者不是这把密钥签的"
        case nil: "不认识这把密钥（\(kid)），无法核验"
        }
    }
}

extension LicenceKeys {
    /// Checks every signature of a file by itself.
    public func check(_ signed: SignedLicence) -> [SignatureFinding] {
        signed.signatures.map { signature in
            guard let bytes = Base64URL.bytes(signature.protected[...].utf8),
                let header = try? JSONDecoder().decode(SignedLicence.Header.self, from: Data(bytes))
            else { return SignatureFinding(algorithm: "?", kid: "?", holds: false) }
            let value = Base64URL.bytes(signature.signature[...].utf8) ?? []
            let input = SignedLicence.input(signature.protected, signed.payload)
            return SignatureFinding(
                algorithm: header.alg, kid: header.kid, holds: isValid(value, by: header, of: input))
        }
    }
}

extension [SignatureFinding] {
    /// Whether the licence is what was signed: something holds, and nothing fails. A signature by a key that is not known
    /// here says nothing either way.
    public var areSound: Bool { contains { $0.holds == true } && !contains { $0.holds == false } }
}
