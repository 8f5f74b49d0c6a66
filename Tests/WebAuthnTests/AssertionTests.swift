import Crypto
import Foundation
import Testing

@testable import WebAuthn

@Suite("Proving a credential") struct AssertionTests {
    private let site = RelyingParty(
        id: "minben.example", name: "端州区政务服务网", origins: ["https://minben.example"])
    private let challenge: [UInt8] = Array(1...32)
    private let key = Authenticator.Key.p256(P256.Signing.PrivateKey())

    private func credential(signCount: UInt32 = 0) -> WebAuthn.PublicKeyCredential {
        WebAuthn.PublicKeyCredential(
            id: Array(repeating: 7, count: 16), publicKey: Authenticator(key: key).coseKey.encoded,
            signCount: signCount, isUserVerified: true, isBackedUp: false)
    }

    private func verify(
        _ authenticator: Authenticator, answering given: [UInt8]? = nil, signCount: UInt32 = 0,
        requiresVerification: Bool = true
    ) throws -> WebAuthn.PublicKeyCredential {
        let answer = try BrowserAnswer(json: authenticator.get(given ?? challenge))
        return try site.verify(
            answer, challenge: challenge, credential: credential(signCount: signCount),
            requiresVerification: requiresVerification)
    }

    @Test("an answer that was overheard earlier is no answer to a new challenge")
    func replay() {
        #expect(throws: WebAuthnFault.otherChallenge) {
            try verify(Authenticator(key: key), answering: Array(2...33))
        }
    }

    @Test("another origin, another party, another key, another credential: each is refused")
    func others() {
        #expect(throws: WebAuthnFault.otherOrigin) {
            try verify(Authenticator(key: key, origin: "https://evil.test"))
        }
        #expect(throws: WebAuthnFault.otherRelyingParty) {
            try verify(Authenticator(key: key, relyingParty: "evil.test"))
        }
        #expect(throws: WebAuthnFault.wrongSignature) { try verify(Authenticator()) }
        #expect(throws: WebAuthnFault.otherCredential) {
            try verify(Authenticator(key: key, id: Array(repeating: 8, count: 16)))
        }
    }

    @Test(
        "a counter that stands still or goes back is a second authenticator",
        arguments: [0, 4, 5] as [UInt32])
    func counter(count: UInt32) {
        #expect(throws: WebAuthnFault.counterBack) {
            try verify(Authenticator(key: key, signCount: count), signCount: 5)
        }
    }

    @Test("a counter that never counts is none")
    func noCounter() throws {
        #expect(try verify(Authenticator(key: key, signCount: 0)).signCount == 0)
    }

    @Test("verification is demanded where it is needed, and only there")
    func verification() throws {
        let touched = Authenticator(key: key, flags: 0x01)
        #expect(throws: WebAuthnFault.userUnverified) { try verify(touched) }
        #expect(try !verify(touched, requiresVerification: false).isUserVerified)
        #expect(throws: WebAuthnFault.userAbsent) {
            try verify(Authenticator(key: key, flags: 0x04), requiresVerification: false)
        }
    }

    @Test("a registration is no assertion")
    func otherCeremony() throws {
        #expect(throws: WebAuthnFault.otherCeremony) {
            try verify(Authenticator(key: key, type: "webauthn.create"))
        }
        let registration = try BrowserAnswer(json: Authenticator(key: key).create(challenge))
        #expect(throws: WebAuthnFault.otherCeremony) {
            try site.verify(
                registration, challenge: challenge, credential: credential(), requiresVerification: true)
        }
    }

    @Test("bytes behind the counter are refused")
    func trailing() {
        #expect(throws: WebAuthnFault.malformed) { try verify(Authenticator(key: key, trailing: [0])) }
    }
}
