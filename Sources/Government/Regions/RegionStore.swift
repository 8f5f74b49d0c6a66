import Refusals
import Storage
import WorkingTime

/// Which tables of regions the installation has, newest state first.
public struct RegionTables: Sendable {
    /// The one that counts.
    public let current: RegionTable
    /// Places of earlier tables that are no longer in it: answers of earlier days name them.
    public let former: [RegionTable.Place]

    init(_ tables: [RegionTable]) {
        current = tables[0]
        var seen = Set(current.places.map(\.code))
        former = tables.dropFirst().flatMap { table in table.places.filter { seen.insert($0.code).inserted } }
    }
}

extension Directory {
    /// The table that came with the program and those that were imported.
    ///
    /// - Throws: `StorageError`, or `DomainError` when the delivered file is damaged.
    public static func regions(in tx: Transaction) throws -> RegionTables {
        let rows = try tx.rows(
            "SELECT id, state_on FROM region_table ORDER BY state_on DESC LIMIT \(mostRegionTables)")
        let ids = try rows.map { try $0.id("id") }
        let key = ids.map(String.init)
        return try recalledRegions.value(of: ids.first ?? 0, key) {
            let imported = try ids.map { try regionTable($0, in: tx) }
            return RegionTables(
                (imported + [try deliveredRegions.get()]).sorted { $0.stateOn > $1.stateOn })
        }
    }

    /// Takes a newer table over.
    ///
    /// - Throws: `invalid` at `state_on` for one that is no newer than what is there.
    public static func importRegions(
        _ table: RegionTable, by account: (id: Int64, name: String), at now: Instant, in tx: Transaction
    ) throws {
        try tx.exclude("region_table")
        let current = try regions(in: tx).current.stateOn
        guard table.stateOn > current, table.stateOn <= now.day else {
            throw DomainError.invalid(
                "state_on", "截止日期应晚于现有代码表的 \(current.iso)，不晚于今天。")
        }
        try tx.execute(
            """
            INSERT INTO region_table (id, state_on, body, imported_by, imported_by_name, imported_at)
            VALUES (\(tx.ids.next()), \(table.stateOn), \(table.text), \(account.id), \(account.name), \(now))
            """)
    }

    /// The tables that were imported, the newest state first.
    public static func regionImports(in tx: Transaction) throws -> [RegionImport] {
        try tx.rows(
            """
            SELECT state_on, imported_by_name, imported_at FROM region_table
            ORDER BY state_on DESC LIMIT \(mostRegionTables)
            """
        ).map {
            RegionImport(
                stateOn: try $0.day("state_on"), by: try $0.text("imported_by_name"),
                at: try $0.instant("imported_at"))
        }
    }

    private static func regionTable(_ id: Int64, in tx: Transaction) throws -> RegionTable {
        guard let row = try tx.row("SELECT state_on, body FROM region_table WHERE id = \(id)") else {
            throw DomainError.notFound("没有这份代码表。")
        }
        return try RegionTable(stateOn: row.day("state_on"), text: row.text("body"))
    }

    /// A table a year would fill this in a lifetime.
    private static let mostRegionTables = 60

    private static let recalledRegions = Recalled<RegionTables>(limit: 4)

    /// The state of 31 July 2016: what could be taken along as data when this was written.
    private static let deliveredRegions = Result {
        guard let day = CivilDate(iso: "2016-07-31") else { throw DomainError.notFound("没有随附的代码表。") }
        return try RegionTable(
            stateOn: day,
            text: String(decoding: Resource.data("regions-\(day.iso).csv"), as: UTF8.self))
    }
}

/// An import of a table.
public struct RegionImport: Sendable, Hashable {
    /// The day whose state the table tells.
    public let stateOn: CivilDate
    /// Who imported it.
    public let by: String
    /// When.
    public let at: Instant
}
