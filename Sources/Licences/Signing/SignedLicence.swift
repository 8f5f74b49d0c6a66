import Cryptography
import Foundation
import Refusals
import Storage

/// A licence with its signatures: a JSON Web Signature in the general JSON form (RFC 7515 §7.2.1), so that any library
/// checks the ES256 one, and one that knows SM2 the other.
public struct SignedLicence: Codable, Sendable, Hashable {
    /// One signature.
    public struct Signature: Codable, Sendable, Hashable {
        /// Algorithm and key, as base64url of JSON.
        public let protected: String
        /// r ‖ s, as base64url.
        public let signature: String
    }

    /// What a signature says of itself.
    struct Header: Codable {
        let alg: String
        let kid: String
    }

    /// The canonical form of the licence, as base64url.
    public let payload: String
    /// The signatures.
    public let signatures: [Signature]

    init(payload: String, signatures: [Signature]) {
        (self.payload, self.signatures) = (payload, signatures)
    }

    /// The most a file may hold: a licence has a few lines.
    public static let limitBytes = 256 << 10

    /// Reads the file a holder downloads.
    /// - Throws: `malformed` when it is something else.
    public init(file text: String) throws {
        guard text.utf8.count <= Self.limitBytes,
            let signed = try? JSONDecoder().decode(SignedLicence.self, from: Data(text.utf8)),
            (1...8).contains(signed.signatures.count)
        else { throw DomainError.malformed("这不是电子证照文件。请选择从“我的证照”下载的 .json 文件。") }
        self = signed
    }

    /// The file a holder downloads.
    /// - Throws: `EncodingError`.
    public func file() throws -> String { try encodeJSON(self) }

    /// The licence that was signed; whether it was, see ``LicenceKeys/check(_:)``.
    /// - Throws: `malformed`.
    public func content() throws -> LicenceContent {
        guard let bytes = Base64URL.bytes(payload[...].utf8) else {
            throw DomainError.malformed("文件里的证照内容读不出来。")
        }
        return try LicenceContent(canonical: bytes)
    }

    /// The bytes under a signature.
    static func input(_ protected: String, _ payload: String) -> [UInt8] {
        Array("\(protected).\(payload)".utf8)
    }
}

/// The algorithms licences are signed with.
public enum LicenceAlgorithm: String, Sendable, CaseIterable {
    /// SM2 with SM3 (GB/T 32918.2) under the standard's identity; JOSE has no name for it, so this one is ours.
    case sm2 = "SM2-SM3"
    /// ECDSA over P-256 with SHA-256 (RFC 7518 §3.4).
    case es256 = "ES256"

    /// The words people read.
    public var chinese: String {
        switch self {
        case .sm2: "SM2（国密）"
        case .es256: "ES256（国际）"
        }
    }
}
