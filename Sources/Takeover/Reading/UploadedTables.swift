import CSV
import Refusals

/// The tables of the older system out of all files that were handed in: CSV exports, or one dump.
struct UploadedTables {
    /// How large all files together may be: 16 MB.
    static let limitBytes = 16 << 20

    private(set) var rows: [OldTable: [SQLDump.Cells]] = [:]

    /// Takes a file in.
    ///
    /// - Throws: `invalid` at the field `files` for one that is no table of the older system.
    mutating func add(_ name: String, _ bytes: [UInt8]) throws {
        guard !bytes.contains(0) else {
            throw Self.refusal("“\(name)”不是文本文件。请导出为 CSV 或者 SQL 后再上传。")
        }
        let found = try name.lowercased().hasSuffix(".sql") ? Self.dump(name, bytes) : Self.csv(name, bytes)
        rows.merge(found) { $0 + $1 }
    }

    private static func dump(_ name: String, _ bytes: [UInt8]) throws -> [OldTable: [SQLDump.Cells]] {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw refusal("“\(name)”不是 UTF-8 编码，请重新导出。")
        }
        let rows = SQLDump(bytes).rows
        guard !rows.isEmpty else {
            throw refusal("“\(name)”里没有 sys_dept、sys_user、sys_role、sys_user_role 的 INSERT 语句。")
        }
        return rows
    }

    private static func csv(_ name: String, _ bytes: [UInt8]) throws -> [OldTable: [SQLDump.Cells]] {
        let encoding: CSVEncoding = CSVEncoding.utf8.text(bytes) == nil ? .gb18030 : .utf8
        var reader = CSVReader(bytes, at: CSVReader.Position(), isEnd: true)
        let head = try reader.next().map { try cells($0, name, encoding) } ?? []
        let header = head.map { $0.lowercased() }
        guard let table = OldTable(header: header) else {
            throw refusal("认不出“\(name)”是哪张表：第一行应是列名，例如 user_id、dept_id、user_name。")
        }
        var rows: [SQLDump.Cells] = []
        while let record = reader.next() {
            let values = try cells(record, name, encoding)
            rows.append(
                Dictionary(zip(header, values).filter { !["", "NULL", "\\N"].contains($0.1) }) { first, _ in
                    first
                })
        }
        return [table: rows]
    }

    private static func cells(_ record: CSVRecord, _ name: String, _ encoding: CSVEncoding) throws -> [String]
    {
        do throws(CSVFault) { return try record.cells.get().map { encoding.text($0) ?? "" } } catch {
            throw refusal("“\(name)”第 \(record.line) 行：\(error.sentence.chinese)")
        }
    }

    static func refusal(_ sentence: Sentence) -> DomainError { .invalid("files", sentence) }
}
