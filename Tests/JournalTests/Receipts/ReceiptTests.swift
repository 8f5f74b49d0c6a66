import Refusals
import Storage
import Testing
import TransparencyLog
import WorkingTime

@testable import Journal

@Suite("A receipt out of the journal")
struct ReceiptTests {
    @Test("of something the journal does not tell of is none")
    func none() async throws {
        let journal = try await SequencedJournal.make(entries: 1)
        #expect(try await receipt("other", in: journal)?.leaf == nil)
        #expect(try await receipt("A0", action: "case.submitted", in: journal)?.leaf == nil)
    }

    @Test("is a signed promise at first, and never passes for a checkpoint")
    func promise() async throws {
        let journal = try await SequencedJournal.make(entries: 1)
        try await journal.database.write { _ = try Journal.append(acceptance(of: "new"), in: $0) }
        let receipt = try #require(try await receipt("new", in: journal))
        #expect(receipt.proof == nil)
        let note = try #require(receipt.promise)
        let promise = try ReceiptPromise(SignedNote(note.description), trusting: journal.keys)
        #expect(promise.number == "new" && promise.leaf == receipt.leaf)
        #expect(throws: LogFault.malformedCheckpoint) { try journal.keys.checkpoint(in: note) }
    }

    @Test("that somebody else has signed promises nothing")
    func forgedPromise() throws {
        let (ours, theirs) = (try logKeys(), try logKeys())
        let promise = ReceiptPromise(origin: ours.origin, number: "1", leaf: .emptyTree, at: filedAt)
        #expect(throws: LogFault.unsigned) {
            try ReceiptPromise(promise.signed(by: theirs.signers), trusting: ours)
        }
        let checkpoint = try Checkpoint(origin: ours.origin, head: .empty).signed(by: ours.signers)
        #expect(throws: LogFault.malformedNote) { try ReceiptPromise(checkpoint, trusting: ours) }
    }

    @Test("is kept by a proof that anybody verifies offline, entry and all")
    func proof() async throws {
        let journal = try await SequencedJournal.make(entries: 300)
        let receipt = try #require(try await receipt("A7", in: journal))
        let file = try ProofFile(#require(receipt.proof).description)
        let head = try await journal.head()
        #expect(try file.verify(trusting: journal.keys.log).head == head)
        let entry = try #require(file.entry.flatMap { ProvenEntry(content: $0) })
        #expect(entry.subject == "A7" && entry.sentence.chinese == "李敏 受理了申请。" && entry.at == filedAt)
    }

    @Test("of any entry there is a proof without what it says, once a signed tree holds it")
    func entryProof() async throws {
        let journal = try await SequencedJournal.make(entries: 20)
        let new = try await journal.database.write { try Journal.append(acceptance(of: "new"), in: $0).id }
        let (early, none) = try await journal.database.read {
            (try EntryProof.of(new, in: $0), try EntryProof.of(1, in: $0))
        }
        #expect(early?.standing == .waiting && early?.file == nil && none == nil)
        try await journal.sequencer.run(at: filedAt)
        let proof = try #require(try await journal.database.read { try EntryProof.of(new, in: $0) })
        let file = try ProofFile(#require(proof.file))
        let leaf = try #require(Hexadecimal.bytes(proof.entry.leafHash).flatMap { NodeHash($0) })
        #expect(file.entry == nil)
        #expect(try file.verify(leaf, trusting: journal.keys.log).head.size == 21)
    }

    @Test("hides from another reader who entered it; the promise then says which record the proof is about")
    func another() async throws {
        let journal = try await SequencedJournal.make(entries: 3)
        let receipt = try #require(try await receipt("A1", for: 7, in: journal))
        let proof = try #require(receipt.proof)
        #expect(proof.entry == nil)
        #expect(try proof.verify(receipt.leaf, trusting: journal.keys.log).head.size == 3)
    }

    @Test("of an entry that was erased still proves that there was one")
    func erased() async throws {
        let journal = try await SequencedJournal.make(entries: 3)
        let before = try #require(try await receipt("A1", in: journal))
        try await journal.database.write {
            try Erasure(ground: "申请删除").erase(before.entry.id, by: liMin, at: filedAt, in: $0)
        }
        let after = try #require(try await receipt("A1", for: 0, in: journal))
        #expect(after.proof?.entry == nil && after.leaf == before.leaf)
        // What was handed out before holds as it did.
        try #require(before.proof).verify(trusting: journal.keys.log)
    }

    private func receipt(
        _ subject: String, action: String = "case.accepted", for account: Int64 = liMin.accountID,
        in journal: SequencedJournal
    ) async throws -> JournalReceipt? {
        try await journal.database.read {
            try JournalReceipt.of(subject, action: action, for: account, keys: journal.keys, in: $0)
        }
    }
}
