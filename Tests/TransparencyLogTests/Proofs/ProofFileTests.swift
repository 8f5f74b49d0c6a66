import Testing

@testable import TransparencyLog

@Suite("Proof files")
struct ProofFileTests {
    static let entry = Array("entry 4711".utf8)

    private func file(entry: [UInt8]? = entry, witnesses: [UInt8] = [1]) throws -> ProofFile {
        let log = SampleLog(5_000)
        var reader = log.reader()
        return ProofFile(
            entry: entry, proof: try reader.inclusionProof(of: 4_711),
            note: try SampleKeys.checkpoint(log.head, witnesses: witnesses))
    }

    @Test("what is not a proof file is refused")
    func refused() throws {
        let text = try file().description
        let broken = [
            "", "\n", text.replacing("tlog-proof@v1", with: "tlog-proof@v2"),
            text.replacing("extra ", with: "Extra "),
            text.replacing("extra ", with: "extra !"), text.replacing("index 4711", with: "index 04711"),
            text.replacing("index 4711\n", with: ""), text.replacing("index 4711", with: "index -1"),
            text.replacing("index 4711", with: "index 4711\nAAAA"), String(text.prefix(200)),
            text.replacing("\nextra", with: "\n\nextra"),
        ]
        for text in broken {
            #expect(throws: LogFault.malformedProof) { try ProofFile(text) }
        }
        #expect(throws: LogFault.malformedNote) { try ProofFile(String(text.dropLast())) }
    }

    @Test("another entry, place or path is not in the log", arguments: ["entry", "index", "hash", "length"])
    func forged(_ what: String) throws {
        let file = try file()
        var (entry, index, hashes) = (Self.entry, file.proof.index, file.proof.hashes)
        switch what {
        case "entry": entry = Array("entry 4712".utf8)
        case "index": index = 4_712
        case "hash": hashes[0] = hashes[1]
        default: hashes.removeLast()
        }
        let forged = ProofFile(
            entry: entry, proof: InclusionProof(index: index, hashes: hashes), note: file.note)
        let log = try SampleKeys.trusted()
        #expect(throws: LogFault.notIncluded) { try forged.verify(trusting: log) }
    }

    @Test("a proof needs as many witnesses as its reader wants to hear")
    func witnesses() throws {
        let (file, log) = (try file(), try SampleKeys.trusted(neededWitnesses: 2))
        #expect(throws: LogFault.tooFewWitnesses(1, needed: 2)) { try file.verify(trusting: log) }
    }

    @Test("a file without its entry proves nothing by itself, and something to whoever has the leaf")
    func withoutEntry() throws {
        let (file, log) = (try ProofFile(try file(entry: nil).description), try SampleKeys.trusted())
        #expect(file.entry == nil)
        #expect(throws: LogFault.noEntry) { try file.verify(trusting: log) }
        #expect(throws: LogFault.notIncluded) { try file.verify(.emptyTree, trusting: log) }
        #expect(try file.verify(NodeHash(leaf: Self.entry), trusting: log).head.size == 5_000)
    }

    @Test("a file is written, read and verified offline")
    func verified() throws {
        let file = try file()
        let again = try ProofFile(file.description)
        #expect(again == file)
        #expect(
            try again.verify(trusting: SampleKeys.trusted(neededWitnesses: 1)).head == SampleLog(5_000).head)
    }

    @Test("the only entry of a log is proved without any path")
    func single() throws {
        let log = SampleLog(1)
        let file = ProofFile(
            entry: Array("entry 0".utf8), proof: InclusionProof(index: 0, hashes: []),
            note: try SampleKeys.checkpoint(log.head))
        let again = try ProofFile(file.description)
        #expect(file.description.hasPrefix("c2sp.org/tlog-proof@v1\nextra ZW50cnkgMA==\nindex 0\n\nminben."))
        #expect(try again.verify(trusting: SampleKeys.trusted()).head == log.head)
    }
}
