import ArgumentParser
import Foundation
import Journal
import Modules
import Refusals
import Storage
import TransparencyLog
import WorkingTime

/// Measures how fast entries get their places in the log, and what that costs those who write meanwhile; prints what it
/// found as one line of JSON.
@main
struct JournalBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Entries sequenced per second.", subcommands: [Backlog.self, Beside.self, Verify.self])
}

/// Where the journal lies.
struct Place: ParsableArguments {
    @Option(help: "A folder for the SQLite database.") var folder: String
    @Option(help: "postgres://… in place of SQLite.") var postgres: String?

    /// The database, as durable as the server's, with the journal's tables.
    func open() async throws -> Database {
        let database =
            if let postgres { try await Database.postgres(postgres) } else {
                try Database.sqlite(at: "\(folder)/journal.sqlite")
            }
        try await database.migrate(StorageMigrations.all())
        try await database.migrate(Module.journal().migrations)
        return database
    }
}

/// A backlog of entries gets its places.
struct Backlog: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "A backlog gets its places.")
    @OptionGroup var place: Place
    @Option(help: "Entries that wait.") var entries = 100_000
    @Flag(help: "Without standing aside between two batches.") var flatOut = false

    func run() async throws {
        let database = try await place.open()
        try await Filler(database: database).fill(entries)
        let keys = try JournalKeys.ephemeral()
        let sequencer = JournalSequencer(database: database, keys: keys) { [flatOut] pause in
            if !flatOut { try await Task.sleep(for: pause) }
        }
        let began = ContinuousClock.now
        let count = try await sequencer.run(at: .now)
        let seconds = began.duration(to: .now) / Duration.seconds(1)
        try database.close()
        try report(["entries": Double(count), "seconds": seconds])
    }
}

/// Small business transactions that write entries, with and without the sequencer beside them, in turns.
struct Beside: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "What it costs others.")
    @OptionGroup var place: Place
    @Option(help: "How long each turn takes, in seconds.") var seconds = 5.0
    @Option(help: "How many turns of each kind.") var turns = 4
    @Option(help: "How many write at the same time.") var writers = 32
    @Option(help: "Transactions a second that are asked for; 0: as many as go.") var rate = 0.0

    func run() async throws {
        let database = try await place.open()
        let keys = try JournalKeys.ephemeral()
        let sequencer = JournalSequencer(database: database, keys: keys)
        let load = Load(database: database, writers: writers, rate: rate)
        _ = try await load.run(seconds: 1)
        var (without, with) = (Load.Result(), Load.Result())
        for _ in 0..<turns {
            // Nothing of the turn before is left to be sequenced.
            _ = try await sequencer.run(at: .now)
            without += try await load.run(seconds: seconds)
            _ = try await sequencer.run(at: .now)
            let beside = Task {
                while !Task.isCancelled {
                    _ = try await sequencer.run(at: .now)
                    try await Task.sleep(for: .seconds(1))
                }
            }
            with += try await load.run(seconds: seconds)
            beside.cancel()
            _ = try? await beside.value
        }
        try database.close()
        try report(
            without.figures("without").merging(with.figures("with")) { first, _ in first })
    }
}

/// A whole journal is checked.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "A whole journal is checked.")
    @OptionGroup var place: Place
    @Option(help: "Entries of the journal.") var entries = 100_000

    func run() async throws {
        let database = try await place.open()
        try await Filler(database: database).fill(entries)
        let keys = try JournalKeys.ephemeral()
        _ = try await JournalSequencer(database: database, keys: keys) { _ in }.run(at: .now)
        let began = ContinuousClock.now
        let account = try await JournalAudit(of: database, trusting: keys).run()
        let seconds = began.duration(to: .now) / Duration.seconds(1)
        try database.close()
        try report(["entries": Double(account.head.size), "seconds": seconds])
    }
}

/// What is printed: one line, with sorted keys.
func report(_ figures: [String: Double]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    print(String(decoding: try encoder.encode(figures), as: UTF8.self))
}

extension JournalKeys {
    /// A key that nobody will ever see.
    static func ephemeral() throws -> JournalKeys {
        let signer = try Ed25519Signer(name: "localhost/journal")
        return try JournalKeys(signers: [signer], verifiers: [signer.key.verifier()])
    }
}
