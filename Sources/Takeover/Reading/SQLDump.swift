/// The rows that a MySQL dump puts into some tables. It is read, never run: of all its statements only `CREATE TABLE`,
/// for the names of the columns, and `INSERT` are looked at.
struct SQLDump {
    /// A row by the names of its columns; what is NULL, or worked out by a function, is left out.
    typealias Cells = [String: String]

    private(set) var rows: [OldTable: [Cells]] = [:]
    private var columns: [OldTable: [String]] = [:]

    init(_ bytes: [UInt8]) {
        var scan = SQLScan(bytes)
        while scan.peek() != nil {
            switch scan.word() {
            case "create": create(&scan)
            case "insert", "replace": insert(&scan)
            default: break
            }
            Self.passStatement(&scan)
        }
    }

    private mutating func create(_ scan: inout SQLScan) {
        guard scan.word() == "table" else { return }
        let ahead = scan
        if scan.word() == "if" {
            for _ in ["not", "exists"] { _ = scan.word() }
        } else {
            scan = ahead
        }
        guard let table = scan.name().flatMap({ OldTable(rawValue: $0) }), scan.take("(") else { return }
        var names: [String] = []
        repeat {
            if let name = scan.name(), !Self.keyWords.contains(name) { names.append(name) }
            Self.passDefinition(&scan)
        } while scan.take(",")
        columns[table] = names
    }

    private static let keyWords: Set<String> = [
        "primary", "key", "unique", "index", "constraint", "fulltext", "foreign", "check",
    ]

    private mutating func insert(_ scan: inout SQLScan) {
        var word = scan.word()
        while ["ignore", "low_priority", "into"].contains(word), word != "into" { word = scan.word() }
        guard word == "into", let table = scan.name().flatMap({ OldTable(rawValue: $0) }) else { return }
        var names = columns[table] ?? table.columns
        if scan.take("(") {
            names = []
            repeat { if let name = scan.name() { names.append(name) } } while scan.take(",")
            guard scan.take(")") else { return }
        }
        guard ["values", "value"].contains(scan.word()) else { return }
        repeat {
            guard scan.take("(") else { return }
            rows[table, default: []].append(Self.tuple(&scan, names))
        } while scan.take(",")
    }

    private static func tuple(_ scan: inout SQLScan, _ names: [String]) -> Cells {
        var (cells, place) = (Cells(), 0)
        repeat {
            let value = value(&scan)
            if names.indices.contains(place), let value { cells[names[place]] = value }
            place += 1
        } while scan.take(",")
        _ = scan.take(")")
        return cells
    }

    private static func value(_ scan: inout SQLScan) -> String? {
        switch scan.peek() {
        case UInt8(ascii: "'"): return scan.quoted(UInt8(ascii: "'"))
        case UInt8(ascii: "\""): return scan.quoted(UInt8(ascii: "\""))
        default: break
        }
        let word = scan.word()
        // `_binary 'x'` and `b'0'` say how to read what follows; `sysdate()` is worked out by the server.
        if scan.peek() == UInt8(ascii: "'") { return value(&scan) }
        guard scan.peek() == UInt8(ascii: "(") else { return word.isEmpty || word == "null" ? nil : word }
        passDefinition(&scan)
        return nil
    }

    /// Passes by all until a comma or a closing bracket of the same depth.
    private static func passDefinition(_ scan: inout SQLScan) {
        var depth = 0
        while let sign = scan.peek() {
            switch sign {
            case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): _ = scan.quoted(sign)
            case UInt8(ascii: ";"): return
            case UInt8(ascii: ")") where depth == 0: return
            case UInt8(ascii: ",") where depth == 0: return
            default:
                if sign == UInt8(ascii: "(") { depth += 1 }
                if sign == UInt8(ascii: ")") { depth -= 1 }
                scan.step()
            }
        }
    }

    private static func passStatement(_ scan: inout SQLScan) {
        while let sign = scan.peek() {
            switch sign {
            case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): _ = scan.quoted(sign)
            case UInt8(ascii: ";"): return scan.step()
            default: scan.step()
            }
        }
    }
}
