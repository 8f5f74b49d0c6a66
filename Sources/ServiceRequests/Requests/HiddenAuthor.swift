import Storage

/// Who stands behind a protected name, as only the office that took it in may see it, with a reason.
struct HiddenAuthor: Sendable, Hashable {
    let name: String
    /// Where they can be reached; nil for those who are told in their account.
    let phone: String?

    static let sealed = SealedTable("service_request_author", columns: ["name", "phone"])

    /// Keeps who called, wrote or came: no page and no paper of the case shows it.
    func keep(of request: Int64, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO service_request_author (id, name, phone)
            VALUES (\(request), \(try Self.sealed.seal(name, "name", row: request, in: tx)),
                \(try Self.sealed.seal(phone ?? "", "phone", row: request, in: tx)))
            """)
    }

    /// Who was kept; nil where nobody was.
    static func kept(of request: Int64, in tx: Transaction) throws -> HiddenAuthor? {
        try tx.row("SELECT * FROM service_request_author WHERE id = \(request)").map { row in
            let opened = try sealed.opened(row, in: tx)
            return HiddenAuthor(name: try opened.text("name"), phone: try opened.text("phone"))
        }
    }
}
