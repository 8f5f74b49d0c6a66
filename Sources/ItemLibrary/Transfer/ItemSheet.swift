import CSV
import Refusals
import TextExtraction

/// A file of items as it was handed in: its columns and its rows.
struct ItemSheet: Sendable, Hashable, Codable {
    /// How many rows one file may have: more than a district has items.
    static let mostRows = 2_000
    /// How large a file may be, in bytes.
    static let limitBytes = 8 << 20

    /// A row with the number it has in the file.
    struct Row: Sendable, Hashable, Codable {
        let number: Int
        let cells: [String]
        /// Why it cannot be read at all.
        var fault: Sentence?
    }

    /// The column of each cell; nil for those that are passed over.
    let columns: [ItemColumn?]
    /// The rows below the header.
    let rows: [Row]

    /// Reads a file: xlsx by what it begins with, everything else as comma-separated values.
    ///
    /// - Throws: `invalid` at `file` for what is no table of items.
    init(_ bytes: [UInt8]) throws {
        let all = try Self.table(bytes, mostRows: Self.mostRows)
        guard let header = all.first, header.fault == nil else {
            throw DomainError.invalid("file", "读不出表头。请用模板填写，保存为 .xlsx 或者 CSV 后上传。")
        }
        columns = try ItemColumn.columns(of: header.cells)
        rows = Array(all.dropFirst())
        guard !rows.isEmpty else { throw DomainError.invalid("file", "文件里没有数据，请核对是否选错了文件。") }
        guard rows.count <= Self.mostRows else {
            throw DomainError.invalid("file", "文件超过 \(Self.mostRows) 行，请分成几个文件导入。")
        }
    }

    /// The rows of a file with its header.
    static func table(_ bytes: [UInt8], mostRows: Int) throws -> [Row] {
        let isArchive = bytes.starts(with: [0x50, 0x4B, 3, 4])
        return try isArchive ? sheet(bytes, mostRows) : lines(bytes, mostRows)
    }

    private static func sheet(_ bytes: [UInt8], _ mostRows: Int) throws -> [Row] {
        try SpreadsheetRows(bytes, mostRows: mostRows + 1).rows.map {
            Row(number: $0.number, cells: $0.cells)
        }
    }

    private static func lines(_ bytes: [UInt8], _ mostRows: Int) throws -> [Row] {
        guard !bytes.contains(0) else {
            throw DomainError.invalid("file", "文件里有不属于文字的内容。请保存为 .xlsx 或者 CSV 后上传。")
        }
        // The header is Chinese in every encoding, so the whole file tells them apart.
        let encoding: CSVEncoding = String(validating: bytes, as: UTF8.self) == nil ? .gb18030 : .utf8
        var (reader, rows) = (CSVReader(bytes, at: .init(), isEnd: true), [Row]())
        while let record = reader.next(), rows.count <= mostRows + 1 {
            switch record.cells {
            case .success(let cells):
                rows.append(Row(number: record.line, cells: cells.map { encoding.text($0) ?? "" }))
            case .failure(let fault):
                rows.append(Row(number: record.line, cells: [], fault: fault.sentence))
            }
        }
        return rows
    }
}
