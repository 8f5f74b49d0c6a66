import Foundation

extension Database {
    /// The names of what all nodes share that begin so.
    public func secretNames(beginning prefix: String) async throws -> Set<String> {
        let names = try await read { tx in
            try tx.rows("SELECT name FROM installation_secret").map { try $0.text("name") }
        }
        return Set(names.filter { $0.hasPrefix(prefix) })
    }

    /// A secret all nodes share, made by the first that asks.
    ///
    /// - Parameter make: makes it, at random.
    public func secret(named name: String, make: @escaping @Sendable () -> [UInt8]) async throws -> [UInt8] {
        let text = try await write { tx in
            try tx.execute(
                """
                INSERT INTO installation_secret (name, value, created_at)
                VALUES (\(name), \(Data(make()).base64EncodedString()), \(IDSource.systemClock()))
                ON CONFLICT (name) DO NOTHING
                """)
            return try tx.row("SELECT value FROM installation_secret WHERE name = \(name)")?.text("value")
        }
        guard let secret = text.flatMap({ Data(base64Encoded: $0) }) else {
            throw StorageError.column("installation_secret.value")
        }
        return Array(secret)
    }
}
