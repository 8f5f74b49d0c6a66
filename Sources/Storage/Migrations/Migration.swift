import Crypto
import Foundation

/// One numbered step of a module's tables, in portable SQL. It never changes after it has landed and never
/// names a Swift type: it must still run in ten years.
public struct Migration: Sendable, Hashable {
    /// The module whose tables it makes, for example `cases`.
    public let module: String
    /// Its place in the module's order, from 1.
    public let number: Int
    /// What it makes, for example `service_case`.
    public let name: String
    /// The statements, for every engine that has none of its own.
    public let sql: String
    /// PostgreSQL's own words, where it has no other: triggers, full text.
    public let postgresSQL: String?

    /// A migration that is written in place, as tests do; modules use ``all(in:module:)``.
    public init(module: String, number: Int, name: String, sql: String, postgresSQL: String? = nil) {
        self.module = module
        self.number = number
        self.name = name
        self.sql = sql
        self.postgresSQL = postgresSQL
    }

    func text(for dialect: Dialect) -> String {
        switch dialect {
        case .sqlite: sql
        case .postgresql: postgresSQL ?? sql
        }
    }

    /// The fingerprint by which a later change is noticed: SHA-256 in hexadecimal.
    public func digest(for dialect: Dialect) -> String {
        Hexadecimal.text(SHA256.hash(data: Data(text(for: dialect).utf8)))
    }

    /// How it is named in the log: `cases/0012_service_case`.
    public var label: String {
        "\(module)/\(String(format: "%04d", number))_\(name)"
    }
}

extension Migration {
    /// All migrations of a module, from `Resources/Migrations/NNNN_name.sql` of its bundle, in order; where
    /// PostgreSQL needs words of its own they stand beside it in `NNNN_name.postgres.sql`.
    /// Throws ``StorageError/io(_:)`` for a missing folder, a file that is not named so, or a number used twice.
    public static func all(in bundle: Bundle, module: String) throws -> [Migration] {
        let folder = bundle.bundleURL.appending(path: "Resources/Migrations")
        let files = try contents(of: folder).filter {
            $0.pathExtension == "sql" && !$0.lastPathComponent.hasSuffix(postgresSuffix)
        }
        let migrations = try files.map { try Migration(file: $0, module: module) }.sorted {
            $0.number < $1.number
        }
        guard Set(migrations.map(\.number)).count == migrations.count else {
            throw StorageError.io("two migrations of \(module) have the same number")
        }
        return migrations
    }

    private static func contents(of folder: URL) throws -> [URL] {
        do {
            return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        } catch {
            throw StorageError.io("no migrations in \(folder.path)")
        }
    }

    private static let postgresSuffix = ".postgres.sql"

    private init(file: URL, module: String) throws {
        let parts = file.deletingPathExtension().lastPathComponent.split(separator: "_", maxSplits: 1)
        guard parts.count == 2, parts[0].count == 4, let number = Int(parts[0]), number > 0,
            let sql = try? String(contentsOf: file, encoding: .utf8)
        else { throw StorageError.io("not a migration: \(file.lastPathComponent)") }
        let beside = file.deletingPathExtension().appendingPathExtension("postgres.sql")
        self.init(
            module: module, number: number, name: String(parts[1]), sql: sql,
            postgresSQL: try? String(contentsOf: beside, encoding: .utf8))
    }
}
