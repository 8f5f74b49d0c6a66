import BusinessProcess
import Foundation
import Refusals
import Storage
import Synchronization
import WorkingTime

/// Every version of every process, in memory: definitions never change once published.
public final class ProcessLibrary: Sendable {
    /// The services the engine performs for a process; a process that names another cannot be published.
    public static let knownServices: Set<String> = [
        "accept", "deem-accepted", "refuse-acceptance", "issue", "deny", "child", "publish", "discard",
        "close-accountability",
        "receive", "deem-received", "answer", "revoke", "close-order",
    ]

    private struct Shelf {
        var definitions: [ProcessKey: ProcessDefinition] = [:]
        var newest: [ProcessKey: ProcessDefinition] = [:]
        /// The files of the newest, by process: what a new process may call.
        var files: [String: PublishedProcess] = [:]
    }

    private let shelf = Mutex(Shelf())

    /// A library with nothing in it yet; ``install(_:in:at:)`` fills it.
    public init() {}

    /// All versions, as a snapshot.
    public var all: [ProcessKey: ProcessDefinition] { shelf.withLock { $0.definitions } }

    /// One version of one process.
    public func definition(_ key: ProcessKey) -> ProcessDefinition? { shelf.withLock { $0.definitions[key] } }

    /// The newest version of each process that is not retired: what new cases begin on.
    public var newest: [ProcessKey: ProcessDefinition] { shelf.withLock { $0.newest } }

    /// The file of the newest version of one process that is not retired.
    public func file(of process: String) -> PublishedProcess? { shelf.withLock { $0.files[process] } }

    /// Publishes processes that come with the program, and loads every version that was ever published. A process of
    /// which the district has published a version of its own is left as the district has it.
    ///
    /// - Throws: `ProcessError` when a file cannot be executed, ``ChangedProcess`` when a published version was
    ///   edited without a new version number.
    public func install(_ files: [Data], in database: Database, at now: Instant) async throws {
        let processes = try files.map { try DeliveredProcess($0) }
        try await database.write { tx in
            try tx.exclude(Self.topic)
            for process in processes { try process.publish(at: now, in: tx) }
        }
        try await reload(from: database)
    }

    /// What is announced when a process was published or retired: every node then reads it again.
    public static let topic = "processes"

    /// Loads every version that was ever published.
    ///
    /// - Throws: `ProcessError` when a version cannot be executed by this program.
    public func reload(from database: Database) async throws {
        let published = try await database.read { try PublishedProcess.all(in: $0) }
        let files = Dictionary(published.map { ($0.key, $0) }) { first, _ in first }
        var loaded = Shelf()
        for process in published {
            let definition = try process.definition(among: files)
            loaded.definitions[process.key] = definition
            let known = loaded.files[process.key.id]
            guard !process.isRetired, known.map({ $0.key.version < process.key.version }) ?? true else {
                continue
            }
            if let known { loaded.newest[known.key] = nil }
            loaded.newest[process.key] = definition
            loaded.files[process.key.id] = process
        }
        shelf.withLock { [loaded] in $0 = loaded }
    }

    /// Reads a file that may become a version of a process. Processes it calls are taken as they are now.
    public func read(_ xml: Data) -> ProcessFile {
        ProcessFile(xml, calling: shelf.withLock { $0.files })
    }
}
