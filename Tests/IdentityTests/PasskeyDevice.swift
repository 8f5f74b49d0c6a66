import Crypto
import Foundation
import WebAuthn

/// An authenticator with one ES256 key, and the browser around it.
struct PasskeyDevice {
    let key = P256.Signing.PrivateKey()
    let id: [UInt8] = Array(1...32)
    var origin = "https://minben.example"
    var signCount: UInt8 = 0
    var flags: UInt8 = 0x05

    /// Answers the challenge of a page with a new credential.
    func create(_ page: String) throws -> String {
        let client = try clientData("webauthn.create", page)
        let attested: [UInt8] = Array(repeating: 0, count: 16) + [0, 32] + id + coseKey
        let data = head(flags | 0x40) + attested
        let object =
            text("fmt", 0xa3) + text("none") + text("attStmt") + [0xa0] + text("authData")
            + [0x58, UInt8(data.count)] + data
        return json(["clientDataJSON": client, "attestationObject": object])
    }

    /// Answers the challenge of a page with the credential.
    func get(_ page: String) throws -> String {
        let client = try clientData("webauthn.get", page)
        let data = head(flags)
        let signed = data + Array(SHA256.hash(data: Data(client)))
        let signature = Array(try key.signature(for: Data(signed)).derRepresentation)
        return json(["clientDataJSON": client, "authenticatorData": data, "signature": signature])
    }

    private func clientData(_ type: String, _ page: String) throws -> [UInt8] {
        let challenge = page.firstMatch(of: /challenge&quot;:&quot;([^&]+)&quot;/).map { String($0.1) } ?? ""
        return Array("{\"type\":\"\(type)\",\"challenge\":\"\(challenge)\",\"origin\":\"\(origin)\"}".utf8)
    }

    private func head(_ flags: UInt8) -> [UInt8] {
        Array(SHA256.hash(data: Data("minben.example".utf8))) + [flags, 0, 0, 0, signCount]
    }

    private var coseKey: [UInt8] {
        let point = Array(key.publicKey.x963Representation)
        return [0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32] + point[1...32] + [0x22, 0x58, 32]
            + point[33...]
    }

    private func text(_ text: String, _ before: UInt8? = nil) -> [UInt8] {
        (before.map { [$0] } ?? []) + [0x60 | UInt8(text.utf8.count)] + Array(text.utf8)
    }

    private func json(_ response: [String: [UInt8]]) -> String {
        let members = response.map { "\"\($0)\":\"\(Base64URLText.encode($1))\"" }.joined(separator: ",")
        return "{\"id\":\"\(Base64URLText.encode(id))\",\"type\":\"public-key\",\"response\":{\(members)}}"
    }
}
