import Cryptography

/// How far the rows of a table have been brought to the keys of today.
public struct Resealed: Sendable, Hashable {
    /// The last row that was looked at; nil when there are no more.
    public let lastID: Int64?
    /// How many rows were looked at.
    public let seen: Int
    /// The rows that stayed as they are because they do not open.
    public let unopened: [Int64]
}

extension SealedTable {
    /// Writes the next rows anew with other keys, or in plain text, where they are not written so already.
    ///
    /// - Parameters:
    ///   - id: rows after this one.
    ///   - limit: at most so many.
    /// A row that was changed or moved stays as it is, and keeps no other from being sealed.
    ///
    /// - Throws: `StorageError`.
    public func reseal(
        to target: Sealer.Target, after id: Int64, limit: Int, in tx: Transaction
    ) throws -> Resealed {
        let rows = try tx.rows(
            "SELECT \(selection) FROM \(table) WHERE id > \(id) ORDER BY id LIMIT \(limit)")
        var unopened: [Int64] = []
        for row in rows where try !isWritten(row, with: target) {
            let id = try row.id("id")
            do { try reseal(id, to: target, in: tx) } catch is CryptographyError { unopened.append(id) }
        }
        return Resealed(
            lastID: rows.count < limit ? nil : try rows.last?.id("id"), seen: rows.count, unopened: unopened)
    }

    /// Whether the table has any row at all.
    public func hasRows(in tx: Transaction) throws -> Bool {
        try tx.row("SELECT id FROM \(table) ORDER BY id LIMIT 1") != nil
    }

    /// The row may have changed since it was looked at, so it is read again once it is held.
    private func reseal(_ id: Int64, to target: Sealer.Target, in tx: Transaction) throws {
        try tx.lock(name, id: id)
        guard let row = try tx.row("SELECT \(selection) FROM \(table) WHERE id = \(id)") else { return }
        var assignments: [SQL] = []
        for column in columns {
            guard let kept = try row.optionalText("\(column)") else { continue }
            let place = Place(name, column, row: id)
            let plain = try tx.sealer.open(kept, at: place)
            let sealed = try tx.sealer.seal(plain, at: place, to: target)
            assignments.append("\(Self.identifier(column)) = \(sealed)")
            guard let index, "\(index.source)" == "\(column)" else { continue }
            let code = try tx.sealer.code(plain, in: index.codes, to: target)
            assignments.append("\(Self.identifier(index.column)) = \(code)")
        }
        guard !assignments.isEmpty else { return }
        try tx.execute("UPDATE \(table) SET \(SQL.joined(assignments, ", ")) WHERE id = \(id)")
    }

    private func isWritten(_ row: Row, with target: Sealer.Target) throws -> Bool {
        let isSealed = try columns.allSatisfy {
            try row.optionalText("\($0)").map { Sealer.isWritten($0, with: target) } ?? true
        }
        guard isSealed, let index else { return isSealed }
        let code = try row.optionalText("\(index.column)")
        guard let name = target.indexing else { return code == nil }
        return code?.hasPrefix("\(name):") ?? false
    }

    private var table: SQL { Self.identifier(name) }

    private var selection: SQL {
        SQL.joined((["id"] + columns + (index.map { [$0.column] } ?? [])).map(Self.identifier), ", ")
    }

    /// Names come from literals of the program, as all text of a statement does.
    static func identifier(_ name: StaticString) -> SQL { SQL(text: "\(name)", values: []) }
}
