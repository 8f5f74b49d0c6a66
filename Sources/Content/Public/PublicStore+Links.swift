import Storage

extension PublicStore {
    /// What published documents say of each other where one of the two is this one.
    static func links(of id: Int64, in tx: Transaction) throws -> [PublishedLink] {
        let said = try tx.rows(
            """
            \(linked) JOIN content_link l ON l.to_id = d.id
            WHERE l.from_id = \(id) AND d.live_edition_id IS NOT NULL ORDER BY d.live_at DESC LIMIT 50
            """)
        let heard = try tx.rows(
            """
            \(linked) JOIN content_link l ON l.from_id = d.id
            WHERE l.to_id = \(id) AND d.live_edition_id IS NOT NULL ORDER BY d.live_at DESC LIMIT 50
            """)
        return try said.map { try PublishedLink($0, isOwn: true) }
            + heard.map { try PublishedLink($0, isOwn: false) }
    }
}

extension PublishedLink {
    fileprivate init(_ row: Row, isOwn: Bool) throws {
        self.init(relation: try row.value("relation"), isOwn: isOwn, other: try PublishedLine(row))
    }
}
