import Foundation

/// What a browser hands over after `navigator.credentials.create` or `.get`, in the JSON form of the standard
/// (`PublicKeyCredential.toJSON`).
public struct BrowserAnswer: Sendable {
    private struct Message: Decodable {
        let id: String
        let type: String
        let response: Response
    }

    private struct Response: Decodable {
        let clientDataJSON: String
        let attestationObject: String?
        let authenticatorData: String?
        let signature: String?
        let userHandle: String?
    }

    /// The credential's id.
    public let credentialID: [UInt8]
    /// Whose credential it is, in the bytes that were given when it was made; of assertions only.
    public let userHandle: [UInt8]?
    let clientDataBytes: [UInt8]
    let attestationBytes: [UInt8]?
    let authenticatorBytes: [UInt8]?
    let signature: [UInt8]?

    private static let largestBytes = 32_768

    /// Reads the answer.
    /// - Throws: ``WebAuthnFault/malformed`` when it is too long or not of this form.
    public init(json: String) throws(WebAuthnFault) {
        guard json.utf8.count <= Self.largestBytes,
            let message = try? JSONDecoder().decode(Message.self, from: Data(json.utf8)),
            message.type == "public-key"
        else { throw .malformed }
        let response = message.response
        credentialID = try Self.bytes(message.id)
        clientDataBytes = try Self.bytes(response.clientDataJSON)
        attestationBytes = try response.attestationObject.map(Self.bytes)
        authenticatorBytes = try response.authenticatorData.map(Self.bytes)
        signature = try response.signature.map(Self.bytes)
        let handle = try response.userHandle.map(Self.bytes)
        userHandle = handle?.isEmpty == true ? nil : handle
        guard (1...AttestedCredential.longestID).contains(credentialID.count) else { throw .malformed }
    }

    /// The challenge that it says it answers; `nil` when it cannot be read.
    public var challenge: [UInt8]? { (try? ClientData(clientDataBytes))?.challenge }

    private static func bytes(_ text: String) throws(WebAuthnFault) -> [UInt8] {
        guard let bytes = Base64URLText.decode(text) else { throw .malformed }
        return bytes
    }
}
