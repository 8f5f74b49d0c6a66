import Cases
import Cryptography
import Identity
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Licences

@Suite("A file that somebody was given")
struct FileCheckTests {
    @Test("what was changed says nothing of the licence")
    func changed() async throws {
        let house = try await House()
        let licence = try await house.issue()
        let file = try await house.database.read { try LicenceStore.signed(licence.id, in: $0) }
        let signed = try SignedLicence(file: file)
        let text = String(
            decoding: Base64URL.bytes(signed.payload[...].utf8) ?? [], as: UTF8.self)
        let forged = SignedLicence(
            payload: Base64URL.text(Array(text.replacing("张伟", with: "李伟").utf8)),
            signatures: signed.signatures)
        let verdict = try await house.licences.check(
            file: forged.file(), at: house.now, address: "203.0.113.9")
        #expect(verdict.licence == nil && !verdict.signatures.areSound)
    }

    @Test("signatures hold for ever; where the licence stands is asked today")
    func standsToday() async throws {
        let house = try await House()
        let licence = try await house.issue()
        let file = try await house.database.read { try LicenceStore.signed(licence.id, in: $0) }
        try await house.revoke(licence)
        let verdict = try await house.licences.check(file: file, at: house.now, address: "203.0.113.9")
        #expect(verdict.signatures.areSound)
        #expect(verdict.licence?.standing(on: house.now.day) == .revoked)
    }
}
