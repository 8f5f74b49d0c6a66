import Foundation
import Journal
import Modules
import Refusals
import TestSupport
import TransparencyLog
import WorkingTime

@testable import Storage

let filedAt = Instant(milliseconds: 1_795_227_840_000)

/// Keys of a log of this name, new each time.
func logKeys(_ name: String = "minben.example/journal") throws -> JournalKeys {
    let signer = try Ed25519Signer(name: name)
    return try JournalKeys(signers: [signer], verifiers: [signer.key.verifier()])
}

/// A journal whose entries have their places.
struct SequencedJournal {
    let database: Database
    let keys: JournalKeys
    let sequencer: JournalSequencer

    /// - Parameter checking: whether statements that walk a whole growing table are refused.
    static func make(
        entries: Int, batchSize: Int = 1_000, memory: CheckpointMemory? = nil, checking: Bool = true
    ) async throws -> SequencedJournal {
        let database = try await checking ? TestDatabase.make(isHandedOn: false) : TestDatabase.plain()
        try await database.migrate(Module.journal().migrations)
        let keys = try logKeys()
        let journal = SequencedJournal(
            database: database, keys: keys,
            sequencer: JournalSequencer(
                database: database, keys: keys, memory: memory, batchSize: batchSize, pause: { _ in }))
        try await journal.append(entries)
        return journal
    }

    /// Appends entries about `A0`, `A1` …, and lets them have their places.
    func append(_ count: Int) async throws {
        try await database.write { tx in
            for turn in 0..<count { try Journal.append(acceptance(of: "A\(turn)"), in: tx) }
        }
        try await sequencer.run(at: filedAt)
    }

    var audit: JournalAudit { JournalAudit(of: database, trusting: keys) }

    func newest() async throws -> StoredCheckpoint? {
        try await database.read(StoredCheckpoint.newest)
    }

    func head() async throws -> TreeHead {
        try await newest().map { try keys.checkpoint(in: $0.note).head } ?? .empty
    }

    /// What whoever owns the database can do: anything.
    func tamper(_ body: @escaping @Sendable (Transaction) throws -> Void) async throws {
        try await database.write { tx in
            try Self.dropTriggers(in: tx)
            try body(tx)
        }
    }

    private static func dropTriggers(in tx: Transaction) throws {
        if tx.dialect == .sqlite {
            for row in try tx.rows("SELECT name FROM sqlite_master WHERE type = 'trigger' /* all */") {
                try tx.run(script: "DROP TRIGGER \(row.text("name"))")
            }
        } else {
            for table in ["journal_entry", "journal_tile", "journal_checkpoint", "journal_cosignature"] {
                try tx.run(script: "ALTER TABLE \(table) DISABLE TRIGGER USER")
            }
        }
    }
}

extension SQL {
    /// The entries at and after a place move on by so many.
    static func shift(from place: Int, by places: Int) -> [SQL] {
        // A unique index looks at each row: they go far away first.
        [
            "UPDATE journal_entry SET leaf_index = leaf_index + 1000000 + \(places) WHERE leaf_index >= \(place)",
            "UPDATE journal_entry SET leaf_index = leaf_index - 1000000 WHERE leaf_index >= 1000000",
        ]
    }
}
