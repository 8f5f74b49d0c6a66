import Storage
import WorkingTime

/// One thing people spoke of, without their names.
public struct Spoken: Sendable, Hashable {
    /// The source's own key, which orders them.
    public let key: Int64
    /// When.
    public let at: Instant
    /// What about, in words.
    public let topic: String
    /// In which street, in words; empty for none.
    public let place: String
    /// The title, with the numbers of persons taken out.
    public let title: String
    /// Whether somebody joined what another had said: it is said once more, in the words of the other.
    public let isJoined: Bool

    /// Something spoken of.
    public init(
        key: Int64, at: Instant, topic: String, place: String, title: String, isJoined: Bool = false
    ) {
        (self.key, self.at, self.topic, self.place) = (key, at, topic, place)
        (self.title, self.isJoined) = (title, isJoined)
    }
}

/// Where people speak: another feature, handed in by the composition.
public struct SpokenSource: Sendable {
    let name: String
    /// Whether what was read may be gone, so that all of it is read anew each time.
    let isReadAnew: Bool
    let spoken: @Sendable (_ after: Int64, _ limit: Int) async throws -> [Spoken]

    /// A source.
    public init(
        name: String, isReadAnew: Bool,
        spoken: @escaping @Sendable (_ after: Int64, _ limit: Int) async throws -> [Spoken]
    ) {
        (self.name, self.isReadAnew, self.spoken) = (name, isReadAnew, spoken)
    }
}

/// The SQL of what people spoke of.
enum SpokenStore {
    /// So many titles are looked at, and so many read anew; what is counted, is counted over all.
    static let most = 20_000
    /// So many are kept in one statement.
    private static let stretch = 500

    static func last(of source: String, in tx: Transaction) throws -> Int64 {
        try tx.row(
            "SELECT key FROM participation_matter WHERE source = \(source) ORDER BY key DESC LIMIT 1"
        )?.id("key") ?? 0
    }

    static func insert(_ all: [Spoken], from source: String, in tx: Transaction) throws {
        for start in stride(from: 0, to: all.count, by: stretch) {
            try tx.send(
                "INSERT INTO participation_matter (source, key, at, topic, place, title, is_joined) VALUES",
                rows: all[start..<min(start + stretch, all.count)].map { one in
                    """
                    (\(source), \(one.key), \(one.at), \(one.topic), \(one.place), \(one.title), \(one.isJoined))
                    """
                }, "ON CONFLICT (source, key) DO NOTHING")
        }
    }

    static func forget(_ source: String, in tx: Transaction) throws {
        try tx.execute("DELETE FROM participation_matter WHERE source = \(source)")
    }

    /// What was spoken of since a moment, the newest first.
    static func since(_ moment: Instant, _ most: Int = SpokenStore.most, in tx: Transaction) throws
        -> [Spoken]
    {
        try tx.rows(
            "SELECT * FROM participation_matter WHERE at >= \(moment) ORDER BY at DESC LIMIT \(most)"
        ).map(Spoken.init)
    }

    /// What was said in own words from one moment on and before another, the newest first.
    static func between(_ start: Instant, _ end: Instant, _ most: Int = SpokenStore.most, in tx: Transaction)
        throws
        -> [Spoken]
    {
        try tx.rows(
            """
            SELECT * FROM participation_matter WHERE at >= \(start) AND at < \(end) AND is_joined = 0
            ORDER BY at DESC LIMIT \(most)
            """
        ).map(Spoken.init)
    }
}

extension Spoken {
    fileprivate init(_ row: Row) throws {
        self.init(
            key: try row.id("key"), at: try row.instant("at"), topic: try row.text("topic"),
            place: try row.text("place"), title: try row.text("title"), isJoined: try row.bool("is_joined"))
    }
}
