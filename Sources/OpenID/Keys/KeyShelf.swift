import JWTKit
import Refusals
import Storage
import WorkingTime

/// The provider's keys: one of each algorithm signs, those before it are published until nothing they signed counts.
///
/// All nodes read the same table each time, so that a key that was changed on one signs on all of them.
actor KeyShelf {
    private let database: Database
    private var known: [String] = []
    private var collection = JWTKeyCollection()

    init(database: Database) { self.database = database }

    /// The published keys, made where there are none yet.
    private func keys(at now: Instant) async throws -> [SigningKey] {
        let found = try await database.read { try SigningKeyStore.published(at: now, in: $0) }
        let missing = SigningAlgorithm.allCases.filter { algorithm in
            !found.contains { $0.algorithm == algorithm && $0.retiredAt == nil }
        }
        guard !missing.isEmpty else { return found }
        let fresh = try missing.map { try SigningKey.make($0, at: now) }
        return try await database.write { tx in
            for key in fresh { try SigningKeyStore.insert(key, in: tx) }
            return try SigningKeyStore.published(at: now, in: tx)
        }
    }

    /// The same, ready to sign and to verify; parsing them takes longer than reading them.
    private func collection(of keys: [SigningKey]) async throws -> JWTKeyCollection {
        let names = keys.map(\.kid)
        if names == known { return collection }
        let fresh = JWTKeyCollection()
        for key in keys { try await key.add(to: fresh) }
        (known, collection) = (names, fresh)
        return fresh
    }

    /// Signs claims with the present key of an algorithm.
    /// - Throws: `StorageError`, and what the keys cannot be opened for.
    func sign(
        _ claims: Claims, _ algorithm: SigningAlgorithm, type: String = "JWT", at now: Instant
    ) async throws -> String {
        let keys = try await keys(at: now)
        guard let key = keys.last(where: { $0.algorithm == algorithm && $0.retiredAt == nil }) else {
            throw StorageError.serialization
        }
        return try await collection(of: keys).sign(
            claims, kid: JWKIdentifier(string: key.kid), header: ["typ": .string(type)])
    }

    /// The claims of a token that one of the published keys signed, by its own algorithm; nil for any other.
    /// - Throws: `StorageError` when the keys cannot be read.
    func verified(_ token: String, at now: Instant) async throws -> Claims? {
        guard token.utf8.count <= OpenIDSettings.tokenLimitBytes, let header = TokenHeader(token) else {
            return nil
        }
        let keys = try await keys(at: now)
        guard let key = keys.first(where: { $0.kid == header.kid }), key.algorithm.rawValue == header.alg
        else { return nil }
        return try? await collection(of: keys).verify(token, as: Claims.self)
    }

    /// The public halves, the present ones first (RFC 7517).
    func published(at now: Instant) async throws -> [[String: String]] {
        try await keys(at: now).reversed().map { try $0.published() }
    }

    /// The keys for the desk, the present ones first.
    func overview(at now: Instant) async throws -> [SigningKey] { try await keys(at: now).reversed() }
}

/// Replacing the keys.
enum KeyRotation {
    /// New keys sign from now on; `record` writes it down in the same transaction.
    static func rotate(
        in database: Database, at now: Instant,
        record: @escaping @Sendable ([SigningKey], Transaction) throws -> Void
    ) async throws {
        let fresh = try SigningAlgorithm.allCases.map { try SigningKey.make($0, at: now) }
        try await database.write { tx in
            // Two at once would leave the tokens of the first one's keys without a key.
            try tx.exclude("openid.keys")
            try SigningKeyStore.retire(at: now, in: tx)
            for key in fresh { try SigningKeyStore.insert(key, in: tx) }
            try record(fresh, tx)
        }
    }
}
