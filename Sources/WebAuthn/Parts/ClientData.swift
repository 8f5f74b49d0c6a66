import Foundation

/// What the browser says of the moment (section 5.8.1).
struct ClientData: Sendable {
    /// What was asked of the authenticator.
    enum Ceremony: String {
        /// Make a credential.
        case create = "webauthn.create"
        /// Prove one.
        case get = "webauthn.get"
    }

    private struct Fields: Decodable {
        let type: String
        let challenge: String
        let origin: String
        let crossOrigin: Bool?
    }

    /// Longer than any browser's.
    private static let largestBytes = 4_096

    private let fields: Fields

    /// - Throws: ``WebAuthnFault/malformed`` when it is not the browser's JSON.
    init(_ bytes: [UInt8]) throws(WebAuthnFault) {
        guard bytes.count <= Self.largestBytes,
            let fields = try? JSONDecoder().decode(Fields.self, from: Data(bytes))
        else { throw .malformed }
        self.fields = fields
    }

    /// Whether it was made for this, here and now.
    func require(_ ceremony: Ceremony, challenge: [UInt8], origins: Set<String>) throws(WebAuthnFault) {
        guard fields.type == ceremony.rawValue else { throw .otherCeremony }
        guard Base64URLText.decode(fields.challenge) == challenge else { throw .otherChallenge }
        guard origins.contains(fields.origin), fields.crossOrigin != true else { throw .otherOrigin }
    }

    /// The challenge that it answers; `nil` when that is not base64url.
    var challenge: [UInt8]? { Base64URLText.decode(fields.challenge) }
}
