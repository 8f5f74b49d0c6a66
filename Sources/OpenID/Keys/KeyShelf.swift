import JWTKit
import WorkingTime

/// The provider's keys: one of each algorithm signs, those before it are published until nothing they signed counts.
///
/// Several nodes share one file; each looks whether another has changed it.
public actor KeyShelf {
    private let file: SigningKeyFile?
    private var mark: SigningKeyFile.Mark?
    private var keys: [SigningKey]
    private var collection = JWTKeyCollection()

    /// The keys of a file, which is made when it is not there.
    ///
    /// - Parameter path: nil for keys that end with the process, for tests and for looking at the routes.
    /// - Throws: ``SigningKeyFault``.
    public init(path: String?, at now: Instant) async throws {
        file = path.map(SigningKeyFile.init)
        if let known = try file?.read() {
            keys = known
        } else {
            keys = try SigningAlgorithm.allCases.map { try SigningKey.make($0, at: now) }
            try file?.write(keys)
        }
        mark = file?.mark
        collection = try await Self.collection(of: keys)
    }

    private static func collection(of keys: [SigningKey]) async throws -> JWTKeyCollection {
        let collection = JWTKeyCollection()
        for key in keys { try await key.add(to: collection) }
        return collection
    }

    private func refresh() async throws {
        guard let file, file.mark != mark else { return }
        let found = file.mark
        guard let known = try file.read() else { throw SigningKeyFault.missing(file.path) }
        let renewed = try await Self.collection(of: known)
        (keys, collection, mark) = (known, renewed, found)
    }

    /// Signs claims with the present key of an algorithm.
    func sign(_ claims: Claims, _ algorithm: SigningAlgorithm, type: String = "JWT") async throws -> String {
        try await refresh()
        guard let key = keys.last(where: { $0.algorithm == algorithm && $0.retiredAtMilliseconds == nil })
        else { throw SigningKeyFault.unreadable(file?.path ?? "-") }
        return try await collection.sign(
            claims, kid: JWKIdentifier(string: key.kid), header: ["typ": .string(type)])
    }

    /// The claims of a token that one of the published keys signed, by its own algorithm; nil for any other.
    func verified(_ token: String, at now: Instant) async -> Claims? {
        guard (try? await refresh()) != nil, token.utf8.count <= 8_192,
            let header = TokenHeader(token),
            let key = keys.first(where: { $0.kid == header.kid }), key.algorithm.rawValue == header.alg,
            key.isPublished(at: now)
        else { return nil }
        return try? await collection.verify(token, as: Claims.self)
    }

    /// The public halves, the present ones first (RFC 7517).
    func published(at now: Instant) async throws -> [[String: String]] {
        try await refresh()
        return try keys.filter { $0.isPublished(at: now) }.reversed().map { try $0.published() }
    }

    /// The names of the keys, for the desk.
    func overview(at now: Instant) async throws -> [SigningKey] {
        try await refresh()
        return keys.filter { $0.isPublished(at: now) }.reversed()
    }

    /// New keys sign from now on; those whose tokens are all out of date are forgotten.
    ///
    /// - Returns: the names of the new ones.
    func rotate(at now: Instant) async throws -> [String] {
        try await refresh()
        let fresh = try SigningAlgorithm.allCases.map { try SigningKey.make($0, at: now) }
        var kept = keys.filter { $0.isPublished(at: now) }
        for index in kept.indices where kept[index].retiredAtMilliseconds == nil {
            kept[index].retiredAtMilliseconds = now.milliseconds
        }
        let all = kept + fresh
        try file?.write(all)
        let renewed = try await Self.collection(of: all)
        (keys, collection, mark) = (all, renewed, file?.mark)
        return fresh.map(\.kid)
    }
}
