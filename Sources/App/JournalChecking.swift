import Foundation
import Journal
import Storage
import TransparencyLog

extension JournalKeys {
    /// The keys that are given, or else those of the configured file.
    ///
    /// - Throws: `LogFault`, `KeyFileFault`, or ``ConfigurationError`` when there are none.
    public init(of configuration: Configuration, or given: [String]) throws {
        guard given.isEmpty else {
            self = try JournalKeys(given.joined(separator: "\n"))
            return
        }
        guard let file = configuration.journal.keyFile(in: configuration) else {
            throw ConfigurationError(mistakes: ["请用 --key 给出日志的公钥，或者设置 journal_key"])
        }
        self = try file.journalKeys()
    }
}

extension Configuration {
    /// What this node remembers of its log beside the database. Throws `LogFault`.
    public func rememberedCheckpoints() throws -> [SignedNote] {
        try journal.memory(in: self).note().map { [$0] } ?? []
    }

    /// The database as it is: nothing is made, and nothing is brought up to date.
    ///
    /// - Throws: ``ConfigurationError`` when there is none.
    public func existingDatabase() async throws -> Database {
        guard database.isEmpty else { return try await Database.postgres(database, connections: 2) }
        let path = URL(fileURLWithPath: dataDirectory).appending(path: "minben.sqlite").path
        guard FileManager.default.fileExists(atPath: path) else {
            throw ConfigurationError(mistakes: ["没有数据库 \(path)"])
        }
        return try Database.sqlite(at: path)
    }
}
