import Government
import Modules
import Storage
import TestSupport

/// An in-memory installation with the tables of `Government`, empty or with 端州区 loaded.
enum TestDistrict {
    static func empty() async throws -> Database {
        let database = try await TestDatabase.make()
        try await database.migrate(Module.government().migrations)
        return database
    }

    static func loaded() async throws -> Database {
        let database = try await empty()
        try await Government.seed(into: database)
        return database
    }
}
