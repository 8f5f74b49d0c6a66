import Refusals
import Storage
import WorkingTime

/// The SQL of versions: they are added and read.
enum VersionStore {
    static func insert(
        _ one: Consultation, without removed: [Passage] = [], note: String, by account: Int64,
        at now: Instant, in tx: Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO public_consultation_version (consultation_id, version, passages, note, published_by,
                published_at, removed)
            VALUES (\(one.id), \(one.version), \(encodeJSON(one.passages)), \(note), \(account), \(now),
                \(encodeJSON(removed)))
            """)
    }

    /// All of them, the newest first; there are few.
    static func all(of id: Int64, in tx: Transaction) throws -> [PublishedVersion] {
        try tx.rows(
            """
            SELECT * FROM public_consultation_version WHERE consultation_id = \(id)
            ORDER BY version DESC LIMIT 50
            """
        ).map(PublishedVersion.init)
    }

    /// Throws `notFound`.
    static func version(_ number: Int, of id: Int64, in tx: Transaction) throws -> PublishedVersion {
        let row = try tx.row(
            """
            SELECT * FROM public_consultation_version WHERE consultation_id = \(id) AND version = \(number)
            """)
        guard let row else { throw DomainError.notFound("没有这一版。") }
        return try PublishedVersion(row)
    }
}

extension PublishedVersion {
    init(_ row: Row) throws {
        self.init(
            version: try row.int("version"), passages: try row.json("passages"),
            note: try row.text("note"), publishedAt: try row.instant("published_at"),
            removed: try row.optionalJSON("removed") ?? [])
    }
}
