import BusinessProcess
import Foundation
import Storage
import WorkingTime

/// One published version of a process as it is kept: the file, and the versions of the processes it calls.
public struct PublishedProcess: Sendable {
    /// Which one.
    public let key: ProcessKey
    /// Its name.
    public let name: String
    /// The file.
    public let xml: String
    /// Since when new cases begin on it.
    public let publishedAt: Instant
    /// From when no new case begins on it; nil while it may.
    public let retiredAt: Instant?
    /// The versions of the processes it calls, as they were when it was published.
    let calls: [String: Int]

    var isRetired: Bool { retiredAt != nil }

    /// Reads it, with the processes it calls as they were when it was published: what was published of them since
    /// changes nothing for a case under way.
    ///
    /// The same texts are read once: whoever publishes one process loads all of them again.
    func definition(among files: [ProcessKey: PublishedProcess]) throws -> ProcessDefinition {
        let called = calls.sorted { $0.key < $1.key }
            .compactMap { files[ProcessKey(id: $0.key, version: $0.value)] }
        let texts = [xml] + called.flatMap { [$0.key.id, $0.xml] }
        return try Self.read.value(of: Int64(xml.hashValue), texts) {
            try ProcessDefinition.parse(Data(xml.utf8)) { name in
                called.first { $0.key.id == name }.map { Data($0.xml.utf8) }
            }
        }.numbered(key.version)
    }

    private static let read = Recalled<ProcessDefinition>(limit: 256)
}

extension PublishedProcess {
    /// Every version of every process.
    static func all(in tx: Transaction) throws -> [PublishedProcess] {
        try tx.rows(
            "SELECT id, version, name, xml, calls, published_at, retired_at FROM process_definition"
        ).map(PublishedProcess.init)
    }

    /// The versions of one process, the newest first.
    public static func versions(of process: String, in tx: Transaction) throws -> [PublishedProcess] {
        try tx.rows(
            """
            SELECT id, version, name, xml, calls, published_at, retired_at FROM process_definition
            WHERE id = \(process) ORDER BY version DESC
            """
        ).map(PublishedProcess.init)
    }

    /// The names of the processes on which cases may begin, by id.
    public static func namesInUse(in tx: Transaction) throws -> [String: String] {
        let rows = try tx.rows(
            "SELECT id, name FROM process_definition WHERE retired_at IS NULL ORDER BY version")
        return Dictionary(try rows.map { (try $0.text("id"), try $0.text("name")) }) { _, newest in newest }
    }

    private init(_ row: Row) throws {
        key = ProcessKey(id: try row.text("id"), version: try row.int("version"))
        name = try row.text("name")
        xml = try row.text("xml")
        publishedAt = try row.instant("published_at")
        retiredAt = try row.optionalInstant("retired_at")
        calls = try row.optionalJSON("calls") ?? [:]
    }
}
