import Identity
import Refusals
import Storage
import WorkingTime

/// The SQL of editions; what the viewer may see is part of each query.
enum EditionStore {
    /// How many stand on a page.
    static let pageSize = 20

    /// - Throws: `notFound`, also for what the viewer may not see.
    static func edition(_ id: Int64, for viewer: Viewer, in tx: Transaction) throws -> Edition {
        let row = try tx.row(
            "SELECT e.* FROM content_edition e WHERE e.id = \(id) AND \(viewer.mayReadEdition)")
        guard let row else { throw DomainError.notFound("没有这篇稿件，或者您无权查看。") }
        return try Edition(row)
    }

    /// The editions that are being worked on in the columns of an account, the newest first.
    static func underWay(for viewer: Viewer, after: String?, in tx: Transaction) throws -> Slice<Edition> {
        guard case .officer(let account, _, _, _) = viewer else { return Slice(items: [], next: nil) }
        let last = try after.map { try Cursor($0).id } ?? Int64.max
        let rows = try tx.rows(
            """
            SELECT e.* FROM content_document d JOIN content_edition e ON e.id = d.draft_edition_id
            WHERE d.draft_edition_id IS NOT NULL AND d.draft_edition_id < \(last)
                AND d.column_id IN (SELECT column_id FROM content_post WHERE account_id = \(account))
                AND \(viewer.mayReadEdition)
            ORDER BY e.id DESC LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map(Edition.init), size: pageSize) { Cursor(key: "", id: $0.id) }
    }

    /// The editions of a document the viewer may see, the newest first.
    static func editions(of document: Int64, for viewer: Viewer, in tx: Transaction) throws -> [Edition] {
        try tx.rows(
            """
            SELECT e.* FROM content_edition e WHERE e.document_id = \(document) AND \(viewer.mayReadEdition)
            ORDER BY e.number DESC LIMIT 50
            """
        ).map(Edition.init)
    }

    static func insert(_ edition: Edition, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO content_edition (id, document_id, column_id, number, case_number, title, manuscript, revision,
                is_limited, author_id, author_name)
            VALUES (\(edition.id), \(edition.documentID), \(edition.columnID), \(edition.number), \(edition.caseNumber),
                \(edition.manuscript.title), \(try encodeJSON(edition.manuscript)), \(edition.revision),
                \(edition.isLimited ? 1 : 0), \(edition.author.accountID), \(edition.author.name))
            """)
    }

    static func update(_ edition: Edition, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE content_edition SET title = \(edition.manuscript.title),
                manuscript = \(try encodeJSON(edition.manuscript)), revision = \(edition.revision),
                author_id = \(edition.author.accountID), author_name = \(edition.author.name),
                cleared_by = \(edition.cleared?.accountID), cleared_by_name = \(edition.cleared?.name),
                cleared_at = \(edition.cleared?.at), published_by = \(edition.published?.accountID),
                published_by_name = \(edition.published?.name), published_at = \(edition.published?.at),
                goes_out_at = \(edition.plan.goesOutAt), last_day = \(edition.plan.lastDay?.iso)
            WHERE id = \(edition.id)
            """)
    }

    static func insert(circle: [Int64], of edition: Int64, in tx: Transaction) throws {
        for account in Set(circle).sorted() {
            try tx.execute(
                "INSERT INTO content_circle (edition_id, account_id) VALUES (\(edition), \(account))")
        }
    }

    /// Who alone may see an edition that is limited.
    static func circle(of edition: Int64, in tx: Transaction) throws -> Set<Int64> {
        let rows = try tx.rows("SELECT account_id FROM content_circle WHERE edition_id = \(edition)")
        return Set(try rows.map { try $0.id("account_id") })
    }
}

extension Viewer {
    /// A condition on `content_edition AS e`: those who work in its column, and of these only the circle where there is
    /// one. Nobody else sees that it exists, whatever their rank.
    var mayReadEdition: SQL {
        switch self {
        case .system: "1 = 1"
        case .everyone, .account: "1 = 0"
        case .officer(let id, _, _, _):
            """
            EXISTS (SELECT 1 FROM content_post p WHERE p.column_id = e.column_id AND p.account_id = \(id))
            AND (e.is_limited = 0
                OR EXISTS (SELECT 1 FROM content_circle k WHERE k.edition_id = e.id AND k.account_id = \(id)))
            """
        }
    }
}

extension Edition {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), documentID: try row.id("document_id"), columnID: try row.id("column_id"),
            number: try row.int("number"), caseNumber: try row.text("case_number"),
            manuscript: try row.json("manuscript"), revision: try row.int("revision"),
            isLimited: try row.bool("is_limited"),
            author: Author(accountID: try row.id("author_id"), name: try row.text("author_name")),
            cleared: try Signature(row, "cleared"), published: try Signature(row, "published"),
            plan: ReleasePlan(
                goesOutAt: try row.optionalInstant("goes_out_at"),
                lastDay: try row.optionalText("last_day").flatMap { CivilDate(iso: $0) }))
    }
}

extension Edition.Signature {
    fileprivate init?(_ row: Row, _ act: String) throws {
        guard let account = try row.optionalID("\(act)_by"), let at = try row.optionalInstant("\(act)_at")
        else {
            return nil
        }
        self.init(accountID: account, name: try row.text("\(act)_by_name"), at: at)
    }
}
