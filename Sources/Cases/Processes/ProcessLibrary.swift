import BusinessProcess
import Crypto
import Foundation
import Refusals
import Storage
import Synchronization
import WorkingTime

/// Every version of every process, in memory: definitions never change once published.
public final class ProcessLibrary: Sendable {
    /// The services the engine performs for a process; a process that names another cannot be installed.
    public static let knownServices: Set<String> = [
        "accept", "deem-accepted", "refuse-acceptance", "issue", "deny", "child",
    ]

    private let definitions = Mutex<[ProcessKey: ProcessDefinition]>([:])

    /// A library with nothing in it yet; ``install(_:in:at:)`` fills it.
    public init() {}

    /// All versions, as a snapshot.
    public var all: [ProcessKey: ProcessDefinition] { definitions.withLock { $0 } }

    /// One version of one process.
    public func definition(_ key: ProcessKey) -> ProcessDefinition? { definitions.withLock { $0[key] } }

    /// The newest version of each process: what new cases begin on.
    public var newest: [ProcessKey: ProcessDefinition] {
        let all = self.all
        let versions = Dictionary(all.keys.map { ($0.id, $0.version) }, uniquingKeysWith: max)
        return all.filter { versions[$0.key.id] == $0.key.version }
    }

    /// Publishes processes that come with the program, and loads every version that was ever published.
    ///
    /// - Throws: `ProcessError` when a file cannot be executed, ``ChangedProcess`` when a published version was
    ///   edited without a new version number.
    public func install(_ files: [Data], in database: Database, at now: Instant) async throws {
        for file in files { try await publish(file, in: database, at: now) }
        try await reload(from: database)
    }

    /// What is announced when a process was published: every node then reads it again.
    public static let topic = "processes"

    /// Loads every version that was ever published.
    ///
    /// - Throws: `ProcessError` when a version cannot be executed by this program.
    public func reload(from database: Database) async throws {
        let rows = try await database.read { try $0.rows("SELECT id, version, xml FROM process_definition") }
        var loaded: [ProcessKey: ProcessDefinition] = [:]
        for row in rows {
            let key = ProcessKey(id: try row.text("id"), version: try row.int("version"))
            loaded[key] = try ProcessDefinition.parse(Data(row.text("xml").utf8))
        }
        definitions.withLock { [loaded] in $0 = loaded }
    }

    private func publish(_ file: Data, in database: Database, at now: Instant) async throws {
        let definition = try ProcessDefinition.parse(file)
        try Self.requireKnownServices(definition)
        guard let version = Int(definition.version) else { throw ChangedProcess(id: definition.id) }
        let digest = Hexadecimal.text(SHA256.hash(data: file))
        let xml = String(decoding: file, as: UTF8.self)
        try await database.write { tx in
            try tx.exclude("processes")
            let known = try tx.row(
                "SELECT digest FROM process_definition WHERE id = \(definition.id) AND version = \(version)")
            if let known {
                guard try known.text("digest") == digest else { throw ChangedProcess(id: definition.id) }
                return
            }
            try tx.execute(
                """
                INSERT INTO process_definition (id, version, name, digest, xml, published_at)
                VALUES (\(definition.id), \(version), \(definition.name), \(digest), \(xml), \(now))
                """)
            try tx.announce(Self.topic)
        }
    }

    private static func requireKnownServices(_ definition: ProcessDefinition) throws {
        for element in definition.elements.keys {
            guard let task = definition.serviceTask(element) else { continue }
            guard knownServices.contains(task.service) else { throw UnknownService(name: task.service) }
        }
    }
}

/// A published process file was edited, or its `minben:version` is not a whole number: give it a new version.
public struct ChangedProcess: Error, CustomStringConvertible {
    /// The process.
    public let id: String
    /// For the log.
    public var description: String { "process \(id) was changed without a new minben:version" }
}

/// A process names a service this engine does not have: see ``ProcessLibrary/knownServices``.
struct UnknownService: Error {
    let name: String
}
