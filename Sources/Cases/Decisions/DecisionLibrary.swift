import DecisionModel
import Foundation
import Storage
import Synchronization
import WorkingTime

/// A decision table in force, its cells read.
public struct PublishedDecision: Sendable {
    /// The key by which processes ask for it.
    public let id: String
    /// The version in force.
    public let version: Int
    /// What is decided.
    public let name: String
    /// The table, ready to decide.
    public let decision: Decision
}

/// The decision tables in force, in memory.
public final class DecisionLibrary: Sendable {
    /// What is announced when one was published or retired: every node then reads them again.
    public static let topic = "decisions"

    private let published = Mutex<[String: PublishedDecision]>([:])

    /// A library with nothing in it yet.
    public init() {}

    /// The newest published version of each, by key.
    public var inForce: [String: PublishedDecision] { published.withLock { $0 } }

    /// Reads the tables in force. One that this program cannot read is left out, so that the others go on; a process
    /// that asks for it waits with an incident.
    public func reload(from database: Database) async throws {
        let versions = try await database.read { try DecisionStore.inForce(in: $0) }
        let loaded = versions.reduce(into: [String: PublishedDecision]()) { loaded, version in
            guard let decision = try? Decision(version.table) else { return }
            loaded[version.table.id] = PublishedDecision(
                id: version.table.id, version: version.version, name: version.table.name, decision: decision)
        }
        published.withLock { $0 = loaded }
    }

    /// Publishes the tables of DMN files that come with the program, each unless there is one of its key already.
    ///
    /// - Throws: `DecisionFindings` when a file is no decision table.
    public func install(_ files: [Data], in database: Database, at now: Instant) async throws {
        let tables = try files.flatMap { try DecisionTable.tables(in: $0) }
        try await database.write { tx in
            try tx.exclude("decisions")
            for table in tables where try DecisionStore.versions(of: table.id, in: tx).isEmpty {
                var version = DecisionVersion(table: table, version: 1, editedBy: .program, editedAt: now)
                (version.state, version.publishedAt) = (.published, now)
                try DecisionStore.insert(version, in: tx)
                try tx.announce(Self.topic)
            }
        }
        try await reload(from: database)
    }
}

extension Signatory {
    /// Whoever wrote what comes with the program.
    fileprivate static let program = Signatory(accountID: 0, name: "系统")
}
