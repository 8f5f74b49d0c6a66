internal import CLibPQ

/// Many rows at once, the way PostgreSQL takes them fastest: `COPY … FROM STDIN` in its text format.
extension PostgresConnection {
    /// So much is handed over at a time, in bytes.
    private static let portionBytes = 256 << 10

    /// Adds rows to a table. Throws ``StorageError/nulByte``, or what the table refuses.
    func copy(_ rows: [[SQLValue]], columns: [String], into table: String) throws(StorageError) {
        let list = columns.map(SQL.quoted).joined(separator: ", ")
        try run("COPY \(SQL.quoted(table)) (\(list)) FROM STDIN")
        var portion: [UInt8] = []
        for row in rows {
            do { try row.appendCopyLine(to: &portion) } catch {
                _ = try? endCopy("a row cannot be sent")
                throw error
            }
            if portion.count >= Self.portionBytes { try hand(over: &portion) }
        }
        try hand(over: &portion)
        try endCopy(nil)
    }

    private func hand(over portion: inout [UInt8]) throws(StorageError) {
        let isTaken = portion.withUnsafeBytes {
            PQputCopyData(handle, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count)) == 1
        }
        guard isTaken else { throw .unreachable(String(cString: PQerrorMessage(handle)).trimmed) }
        portion.removeAll(keepingCapacity: true)
    }

    /// Ends the copy, as failed when a reason is given.
    private func endCopy(_ reason: String?) throws(StorageError) {
        guard PQputCopyEnd(handle, reason) == 1 else {
            throw .unreachable(String(cString: PQerrorMessage(handle)).trimmed)
        }
        let result = PQgetResult(handle).map(PostgresResult.init)
        while let more = PQgetResult(handle) { PQclear(more) }
        _ = try answer(result)
    }
}

extension [SQLValue] {
    /// One line of COPY's text format: tabs between the values, `\N` for NULL, and a backslash before what would be
    /// read as one of these.
    fileprivate func appendCopyLine(to bytes: inout [UInt8]) throws(StorageError) {
        for (place, value) in enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: "\t")) }
            switch value {
            case .null: bytes.append(contentsOf: "\\N".utf8)
            case .integer(let number): bytes.append(contentsOf: String(number).utf8)
            case .real(let number): bytes.append(contentsOf: String(number).utf8)
            case .data(let data): bytes.append(contentsOf: "\\\\x\(Hexadecimal.text(data))".utf8)
            case .text(let text):
                try value.requireNoNUL()
                text.utf8.forEach { Self.append($0, to: &bytes) }
            }
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
        case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
        case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
        case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
        default: bytes.append(byte)
        }
    }
}
