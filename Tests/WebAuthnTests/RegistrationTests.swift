import Crypto
import CryptoExtras
import Foundation
import Testing

@testable import WebAuthn

@Suite("Registering a credential") struct RegistrationTests {
    private let site = RelyingParty(
        id: "minben.example", name: "端州区政务服务网", origins: ["https://minben.example"])
    private let challenge: [UInt8] = Array(1...32)

    private func register(_ authenticator: Authenticator, answering given: [UInt8]? = nil) throws
        -> WebAuthn.PublicKeyCredential
    {
        let answer = try BrowserAnswer(json: authenticator.create(given ?? challenge))
        return try site.register(answer, challenge: challenge, requiresVerification: true)
    }

    @Test("an answer to another challenge is refused")
    func otherChallenge() {
        #expect(throws: WebAuthnFault.otherChallenge) {
            try register(Authenticator(), answering: Array(2...33))
        }
    }

    @Test(
        "an answer from another origin is refused, however alike it looks",
        arguments: [
            "https://minben.example.evil.test", "http://minben.example", "https://minben.example:8443",
            "https://Minben.example", "https://sub.minben.example", "null", "",
        ])
    func otherOrigin(origin: String) {
        #expect(throws: WebAuthnFault.otherOrigin) { try register(Authenticator(origin: origin)) }
    }

    @Test("an answer from inside a page of another site is refused")
    func crossOrigin() {
        #expect(throws: WebAuthnFault.otherOrigin) { try register(Authenticator(crossOrigin: true)) }
    }

    @Test("a credential for another relying party is refused")
    func otherParty() {
        #expect(throws: WebAuthnFault.otherRelyingParty) {
            try register(Authenticator(relyingParty: "evil.test"))
        }
    }

    @Test("an assertion is no registration, whatever it is called")
    func otherCeremony() throws {
        #expect(throws: WebAuthnFault.otherCeremony) { try register(Authenticator(type: "webauthn.get")) }
        let assertion = try BrowserAnswer(json: Authenticator().get(challenge))
        #expect(throws: WebAuthnFault.otherCeremony) {
            try site.register(assertion, challenge: challenge, requiresVerification: false)
        }
    }

    @Test("nobody there, or nobody verified, is refused")
    func flags() {
        #expect(throws: WebAuthnFault.userAbsent) { try register(Authenticator(flags: 0x04)) }
        #expect(throws: WebAuthnFault.userUnverified) { try register(Authenticator(flags: 0x01)) }
    }

    @Test("kept on several devices without being able to is a contradiction")
    func backup() {
        #expect(throws: WebAuthnFault.malformed) { try register(Authenticator(flags: 0x15)) }
    }

    @Test("an algorithm that was not offered is refused", arguments: [-35, -36, -257, 0, 5])
    func algorithm(number: Int) {
        #expect(throws: WebAuthnFault.unknownAlgorithm) { try register(Authenticator(algorithm: number)) }
    }

    @Test("attestations that we cannot judge are refused", arguments: ["fido-u2f", "tpm", "android-key", ""])
    func attestation(format: String) {
        #expect(throws: WebAuthnFault.unknownAttestation) { try register(Authenticator(format: format)) }
    }

    @Test("an attestation of its own that is signed by another key is refused")
    func selfAttestation() throws {
        _ = try register(Authenticator(format: "packed"))
        let foreign: [(CBOR, CBOR)] = [
            ("alg", -7),
            ("sig", .bytes(Array(try P256.Signing.PrivateKey().signature(for: Data([1])).derRepresentation))),
        ]
        #expect(throws: WebAuthnFault.wrongSignature) {
            try register(Authenticator(format: "packed", statement: foreign))
        }
        #expect(throws: WebAuthnFault.unknownAttestation) {
            try register(Authenticator(format: "packed", statement: foreign + [("x5c", .array([]))]))
        }
        #expect(throws: WebAuthnFault.malformed) {
            try register(Authenticator(format: "none", statement: foreign))
        }
    }

    @Test("bytes behind the key are refused unless they are announced extensions")
    func trailing() throws {
        #expect(throws: WebAuthnFault.malformed) { try register(Authenticator(trailing: [0])) }
        #expect(throws: WebAuthnFault.malformed) { try register(Authenticator(flags: 0x85, trailing: [0])) }
        _ = try register(Authenticator(flags: 0x85, trailing: [0xa1, 0x61, 0x61, 0xf5]))
    }

    @Test("ids are one to 1,023 bytes", arguments: [0, 1_024])
    func identifiers(count: Int) {
        let authenticator = Authenticator(id: Array(repeating: 1, count: count))
        #expect(throws: WebAuthnFault.malformed) { try register(authenticator) }
    }

    @Test("what is no answer of a browser is refused", arguments: ["", "{}", "[]", "null", "{\"id\":1}"])
    func noAnswer(json: String) {
        #expect(throws: WebAuthnFault.malformed) { try BrowserAnswer(json: json) }
    }

    @Test("an answer of more than thirty thousand bytes is not read")
    func oversized() throws {
        let answer = try Authenticator().create(challenge) + String(repeating: " ", count: 33_000)
        #expect(throws: WebAuthnFault.malformed) { try BrowserAnswer(json: answer) }
    }

    @Test("keys of the three algorithms are taken, and sign in later")
    func keys() throws {
        let keys: [Authenticator.Key] = [
            .p256(P256.Signing.PrivateKey()), .ed25519(Curve25519.Signing.PrivateKey()),
            .rsa(try _RSA.Signing.PrivateKey(keySize: .bits2048)),
        ]
        for key in keys {
            var authenticator = Authenticator(key: key)
            let credential = try register(authenticator)
            authenticator.signCount = 2
            let answer = try BrowserAnswer(json: authenticator.get(challenge))
            let used = try site.verify(
                answer, challenge: challenge, credential: credential, requiresVerification: true)
            #expect(used.signCount == 2 && used.isUserVerified)
        }
    }
}
