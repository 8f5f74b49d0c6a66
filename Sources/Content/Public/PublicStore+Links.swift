import Storage

extension PublicStore {
    /// Those of these documents that are out, in the order given.
    static func published(_ ids: [Int64], in tx: Transaction) throws -> [PublishedLine] {
        guard !ids.isEmpty else { return [] }
        let rows = try tx.rows("\(lines) WHERE d.live_edition_id IS NOT NULL AND d.id IN \(list: ids)")
        let byID = Dictionary(try rows.map(PublishedLine.init).map { ($0.id, $0) }) { first, _ in first }
        return ids.compactMap { byID[$0] }
    }

    /// All of a column that has an order of its own.
    static func ordered(column id: Int64, in tx: Transaction) throws -> [PublishedLine] {
        try newest(ofColumn: id, limit: mostOrdered, in: tx).sorted {
            ($0.manuscript.order, $0.id) < ($1.manuscript.order, $1.id)
        }
    }

    /// The first image of each of these documents.
    static func pictures(of ids: [Int64], in tx: Transaction) throws -> [Int64: Enclosure] {
        let rows = try tx.rows(
            """
            SELECT f.*, d.id AS document_id FROM content_document d
            JOIN content_file f ON f.edition_id = d.live_edition_id
            WHERE d.id IN \(list: ids) AND f.kind = 'image' ORDER BY f.file_id
            """)
        return Dictionary(try rows.map { (try $0.id("document_id"), try Enclosure($0)) }) { first, _ in first
        }
    }

    /// So many stand in a column with an order of its own.
    private static let mostOrdered = 200

    /// What published documents say of each other where one of the two is this one.
    static func links(said: [Row], heard: [Row]) throws -> [PublishedLink] {
        try said.map { try PublishedLink($0, isOwn: true) }
            + heard.map { try PublishedLink($0, isOwn: false) }
    }

    /// The rows of ``links(said:heard:)``.
    static func linked(with id: Int64) -> (said: SQL, heard: SQL) {
        (
            """
            \(linked) JOIN content_link l ON l.to_id = d.id
            WHERE l.from_id = \(id) AND d.live_edition_id IS NOT NULL ORDER BY d.live_at DESC LIMIT 50
            """,
            """
            \(linked) JOIN content_link l ON l.from_id = d.id
            WHERE l.to_id = \(id) AND d.live_edition_id IS NOT NULL ORDER BY d.live_at DESC LIMIT 50
            """
        )
    }
}

extension PublishedLink {
    fileprivate init(_ row: Row, isOwn: Bool) throws {
        self.init(relation: try row.value("relation"), isOwn: isOwn, other: try PublishedLine(row))
    }
}
