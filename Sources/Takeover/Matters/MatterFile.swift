import CSV
import Refusals

/// A row of a file of cases: its cells by their columns, and what is wrong with it as a row.
struct MatterRow: Sendable, Hashable, Codable {
    var cells: [String: String] = [:]
    var fault: String?
    /// The files it names, by their paths, as they were kept.
    var files: [String: MatterFiles.Kept]?

    subscript(_ column: MatterColumn) -> String { cells[column.rawValue] ?? "" }
}

/// A file of cases of an older system.
struct MatterFile: Sendable {
    static let rowLimit = 10_000

    /// The rows with the lines on which they begin.
    let rows: [(line: Int, row: MatterRow)]

    /// Reads a file.
    ///
    /// - Throws: `invalid` at the field `files`.
    init(_ bytes: [UInt8]) throws {
        guard !bytes.contains(0) else {
            throw UploadedTables.refusal("文件不是文本。请在表格软件里另存为“CSV（UTF-8）”后再上传。")
        }
        var reader = CSVReader(bytes, at: CSVReader.Position(), isEnd: true)
        guard let head = try? reader.next()?.cells.get() else {
            throw UploadedTables.refusal("第一行没有表头。请用模板中的列名。")
        }
        let encoding: CSVEncoding = head.allSatisfy { CSVEncoding.utf8.text($0) != nil } ? .utf8 : .gb18030
        let columns = try MatterColumn.columns(of: head.map { encoding.text($0) ?? "" })
        var rows: [(line: Int, row: MatterRow)] = []
        while let record = reader.next() {
            rows.append((record.line, Self.row(record, columns, encoding)))
            guard rows.count <= Self.rowLimit else {
                throw UploadedTables.refusal("文件超过 \(Self.rowLimit) 行，请分成几个文件。")
            }
        }
        guard !rows.isEmpty else { throw UploadedTables.refusal("文件里没有数据，请核对是否选错了文件。") }
        self.rows = rows
    }

    private static func row(
        _ record: CSVRecord, _ columns: [MatterColumn], _ encoding: CSVEncoding
    ) -> MatterRow {
        var row = MatterRow()
        do throws(CSVFault) {
            let cells = try record.cells.get()
            for (column, cell) in zip(columns, cells) {
                guard let text = encoding.text(cell) else {
                    row.fault = "有的字符无法按 \(encoding.rawValue) 编码识别。"
                    continue
                }
                if !text.isEmpty { row.cells[column.rawValue] = text }
            }
            let rest = cells.dropFirst(columns.count)
            if rest.contains(where: { !$0.isEmpty }) { row.fault = "单元格比表头多，请核对有没有多余的逗号。" }
        } catch {
            row.fault = error.sentence.chinese
        }
        return row
    }
}
