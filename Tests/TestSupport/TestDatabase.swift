import Cryptography
import Foundation

@testable import Storage

/// An empty database for one test: SQLite in memory, or a schema of its own on the PostgreSQL that
/// `MINBEN_TEST_POSTGRES` names, so that one suite holds on both engines.
public enum TestDatabase {
    /// The address of the PostgreSQL under test, if it is PostgreSQL's turn.
    public static var postgresURL: String? { ProcessInfo.processInfo.environment["MINBEN_TEST_POSTGRES"] }

    /// The engine under test.
    public static var dialect: Dialect { postgresURL == nil ? .sqlite : .postgresql }

    /// An empty database that ends with the last reference to it, and that refuses a statement which walks a
    /// growing table from end to end.
    ///
    /// - Parameter isHandedOn: whether a later test may have its tables. False for tests that change the tables
    ///   themselves.
    public static func make(
        connections: Int = 2, ids: IDSource = IDSource(), isHandedOn: Bool = true
    ) async throws -> Database {
        let schema = postgresURL != nil && isHandedOn ? SpareSchemas.take() : nil
        let database = try await plain(connections: connections, ids: ids, schema: schema)
        if schema != nil { try await database.write(SpareSchemas.empty) }
        return Database(
            engine: ExplainingEngine(database: database, schema: schema), ids: database.ids,
            notices: database.notices,
            sealer: try sealer(.sm))
    }

    /// The keys of this run of the tests.
    public static let keys = Result { try Keyring.make(atMilliseconds: 0) }

    /// Seals with the keys of this run.
    public static func sealer(_ suite: CipherSuite?) throws -> Sealer {
        try Sealer(keys.get(), suite: suite, atMilliseconds: 1)
    }

    /// One that takes any statement: for tables of the tests themselves.
    public static func plain(connections: Int = 2, ids: IDSource = IDSource()) async throws -> Database {
        try await plain(connections: connections, ids: ids, schema: nil)
    }

    private static func plain(connections: Int, ids: IDSource, schema: String?) async throws -> Database {
        guard let postgresURL else { return try Database.inMemory(ids: ids) }
        return try await Database.postgres(
            postgresURL, schema: schema ?? SpareSchemas.fresh(), connections: connections, ids: ids)
    }
}
