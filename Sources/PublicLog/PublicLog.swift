import Cases
import Foundation
import Journal
import Modules
import Storage
import TransparencyLog
import Web

/// The journal as everybody may check it: its checkpoints, tiles and proofs, the receipts of cases, the page on which a
/// proof is verified, and what witnesses and logs of others have to do with it.
public struct PublicLog: Sendable {
    private let keys: JournalKeys?
    private let memory: CheckpointMemory?
    private let witness: CosignerKey?
    private let witnessedLogs: [any NoteVerifier]
    private let witnesses: RemoteWitnesses?
    private let cases: Cases
    private let database: Database

    /// The public side of an installation's journal.
    ///
    /// - Parameters:
    ///   - keys: what this node signs and verifies with; nil: nothing is sequenced or published here.
    ///   - memory: what this node remembers of its log beside the database.
    ///   - witness: the key under which this installation cosigns logs of others; nil: it does not.
    ///   - witnessedLogs: the keys of the logs it cosigns.
    ///   - witnesses: who cosigns our checkpoints.
    public init(
        keys: JournalKeys?, memory: CheckpointMemory?, witness: CosignerKey?,
        witnessedLogs: [any NoteVerifier], witnesses: RemoteWitnesses?, cases: Cases, database: Database
    ) {
        self.keys = keys
        self.memory = memory
        self.witness = witness
        self.witnessedLogs = witnessedLogs
        self.witnesses = witnesses
        self.cases = cases
        self.database = database
    }

    /// What it contributes: only a node that can sign orders the entries.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        Module(
            name: "public-log", migrations: try Self.migrations(),
            routes: LogAPI(keys: keys, database: database).routes
                + ReceiptPages(keys: keys, cases: cases, database: database).routes
                + ProofCheckPages(keys: keys, database: database).routes
                + WitnessAPI(key: witness, logs: witnessedLogs, database: database).routes,
            jobs: jobs)
    }

    static func migrations() throws -> [Migration] { try Migration.all(in: .module, module: "public-log") }

    private var jobs: [Job] {
        guard let keys else { return [] }
        let witnessing = witnesses.map { Witnessing(by: $0, keys: keys, database: database).job }
        guard !keys.signers.isEmpty else { return witnessing.map { [$0] } ?? [] }
        let sequencer = JournalSequencer(database: database, keys: keys, memory: memory)
        return [sequencer.job] + (witnessing.map { [$0] } ?? [])
    }
}
