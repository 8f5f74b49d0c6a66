import Refusals
import Storage
import WorkingTime

/// The SQL of documents as the office changes them: which edition is being worked on, and which one everybody reads.
enum DocumentStore {
    /// Takes a document for an edition, and makes it where there is none yet.
    ///
    /// - Returns: the document and how many editions it has had.
    /// - Throws: `conflict` when an edition is under way already, `notFound` for a document of another column.
    static func take(_ document: Int64?, for edition: Int64, in column: Column, in tx: Transaction) throws
        -> (Int64, Int)
    {
        guard let document else {
            let id = tx.ids.next()
            try tx.execute(
                """
                INSERT INTO content_document (id, site_id, column_id, kind, draft_edition_id)
                VALUES (\(id), \(column.siteID), \(column.id), \(column.kind), \(edition))
                """)
            return (id, 0)
        }
        try tx.lock("content_document", id: document)
        let row = try tx.row(
            "SELECT draft_edition_id FROM content_document WHERE id = \(document) AND column_id = \(column.id)"
        )
        guard let row else { throw missing }
        guard try row.optionalID("draft_edition_id") == nil else {
            throw DomainError.conflict("这篇内容已经有一稿正在办理，请在那一稿上修改。")
        }
        try tx.execute("UPDATE content_document SET draft_edition_id = \(edition) WHERE id = \(document)")
        let count = try tx.count(
            "SELECT coalesce(max(number), 0) FROM content_edition WHERE document_id = \(document)")
        return (document, count)
    }

    /// Nothing is being worked on any more.
    static func release(_ document: Int64, in tx: Transaction) throws {
        try tx.execute("UPDATE content_document SET draft_edition_id = NULL WHERE id = \(document)")
    }

    /// Makes an edition the one that everybody reads.
    ///
    /// - Returns: the documents whose pages change with it.
    static func bringOut(_ edition: Edition, at now: Instant, in tx: Transaction) throws -> Set<Int64> {
        let id = edition.documentID
        try PlanStore.forgetExpiry(ofDocument: id, in: tx)
        try tx.execute(
            """
            UPDATE content_document SET live_edition_id = \(edition.id), draft_edition_id = NULL,
                live_at = coalesce(live_at, \(now)), changed_at = \(later(now))
            WHERE id = \(id)
            """)
        let touched = try replaceLinks(of: id, by: edition.manuscript.links, in: tx)
        try FacetStore.refresh(id, in: tx)
        try Findable.refresh(id, in: tx)
        return touched.union(try linking(to: id, in: tx)).union([id])
    }

    /// Takes a document off: its address answers that it is gone, and what it said of others no longer counts.
    static func takeOff(_ document: Int64, at now: Instant, in tx: Transaction) throws -> Set<Int64> {
        try PlanStore.forgetExpiry(ofDocument: document, in: tx)
        try tx.execute(
            """
            UPDATE content_document SET live_edition_id = NULL, changed_at = \(later(now)) WHERE id = \(document)
            """)
        let touched = try replaceLinks(of: document, by: [], in: tx)
        try FacetStore.refresh(document, in: tx)
        try Findable.refresh(document, in: tx)
        return touched.union(try linking(to: document, in: tx)).union([document])
    }

    /// What is changed later never bears an earlier time, also when a clock was set back: readers of feeds go by it.
    private static func later(_ now: Instant) -> SQL {
        "CASE WHEN changed_at > \(now) THEN changed_at ELSE \(now) END"
    }

    /// The edition that is being worked on; nil for none.
    static func draft(of document: Int64, in tx: Transaction) throws -> Int64? {
        try tx.row("SELECT draft_edition_id FROM content_document WHERE id = \(document)")?
            .optionalID("draft_edition_id")
    }

    /// The pages that change when these documents of a column do.
    static func topics(of column: Column, _ documents: Set<Int64>, in tx: Transaction) throws -> Set<String> {
        let site = try SiteStore.site(column.siteID, in: tx)
        var topics = Set(documents.map(ContentTopic.document))
        topics.formUnion([ContentTopic.column(column.id), ContentTopic.site(column.siteID)])
        if site.isPortal { topics.insert(ContentTopic.portal) }
        topics.insert(ContentTopic.themes)
        return topics
    }

    /// Links lead to policy documents that are out: a draft is not to be found out by linking to it.
    ///
    /// - Throws: `invalid`.
    static func check(_ links: [DocumentLink], of document: Int64?, in tx: Transaction) throws {
        let targets = Set(links.map(\.documentID))
        guard !targets.isEmpty else { return }
        guard document.map({ !targets.contains($0) }) ?? true else {
            throw DomainError.invalid("links", "文件不能关联它自己。")
        }
        let known = try tx.count(
            """
            SELECT count(*) FROM content_document
            WHERE id IN \(list: targets.sorted()) AND kind = 'policy' AND live_edition_id IS NOT NULL
            """)
        guard known == targets.count else {
            throw DomainError.invalid("links", "只能关联已经公开的政策文件，请核对文件编号。")
        }
    }

    /// The links whose targets are still out.
    static func standing(_ links: [DocumentLink], in tx: Transaction) throws -> [DocumentLink] {
        let live = try tx.rows(
            """
            SELECT id FROM content_document
            WHERE id IN \(list: links.map(\.documentID)) AND live_edition_id IS NOT NULL
            """
        ).map { try $0.id("id") }
        return links.filter { live.contains($0.documentID) }
    }

    private static func replaceLinks(of document: Int64, by links: [DocumentLink], in tx: Transaction) throws
        -> Set<Int64>
    {
        let old = try tx.rows("DELETE FROM content_link WHERE from_id = \(document) RETURNING to_id")
        for link in Set(links) {
            try tx.execute(
                """
                INSERT INTO content_link (from_id, relation, to_id)
                VALUES (\(document), \(link.relation), \(link.documentID))
                """)
        }
        return Set(try old.map { try $0.id("to_id") } + links.map(\.documentID))
    }

    private static func linking(to document: Int64, in tx: Transaction) throws -> [Int64] {
        try tx.rows("SELECT from_id FROM content_link WHERE to_id = \(document) LIMIT 500").map {
            try $0.id("from_id")
        }
    }

    static let missing = DomainError.notFound("没有这篇内容，可能已经撤下。")
}
