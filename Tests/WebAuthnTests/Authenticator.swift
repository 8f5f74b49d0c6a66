import Crypto
import CryptoExtras
import Foundation

@testable import WebAuthn

/// An authenticator and its browser in one, which do as they are told, also wrong things.
struct Authenticator {
    var key = Key.p256(P256.Signing.PrivateKey())
    var id: [UInt8] = Array(repeating: 7, count: 16)
    var relyingParty = "minben.example"
    var origin = "https://minben.example"
    var flags: UInt8 = 0x05
    var signCount: UInt32 = 1
    var type: String?
    var crossOrigin = false
    var format = "none"
    var statement: [(CBOR, CBOR)] = []
    var trailing: [UInt8] = []
    var algorithm: Int?

    enum Key {
        case p256(P256.Signing.PrivateKey)
        case ed25519(Curve25519.Signing.PrivateKey)
        case rsa(_RSA.Signing.PrivateKey)
    }

    /// What `navigator.credentials.create` hands over.
    func create(_ challenge: [UInt8]) throws -> String {
        let client = clientData("webauthn.create", challenge)
        var authenticatorData = head(flags | 0x40) + Array(repeating: 0, count: 16)
        authenticatorData += [UInt8(id.count >> 8), UInt8(id.count & 255)] + id + coseKey.encoded + trailing
        var statement = statement
        if format == "packed", statement.isEmpty {
            let signed = authenticatorData + Array(SHA256.hash(data: Data(client)))
            statement = [("alg", number), ("sig", .bytes(try sign(signed)))]
        }
        let pairs: [(CBOR, [UInt8])] = [
            ("fmt", CBOR.text(format).plain),
            ("attStmt", Encoding.map(statement.map { ($0.0, $0.1.plain) })),
            ("authData", CBOR.bytes(authenticatorData).plain),
        ]
        let object = Encoding.map(pairs)
        return json(["clientDataJSON": client, "attestationObject": object])
    }

    /// What `navigator.credentials.get` hands over.
    func get(_ challenge: [UInt8]) throws -> String {
        let client = clientData("webauthn.get", challenge)
        let data = head(flags) + trailing
        let signature = try sign(data + Array(SHA256.hash(data: Data(client))))
        return json(["clientDataJSON": client, "authenticatorData": data, "signature": signature])
    }

    private func clientData(_ type: String, _ challenge: [UInt8]) -> [UInt8] {
        let challenge = Base64URLText.encode(challenge)
        return Array(
            """
            {"type":"\(self.type ?? type)","challenge":"\(challenge)","origin":"\(origin)","crossOrigin":\(crossOrigin)}
            """.utf8)
    }

    private func head(_ flags: UInt8) -> [UInt8] {
        Array(SHA256.hash(data: Data(relyingParty.utf8))) + [flags]
            + withUnsafeBytes(of: signCount.bigEndian, Array.init)
    }

    private func json(_ response: [String: [UInt8]]) -> String {
        let members = response.map { "\"\($0)\":\"\(Base64URLText.encode($1))\"" }.joined(separator: ",")
        return "{\"id\":\"\(Base64URLText.encode(id))\",\"type\":\"public-key\",\"response\":{\(members)}}"
    }

    private func sign(_ bytes: [UInt8]) throws -> [UInt8] {
        switch key {
        case .p256(let key): Array(try key.signature(for: Data(bytes)).derRepresentation)
        case .ed25519(let key): Array(try key.signature(for: Data(bytes)))
        case .rsa(let key):
            Array(
                try key.signature(for: SHA256.hash(data: Data(bytes)), padding: .insecurePKCS1v1_5)
                    .rawRepresentation)
        }
    }

    private var number: CBOR {
        switch key {
        case .p256: CBOR(integerLiteral: algorithm ?? -7)
        case .ed25519: CBOR(integerLiteral: algorithm ?? -8)
        case .rsa: CBOR(integerLiteral: algorithm ?? -257)
        }
    }

    /// The public key in COSE form.
    var coseKey: CoseMap {
        switch key {
        case .p256(let key):
            let point = Array(key.publicKey.x963Representation)
            return CoseMap(
                [
                    (1, 2), (3, number), (-1, 1), (-2, .bytes(Array(point[1...32]))),
                    (-3, .bytes(Array(point[33...]))),
                ])
        case .ed25519(let key):
            return CoseMap(
                [(1, 1), (3, number), (-1, 6), (-2, .bytes(Array(key.publicKey.rawRepresentation)))])
        case .rsa(let key):
            let numbers = try? key.publicKey.getKeyPrimitives()
            return CoseMap([
                (1, 3), (3, number), (-1, .bytes(Array(numbers?.modulus ?? Data()))),
                (-2, .bytes(Array(numbers?.publicExponent ?? Data()))),
            ])
        }
    }
}

/// A map in the order in which it is written.
struct CoseMap {
    let pairs: [(CBOR, CBOR)]

    init(_ pairs: [(CBOR, CBOR)]) { self.pairs = pairs }

    var encoded: [UInt8] { Encoding.map(pairs.map { ($0.0, $0.1.plain) }) }
}
