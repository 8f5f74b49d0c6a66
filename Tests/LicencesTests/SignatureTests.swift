import Cases
import Cryptography
import Foundation
import Refusals
import Storage
import Testing

@testable import Licences

@Suite("Two signatures over one canonical form")
struct SignatureTests {
    private let signers: LicenceSigners
    private let ring: Keyring

    init() throws {
        ring = try Keyring.make(atMilliseconds: 0)
        signers = try LicenceSigners(ring, atMilliseconds: 1)
    }

    private var content: LicenceContent { LicenceContent(.sample(), issuerCode: "11441202007185204J") }

    @Test("one changed letter, and neither holds")
    func tampered() throws {
        let signed = try signers.sign(content)
        let forged = try SignedLicence(
            payload: Base64URL.text(
                Array(
                    String(decoding: content.canonical(), as: UTF8.self).replacing("张伟", with: "张三").utf8)),
            signatures: signed.signatures)
        let findings = signers.keys.check(forged)
        #expect(findings.map(\.holds) == [false, false])
        #expect(!findings.areSound)
    }

    @Test("keys of another installation are not known, and prove nothing")
    func strangers() throws {
        let other = try LicenceSigners(Keyring.make(atMilliseconds: 0), atMilliseconds: 1)
        let findings = other.keys.check(try signers.sign(content))
        #expect(findings.map(\.holds) == [nil, nil])
        #expect(!findings.areSound)
    }

    @Test("a signature that was cut off or swapped fails by itself")
    func broken() throws {
        let signed = try signers.sign(content)
        let (national, foreign) = (signed.signatures[0], signed.signatures[1])
        let swapped = SignedLicence(
            payload: signed.payload,
            signatures: [
                .init(protected: national.protected, signature: foreign.signature),
                .init(protected: foreign.protected, signature: String(foreign.signature.dropLast(4))),
            ])
        #expect(signers.keys.check(swapped).map(\.holds) == [false, false])
    }

    @Test("one that fails is not made good by one that holds")
    func mixed() throws {
        let signed = try signers.sign(content)
        let half = SignedLicence(
            payload: signed.payload,
            signatures: [
                signed.signatures[0], .init(protected: signed.signatures[1].protected, signature: "AAAA"),
            ])
        #expect(signers.keys.check(half).map(\.holds) == [true, false])
        #expect(!signers.keys.check(half).areSound)
    }

    @Test(
        "what is no file of a licence is said to be none",
        arguments: ["", "{}", "[]", "%PDF-1.4", #"{"payload":"e30","signatures":[]}"#])
    func noFile(_ text: String) {
        #expect(throws: DomainError.malformed("这不是电子证照文件。请选择从“我的证照”下载的 .json 文件。")) {
            _ = try SignedLicence(file: text)
        }
    }

    @Test("a payload in another order of its members is not taken")
    func notCanonical() throws {
        let text = String(decoding: try content.canonical(), as: UTF8.self)
        let loose = "{ " + text.dropFirst()
        #expect(throws: DomainError.malformed("文件里的证照内容不完整，或者不是标准的写法。")) {
            _ = try LicenceContent(canonical: Array(loose.utf8))
        }
    }

    @Test("both hold after the file has gone through the hands of its holder")
    func roundTrip() throws {
        let read = try SignedLicence(file: signers.sign(content).file())
        let findings = signers.keys.check(read)
        #expect(findings.map(\.algorithm) == ["SM2-SM3", "ES256"])
        #expect(findings.map(\.holds) == [true, true])
        #expect(try read.content() == content)
    }

    @Test("the published key set is enough to check")
    func published() throws {
        let keys = try LicenceKeys(file: encodeJSON(signers.keys.set))
        #expect(keys.check(try signers.sign(content)).areSound)
    }

    @Test("a key set without a key of ours is refused")
    func emptySet() {
        #expect(throws: DomainError.malformed("公钥集里没有可以核验证照的公钥。")) {
            _ = try LicenceKeys(file: #"{"keys":[]}"#)
        }
    }

    @Test("what an earlier key signed is checked after the ring has turned")
    func rotated() throws {
        var turned = ring
        try turned.rotate(.sealing, .sm, beginsAtMilliseconds: 10, atMilliseconds: 10)
        try turned.rotate(.sealing, .international, beginsAtMilliseconds: 10, atMilliseconds: 10)
        let later = try LicenceSigners(turned, atMilliseconds: 20)
        #expect(later.keys.check(try signers.sign(content)).areSound)
        #expect(later.keys.set.keys.count == 4)
        #expect(!signers.keys.check(try later.sign(content)).areSound)
    }

    @Test("a person's number is signed in its masked form only")
    func masked() throws {
        let text = String(decoding: try content.canonical(), as: UTF8.self)
        #expect(!text.contains("441299199003071231"))
        #expect(text.contains("441299********1231"))
    }
}
