import Identity
import Refusals
import Storage

/// The SQL of sites, columns and who works in them. Sites and columns are public; who works in them is for officers.
enum SiteStore {
    /// The portal first, then by code.
    static func sites(in tx: Transaction) throws -> [ContentSite] {
        try tx.rows("SELECT * FROM content_site ORDER BY is_portal DESC, code LIMIT 200").map(
            ContentSite.init)
    }

    static func portal(in tx: Transaction) throws -> ContentSite? {
        try tx.row("SELECT * FROM content_site WHERE is_portal = 1").map(ContentSite.init)
    }

    /// - Throws: `notFound`.
    static func site(_ id: Int64, in tx: Transaction) throws -> ContentSite {
        guard let row = try tx.row("SELECT * FROM content_site WHERE id = \(id)") else { throw missingSite }
        return try ContentSite(row)
    }

    /// - Throws: `notFound`.
    static func site(code: String, in tx: Transaction) throws -> ContentSite {
        guard let row = try tx.row(place(code)) else { throw missingSite }
        return try ContentSite(row)
    }

    static func place(_ code: String) -> SQL { "SELECT * FROM content_site WHERE code = \(code)" }

    static func columns(of site: Int64, in tx: Transaction) throws -> [Column] {
        try tx.rows(
            "SELECT * FROM content_column WHERE site_id = \(site) ORDER BY position, id LIMIT 200"
        ).map(Column.init)
    }

    static func columns(of site: String) -> SQL {
        """
        SELECT c.* FROM content_column c JOIN content_site s ON s.id = c.site_id
        WHERE s.code = \(site) ORDER BY c.position, c.id LIMIT 200
        """
    }

    /// - Throws: `notFound`.
    static func column(_ id: Int64, in tx: Transaction) throws -> Column {
        guard let row = try tx.row("SELECT * FROM content_column WHERE id = \(id)") else {
            throw missingColumn
        }
        return try Column(row)
    }

    /// - Throws: `notFound`.
    static func column(code: String, of site: Int64, in tx: Transaction) throws -> Column {
        let row = try tx.row("SELECT * FROM content_column WHERE site_id = \(site) AND code = \(code)")
        guard let row else { throw missingColumn }
        return try Column(row)
    }

    private static let missingSite = DomainError.notFound("没有这个站点，网址可能写错了。")
    private static let missingColumn = DomainError.notFound("没有这个栏目，网址可能写错了。")
}

/// Who works in a column.
extension SiteStore {
    /// The columns an account works in, with its roles there, by site and place.
    static func seats(of account: Int64, in tx: Transaction) throws -> [(
        column: Column, site: String, roles: Set<Role>
    )] {
        let rows = try tx.rows(
            """
            SELECT c.*, s.name AS site_name, p.role FROM content_post p
            JOIN content_column c ON c.id = p.column_id JOIN content_site s ON s.id = c.site_id
            WHERE p.account_id = \(account) ORDER BY s.is_portal DESC, s.code, c.position, c.id, p.role LIMIT 600
            """)
        return try rows.reduce(into: []) { seats, row in
            let (column, role) = (try Column(row), try row.value("role", as: Role.self))
            if seats.last?.column.id == column.id {
                seats[seats.count - 1].roles.insert(role)
            } else {
                seats.append((column, try row.text("site_name"), [role]))
            }
        }
    }

    /// The roles of an account in one column.
    static func roles(of account: Int64, in column: Int64, _ tx: Transaction) throws -> Set<Role> {
        let rows = try tx.rows(
            "SELECT role FROM content_post WHERE column_id = \(column) AND account_id = \(account)")
        return Set(try rows.map { try $0.value("role", as: Role.self) })
    }

    /// Everybody who works in a column, by role and name.
    static func holders(of column: Int64, in tx: Transaction) throws -> [ColumnPost] {
        try tx.rows(
            """
            SELECT p.column_id, p.account_id, p.role, a.display_name FROM content_post p
            JOIN account a ON a.id = p.account_id
            WHERE p.column_id = \(column) ORDER BY p.role, a.display_name, a.id LIMIT 200
            """
        ).map {
            ColumnPost(
                columnID: try $0.id("column_id"), accountID: try $0.id("account_id"),
                name: try $0.text("display_name"), role: try $0.value("role"))
        }
    }

    /// The same for all columns of a site.
    static func holders(ofSite site: Int64, in tx: Transaction) throws -> [ColumnPost] {
        try columns(of: site, in: tx).flatMap { try holders(of: $0.id, in: tx) }
    }
}

/// Somebody's place in a column.
struct ColumnPost: Sendable, Hashable {
    let columnID: Int64
    let accountID: Int64
    let name: String
    let role: Role
}

extension ContentSite {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), code: try row.text("code"), name: try row.text("name"),
            motto: try row.text("motto"), organ: try row.text("organ"), accent: try row.value("accent"),
            host: try row.optionalText("host"), isPortal: try row.bool("is_portal"))
    }
}

extension Column {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), siteID: try row.id("site_id"), code: try row.text("code"),
            name: try row.text("name"), intro: try row.text("intro"), kind: try row.value("kind"),
            updateDays: try row.optionalInt("update_days"), position: try row.int("position"))
    }
}
