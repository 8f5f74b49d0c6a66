import Cryptography
import Testing

@testable import TransparencyLog

@Suite("Notes signed with SM2")
struct SM2NoteTests {
    private static let name = "minben.duanzhou.gov.cn/journal"
    private let text = "minben.duanzhou.gov.cn/journal\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"

    @Test("the signature of another text, of another key or with a changed bit is wrong")
    func wrong() throws {
        let (signer, other) = (try signer(), try signer())
        var bytes = try signer.sign(text).bytes
        let verifier = try SM2Verifier(signer.key)
        #expect(verifier.isValid(bytes, of: text))
        #expect(!verifier.isValid(bytes, of: text + "\n"))
        #expect(!verifier.isValid(try other.sign(text).bytes, of: text))
        #expect(!verifier.isValid([], of: text))
        bytes[3] ^= 1
        #expect(!verifier.isValid(bytes, of: text))
    }

    @Test("a key of another type, or no point of the curve, has no verifier")
    func noKey() throws {
        let type = [0xff] + Array("minben/sm2-sm3".utf8)
        let beside = try NoteKey(name: "a", material: type + [4] + Array(repeating: 1, count: 64))
        let short = try NoteKey(name: "a", material: type + [4])
        let foreign = try NoteKey(name: "a", material: [0xff] + Array("other/sm2".utf8))
        for key in [beside, short] { #expect(throws: LogFault.malformedKey) { try key.verifier() } }
        #expect(throws: LogFault.unknownKeyType) { try foreign.verifier() }
        #expect(throws: LogFault.malformedKey) { try SM2Verifier(Ed25519Signer(name: "a").key) }
        #expect(throws: LogFault.malformedKey) { try SM2Signer(name: "a b", privateKey: SM2PrivateKey()) }
    }

    @Test("a checkpoint carries both signatures, and readers who insist on SM2 trust that key alone")
    func twins() throws {
        let (sm2, ed25519) = (try signer(), try Ed25519Signer(name: Self.name))
        let note = try Checkpoint(text).signed(by: [ed25519, sm2])
        let read = try SignedNote(note.description)
        let key = try NoteKey("\(sm2.key)").verifier()
        let trusted = TrustedLog(origin: Self.name, keys: [key])
        #expect(try trusted.checkpoint(in: read).head.size == 1)
        let unsigned = try Checkpoint(text).signed(by: [ed25519])
        #expect(throws: LogFault.unsigned) { try trusted.checkpoint(in: unsigned) }
    }

    private func signer() throws -> SM2Signer { try SM2Signer(name: Self.name, privateKey: SM2PrivateKey()) }
}
