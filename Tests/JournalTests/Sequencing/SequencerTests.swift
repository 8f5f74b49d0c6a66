import Foundation
import Refusals
import Storage
import Testing
import TransparencyLog
import WorkingTime

@testable import Journal

@Suite("The sequencer")
struct SequencerTests {
    @Test("places nothing and signs nothing when nobody waits")
    func nobodyWaits() async throws {
        let journal = try await SequencedJournal.make(entries: 0)
        #expect(try await journal.sequencer.run(at: filedAt) == 0)
        #expect(try await journal.newest() == nil)
    }

    @Test("gives every entry one place, in as many batches as it takes, and signs the tree of each")
    func everyEntry() async throws {
        let journal = try await SequencedJournal.make(entries: 700, batchSize: 300)
        let leaves = try await leaves(of: journal)
        #expect(leaves.map(\.place) == Array(0..<700))
        var edge = TreeEdge()
        _ = edge.append(leaves.map(\.hash))
        #expect(try await journal.head() == edge.head)
        let signed = try await journal.database.read { try StoredCheckpoint.claims(0, 1_000, in: $0) }
        #expect(
            try signed.map { try journal.keys.checkpoint(in: SignedNote($0.text)).head.size } == [
                300, 600, 700,
            ])
    }

    @Test("keeps tiles out of which every proof is made")
    func proofs() async throws {
        let journal = try await SequencedJournal.make(entries: 300)
        try await journal.append(400)
        let (head, leaves) = (try await journal.head(), try await leaves(of: journal))
        try await journal.database.read { tx in
            var reader = JournalTree.reader(size: head.size, in: tx)
            #expect(try reader.root() == head.root)
            for place in [0, 255, 256, 299, 300, 699] {
                try reader.inclusionProof(of: UInt64(place)).verify(leaves[place].hash, in: head)
            }
            var before = JournalTree.reader(size: 300, in: tx)
            let earlier = TreeHead(size: 300, root: try before.root())
            try reader.consistencyProof(from: 300).verify(from: earlier, to: head)
        }
    }

    @Test("places an entry that was committed late behind those that are placed, whatever its id")
    func lateCommit() async throws {
        let journal = try await SequencedJournal.make(entries: 3)
        try await journal.database.write { tx in
            try Journal.append([try StoredEntry(id: 1, entry: acceptance(of: "late"))], in: tx)
        }
        try await journal.sequencer.run(at: filedAt)
        let late = try await journal.database.read {
            try Journal.entries(subject: "late", onlyPublic: false, limit: 1, in: $0)
        }
        #expect(late.map(\.leafIndex) == [3])
    }

    @Test("gives no place twice when two nodes believe that they lead")
    func twoLeaders() async throws {
        let journal = try await SequencedJournal.make(entries: 0)
        let other = JournalSequencer(
            database: journal.database, keys: journal.keys, batchSize: 50, pause: { _ in })
        try await journal.database.write { tx in
            for turn in 0..<500 { try Journal.append(acceptance(of: "A\(turn)"), in: tx) }
        }
        async let first = journal.sequencer.run(at: filedAt)
        async let second = other.run(at: filedAt)
        let placed = try await [first, second].reduce(0, +)
        #expect(placed == 500)
        #expect(try await leaves(of: journal).map(\.place) == Array(0..<500))
        #expect(try await journal.audit.run().head.size == 500)
    }

    @Test("places copies that come in bulk, which carry no place")
    func bulk() async throws {
        let journal = try await SequencedJournal.make(entries: 0)
        try await journal.database.write { tx in
            let entries = try (0..<300).map {
                try StoredEntry(id: tx.ids.next(), entry: acceptance(of: "B\($0)"))
            }
            try Journal.append(entries, in: tx)
        }
        #expect(try await journal.sequencer.run(at: filedAt) == 300)
        #expect(try await journal.audit.run().head.size == 300)
    }

    private func leaves(of journal: SequencedJournal) async throws -> [(place: Int, hash: NodeHash)] {
        try await journal.database.read { tx in
            try tx.rows(
                "SELECT leaf_index, leaf_hash FROM journal_entry WHERE leaf_index >= 0 ORDER BY leaf_index LIMIT 10000"
            ).map { (try $0.int("leaf_index"), try $0.leaf()) }
        }
    }
}
