import WorkingTime

/// Carries a whole installation from one database to another of the same migrations, and proves it.
///
/// One of the two is SQLite: between PostgreSQL servers their own tools move faster.
public struct Move: Sendable {
    /// Rows read and written at a time.
    private static let pageSize = 1_000

    private let source: Database
    private let target: Database

    /// A move that has not begun.
    public init(from source: Database, to target: Database) {
        self.source = source
        self.target = target
    }

    /// Copies every table and compares both sides row by row.
    ///
    /// - Parameter progress: hears the table, and how many of its rows have been copied.
    /// - Returns: what every table holds, equal on both sides.
    /// - Throws: ``MoveError`` when the source is in use, the target is not empty, or a table differs afterwards.
    public func run(progress: @escaping @Sendable (String, Int) -> Void) async throws -> [TableDigest] {
        try await requireRest(at: .now)
        let tables = try await (source.dialect == .sqlite ? source : target).read(TableShape.all)
        for table in tables where try await target.read({ try $0.count(table.count) }) > 0 {
            throw MoveError.notEmpty(table.name)
        }
        let triggers = try await SetAsideTriggers.take(of: tables, in: target)
        var digests: [TableDigest] = []
        for table in tables {
            let copied = try await copy(table) { progress(table.name, $0) }
            let arrived = try await digest(of: table, in: target)
            guard copied == arrived else { throw MoveError.differs(table.name) }
            digests.append(copied)
        }
        try await triggers.restore(in: target)
        return digests
    }

    /// Nobody may write while the rows are read: a node that lives holds a lease.
    private func requireRest(at now: Instant) async throws {
        let living = try await source.read {
            try $0.count("SELECT count(*) FROM node WHERE leased_until > \(now)")
        }
        guard living == 0 else { throw MoveError.inUse }
    }

    private func copy(_ table: TableShape, progress: (Int) -> Void) async throws -> TableDigest {
        var digesting = TableDigesting()
        var page = try await self.page(of: table, after: nil, in: source)
        while let last = page.last {
            // The next rows are read while these are written.
            async let next = self.page(of: table, after: table.keyValues(of: last), in: source)
            try await write(page, to: table)
            page.forEach { digesting.add($0) }
            progress(digesting.rowCount)
            page = try await next
        }
        return digesting.digest(of: table.name)
    }

    private func write(_ rows: [Row], to table: TableShape) async throws {
        try await target.write { try $0.insert(rows, intoTableNamed: table.name) }
    }

    private func digest(of table: TableShape, in database: Database) async throws -> TableDigest {
        var digesting = TableDigesting()
        var page = try await self.page(of: table, after: nil, in: database)
        while let last = page.last {
            async let next = self.page(of: table, after: table.keyValues(of: last), in: database)
            page.forEach { digesting.add($0) }
            page = try await next
        }
        return digesting.digest(of: table.name)
    }

    private func page(of table: TableShape, after last: [SQLValue]?, in database: Database) async throws
        -> [Row]
    {
        try await database.read { try $0.rows(table.page(after: last, limit: Self.pageSize)) }
    }
}

/// Why an installation was not moved.
public enum MoveError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A node still serves from the source.
    case inUse
    /// The target has rows already; names the table.
    case notEmpty(String)
    /// The two sides differ after copying; names the table.
    case differs(String)

    /// For the operator.
    public var description: String {
        switch self {
        case .inUse: "源数据库还有服务在使用：请先停止所有节点，一分钟后再搬。"
        case .notEmpty(let table): "目标数据库不是空的：表 \(table) 已有数据。请换一个新建的数据库。"
        case .differs(let table): "搬完后表 \(table) 两边不一致：目标不可用，请清空后重新搬。"
        }
    }
}
