import Foundation
import Refusals
import XMLTree

/// The rows of the first sheet of a spreadsheet (xlsx, ISO/IEC 29500-1 §18), as texts.
public struct SpreadsheetRows: Sendable, Hashable {
    /// A row in which something stands.
    public struct Row: Sendable, Hashable {
        /// Its number in the sheet, from 1.
        public let number: Int
        /// Its cells from the first column on.
        public let cells: [String]
    }

    /// The rows in their order.
    public let rows: [Row]

    /// So many columns are read.
    public static let mostColumns = 200
    private static let partBytes = 20 << 20
    private static let limits = XMLTree.Limits(maximumBytes: partBytes, maximumDepth: 20)

    /// Reads a file.
    ///
    /// - Parameter mostRows: how many rows are read.
    /// - Throws: `invalid` at `file` for one that is damaged, has no sheet or too many rows.
    public init(_ bytes: [UInt8], mostRows: Int) throws {
        let archive = try ZIPArchive(bytes)
        try archive.requireBounded()
        let sheets = archive.entries.filter {
            $0.name.wholeMatch(of: /xl\/worksheets\/sheet[0-9]+\.xml/) != nil
        }
        guard let first = sheets.min(by: { ($0.name.count, $0.name) < ($1.name.count, $1.name) }) else {
            throw DomainError.invalid("file", "文件里没有工作表，请另存为 .xlsx 后再上传。")
        }
        let shared = try archive.entries.first { $0.name == "xl/sharedStrings.xml" }.map {
            try Self.parse(archive, $0).elements(named: "si").map(Self.words)
        }
        let data = try Self.parse(archive, first).first("sheetData")
        let found = (data?.elements(named: "row") ?? [])
        guard found.count <= mostRows else {
            throw DomainError.invalid("file", "工作表超过 \(mostRows) 行，请分成几个文件导入。")
        }
        rows = found.enumerated().compactMap { index, row in
            let cells = Self.cells(of: row, shared ?? [])
            guard cells.contains(where: { !$0.isEmpty }) else { return nil }
            return Row(number: row["r"].flatMap { Int($0) } ?? index + 1, cells: cells)
        }
    }

    private static func parse(_ archive: ZIPArchive, _ entry: ZIPArchive.Entry) throws -> XMLElement {
        let part = try archive.bytes(of: entry, limitBytes: partBytes)
        do { return try XMLTree.parse(Data(part), limits: limits) } catch { throw ZIPArchive.damaged }
    }

    /// Cells that are empty are left out of the file: each says in which column it stands.
    private static func cells(of row: XMLElement, _ shared: [String]) -> [String] {
        row.elements(named: "c").reduce(into: [String]()) { cells, cell in
            let place = cell["r"].flatMap(column) ?? cells.count
            guard place < mostColumns, place >= cells.count else { return }
            cells += [String](repeating: "", count: place - cells.count)
            cells.append(text(of: cell, shared))
        }
    }

    private static func text(of cell: XMLElement, _ shared: [String]) -> String {
        let value = cell.first("v")?.text ?? ""
        switch cell["t"] {
        case "s": return Int(value).flatMap { shared.indices.contains($0) ? shared[$0] : nil } ?? ""
        case "inlineStr": return cell.first("is").map(words) ?? ""
        case "str", "e", "b": return value
        default: return plain(value)
        }
    }

    /// A code that was entered as a number may be kept as `4.40131013E11`.
    private static func plain(_ number: String) -> String {
        guard number.contains(where: { "eE.".contains($0) }), let value = Double(number),
            value == value.rounded(), abs(value) < 1e15
        else { return number }
        return String(Int64(value))
    }

    /// Rich text stands in several runs; readings of Japanese beside it are no part of it.
    private static func words(_ item: XMLElement) -> String {
        let runs = item.elements.flatMap { part -> [XMLElement] in
            part.localName == "t" ? [part] : part.localName == "r" ? part.elements(named: "t") : []
        }
        return runs.map(\.text).joined().trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// `C5` is the third column.
    private static func column(_ reference: String) -> Int? {
        let letters = reference.prefix { $0.isASCII && $0.isLetter }.uppercased().utf8
        guard (1...3).contains(letters.count) else { return nil }
        return letters.reduce(0) { $0 * 26 + Int($1 - 64) } - 1
    }
}
