import Refusals
import Storage
import WorkingTime

/// A file of items: tried first, taken over as drafts when somebody says so.
struct ItemImport: Sendable, Hashable {
    /// Where it stands.
    enum State: String, Sendable {
        /// Tried; nothing has been changed.
        case tried
        /// Being taken over.
        case running
        /// Taken over.
        case done
    }

    let id: Int64
    let accountID: Int64
    let account: String
    let fileName: String
    let sheet: ItemSheet
    let report: [ItemVerdict]
    let state: State
    let at: Instant

    /// How many rows have this outcome.
    func count(_ kind: ItemVerdict.Kind) -> Int { report.filter { $0.kind == kind }.count }

    /// How many rows would become drafts, or have.
    var takes: Int { count(.new) + count(.changed) }

    /// - Throws: `conflict` when there is nothing to take over, or it has been asked for already.
    func requireTakeable() throws {
        guard state == .tried else { throw DomainError.conflict("这个文件已经导入，不能重复导入。") }
        guard takes > 0 else { throw DomainError.conflict("没有可以导入的行。") }
    }
}

/// The SQL of imports.
enum ItemImportStore {
    static func insert(_ found: ItemImport, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO item_import (id, account_id, account, file_name, sheet, report, state, created_at)
            VALUES (\(found.id), \(found.accountID), \(found.account), \(found.fileName),
                \(encodeJSON(found.sheet)), \(encodeJSON(found.report)), \(found.state), \(found.at))
            """)
    }

    static func update(
        _ id: Int64, _ state: ItemImport.State, _ report: [ItemVerdict], in tx: Transaction
    ) throws {
        try tx.execute(
            "UPDATE item_import SET state = \(state), report = \(encodeJSON(report)) WHERE id = \(id)")
    }

    static func find(_ id: Int64, in tx: Transaction) throws -> ItemImport {
        guard let row = try tx.row("SELECT * FROM item_import WHERE id = \(id)") else {
            throw DomainError.notFound("没有找到这次导入。")
        }
        return try ItemImport(row)
    }

    /// The newest imports.
    static func newest(in tx: Transaction) throws -> [ItemImport] {
        try tx.rows("SELECT * FROM item_import ORDER BY id DESC LIMIT 10").map(ItemImport.init)
    }
}

extension ItemImport {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), accountID: try row.id("account_id"), account: try row.text("account"),
            fileName: try row.text("file_name"), sheet: try row.json("sheet"), report: try row.json("report"),
            state: try row.value("state"), at: try row.instant("created_at"))
    }
}
