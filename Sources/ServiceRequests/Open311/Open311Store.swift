import Crypto
import Cryptography
import Refusals
import Storage
import WorkingTime

/// Which requests a program asks for.
struct Open311Query: Sendable {
    var numbers: [String] = []
    var services: [String] = []
    var from: Instant
    var until: Instant
    /// `true` for closed ones, `false` for open ones, nil for both.
    var isClosed: Bool?

    /// The standard's own bound of an answer.
    static let most = 1_000
    /// The standard's longest span, in days.
    static let longestDays = 90
}

/// A program that says something in Open311.
struct Open311Key: Sendable, Hashable {
    let id: Int64
    let name: String
    let issuedAt: Instant
    let issuedBy: String
    let revokedAt: Instant?

    init(_ row: Row) throws {
        id = try row.id("id")
        name = try row.text("name")
        issuedAt = try row.instant("issued_at")
        issuedBy = try row.text("issued_by")
        revokedAt = try row.optionalInstant("revoked_at")
    }

    /// A new key, of which only the digest is kept.
    static func random() throws -> String { Storage.Hexadecimal.text(try Randomness.bytes(24)) }

    /// What is kept of a key.
    static func digest(_ key: String) -> String {
        Storage.Hexadecimal.text(SHA256.hash(data: Array(key.utf8)))
    }
}

/// The SQL of Open311.
enum Open311Store {
    static let sealed = SealedTable("service_request_update", columns: ["said"])

    /// What everybody may know of, the newest first. Whoever said something without a name finds it by its number: it is told
    /// nowhere else.
    ///
    /// - Parameter categories: in which nobody is protected who gives no name.
    static func requests(
        _ query: Open311Query, unnamedIn categories: [String], in tx: Transaction
    ) throws -> [RequestRow] {
        var conditions: [SQL] = ["is_public = 1"]
        if query.numbers.isEmpty {
            conditions.append("is_protected = 0")
            conditions += ["filed_at >= \(query.from)", "filed_at <= \(query.until)"]
            if !query.services.isEmpty { conditions.append("category IN \(list: query.services)") }
            if let isClosed = query.isClosed {
                conditions.append(isClosed ? "ended_at IS NOT NULL" : "ended_at IS NULL")
            }
        } else {
            conditions.append("number IN \(list: query.numbers)")
            conditions.append("(is_protected = 0 OR category IN \(list: categories))")
        }
        return try tx.rows(
            """
            SELECT * FROM service_request WHERE \(SQL.joined(conditions, " AND "))
            ORDER BY filed_at DESC LIMIT \(Open311Query.most)
            """
        ).map(RequestRow.init)
    }

    /// Those that ended in a span of time, the newest first.
    static func ended(from: Instant, until: Instant, in tx: Transaction) throws -> [RequestRow] {
        try tx.rows(
            """
            SELECT * FROM service_request
            WHERE ended_at >= \(from) AND ended_at <= \(until) AND is_public = 1 AND is_protected = 0
            ORDER BY ended_at DESC LIMIT \(Open311Query.most)
            """
        ).map(RequestRow.init)
    }

    /// The living key of a text.
    static func key(_ text: String, in tx: Transaction) throws -> Open311Key? {
        try tx.row(
            "SELECT * FROM open311_key WHERE digest = \(Open311Key.digest(text)) AND revoked_at IS NULL"
        ).map(Open311Key.init)
    }

    /// All keys, the newest first.
    static func keys(in tx: Transaction) throws -> [Open311Key] {
        try tx.rows("SELECT * FROM open311_key ORDER BY id DESC LIMIT 100").map(Open311Key.init)
    }

    /// Keeps what a program adds; no when it had sent the same before.
    static func add(
        _ said: String, reference: String, to request: Int64, by key: Int64, at now: Instant,
        in tx: Transaction
    ) throws -> Int64? {
        let id = tx.ids.next()
        let text = try sealed.seal(said, "said", row: id, in: tx)
        let count = try tx.execute(
            """
            INSERT INTO service_request_update (id, request_id, key_id, reference, said, added_at)
            VALUES (\(id), \(request), \(key), \(reference), \(text), \(now))
            ON CONFLICT (key_id, reference) DO NOTHING
            """)
        return count == 1 ? id : nil
    }

    /// So many of what programs have added are shown.
    static let shown = 50

    /// The last of what programs have added to a request, oldest first.
    static func updates(of request: Int64, in tx: Transaction) -> Question<[(at: Instant, said: String)]> {
        Question(
            """
            SELECT id, said, added_at FROM service_request_update WHERE request_id = \(request)
            ORDER BY id DESC LIMIT \(shown)
            """
        ) { rows in
            try rows.reversed().map {
                (try $0.instant("added_at"), try sealed.open("said", of: $0, in: tx))
            }
        }
    }
}
