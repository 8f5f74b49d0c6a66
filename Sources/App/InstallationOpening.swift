import Cryptography
import Files
import Foundation
import Licences
import Logging
import Storage
import WorkingTime

extension Installation {
    /// Opens the data directory, creating it when it is not there, and brings the database up to date.
    ///
    /// - Parameter clock: the time; tests put their own in.
    /// - Throws: ``UnusableDatabase``, or what is wrong with the store of files.
    public static func open(
        _ configuration: Configuration, logger: Logger,
        clock: @escaping @Sendable () -> Instant = { Instant.now }
    ) async throws -> Installation {
        try await UnusableDatabase.explaining {
            let data = URL(fileURLWithPath: configuration.dataDirectory, isDirectory: true)
            try makeFolder(data)
            let ring = try configuration.keys.open(dataDirectory: data.path, now: clock())
            let sealer = try Sealer(
                ring, suite: configuration.keys.suite, atMilliseconds: clock().milliseconds)
            let database = try await database(configuration, in: data, sealer: sealer)
            try await database.migrate(StorageMigrations.all())
            try await KnownKeys.check(ring, in: database)
            let log = try NodeLog(configuration)
            let files = try await configuration.files.open(data.appending(path: "files"), database: database)
            let installation = try await assemble(
                configuration, database: database, files: files,
                signers: LicenceSigners(ring, atMilliseconds: clock().milliseconds), log: log, logger: logger,
                clock: clock)
            do { try await files.requireOwnStore(at: clock()) } catch {
                try? await installation.node.end()
                throw error
            }
            return installation
        }
    }

    private static func makeFolder(_ folder: URL) throws {
        do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
            throw ConfigurationError(mistakes: ["数据目录 \(folder.path) 建不了：\(error.localizedDescription)"])
        }
    }

    private static func database(
        _ configuration: Configuration, in data: URL, sealer: Sealer
    ) async throws -> Database {
        guard !configuration.database.isEmpty else {
            return try Database.sqlite(at: data.appending(path: "minben.sqlite").path, sealer: sealer)
        }
        return try await Database.postgres(
            configuration.database, connections: configuration.databaseConnections, sealer: sealer)
    }

    /// An installation that leaves nothing behind: for tests, and for looking at the routes.
    ///
    /// - Parameter database: where it keeps everything; absent: in memory.
    public static func temporary(
        _ configuration: Configuration = Configuration(), database: Database? = nil,
        clock: @escaping @Sendable () -> Instant = { Instant.now }
    ) async throws -> Installation {
        let folder = FileManager.default.temporaryDirectory.appending(path: "minben-\(UUID().uuidString)")
        let now = clock().milliseconds
        let ring = try Keyring.make(atMilliseconds: now)
        let sealer = try Sealer(
            ring, suite: configuration.keys.suite, atMilliseconds: now)
        let database = try database ?? Database.inMemory(sealer: sealer)
        return try await assemble(
            configuration, database: database, files: FileStore(root: folder, database: database),
            signers: LicenceSigners(ring, atMilliseconds: now), log: NodeLog(ephemeral: "localhost/journal"),
            logger: Logger(label: "minben"), clock: clock)
    }
}
