/// Tables as a spreadsheet (xlsx, ISO/IEC 29500-1 §18): every cell a text, so that codes keep their digits and nothing is
/// taken for a formula.
public struct SpreadsheetFile: Sendable {
    /// One sheet.
    public struct Sheet: Sendable {
        let name: String
        let rows: [[String]]

        /// A sheet; its first row stays in sight.
        ///
        /// - Parameter name: at most 31 characters are taken, without those a name cannot have.
        public init(_ name: String, _ rows: [[String]]) {
            self.name = String(name.filter { !"[]:*?/\\".contains($0) }.prefix(31))
            self.rows = rows
        }
    }

    /// What a browser is told of the file.
    public static let contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    private let sheets: [Sheet]

    /// A file of at least one sheet.
    public init(_ sheets: [Sheet]) { self.sheets = sheets }

    /// The file.
    public var bytes: [UInt8] {
        var archive = ZIPWriting()
        archive.add("[Content_Types].xml", contentTypes)
        archive.add("_rels/.rels", Self.relations([("officeDocument", "xl/workbook.xml")]))
        archive.add("xl/workbook.xml", workbook)
        archive.add(
            "xl/_rels/workbook.xml.rels",
            Self.relations(sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }))
        for (index, sheet) in sheets.enumerated() {
            archive.add("xl/worksheets/sheet\(index + 1).xml", Self.worksheet(sheet))
        }
        return archive.finished
    }

    private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    private var contentTypes: String {
        let parts = sheets.indices.map {
            #"<Override PartName="/xl/worksheets/sheet\#($0 + 1).xml" ContentType="\#(Self.type).worksheet+xml"/>"#
        }
        return Self.head + """
            <Types xmlns="\(Self.package)/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="\(Self.type).sheet.main+xml"/>\
            \(parts.joined())</Types>
            """
    }

    private var workbook: String {
        let list = sheets.enumerated().map {
            #"<sheet name="\#(Self.escaped($1.name))" sheetId="\#($0 + 1)" r:id="r\#($0 + 1)"/>"#
        }
        return Self.head
            + #"<workbook xmlns="\#(Self.main)" xmlns:r="\#(Self.office)"><sheets>\#(list.joined())</sheets></workbook>"#
    }

    private static func relations(_ all: [(kind: String, target: String)]) -> String {
        let list = all.enumerated().map {
            #"<Relationship Id="r\#($0 + 1)" Type="\#(office)/\#($1.kind)" Target="\#($1.target)"/>"#
        }
        return head + #"<Relationships xmlns="\#(package)/relationships">\#(list.joined())</Relationships>"#
    }

    private static func worksheet(_ sheet: Sheet) -> String {
        let rows = sheet.rows.enumerated().map { index, cells in
            let texts = cells.enumerated().map { cell($1, at: column($0) + String(index + 1)) }
            return "<row r=\"\(index + 1)\">\(texts.joined())</row>"
        }
        return head + """
            <worksheet xmlns="\(main)"><sheetViews><sheetView workbookViewId="0">\
            <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
            <sheetData>\(rows.joined())</sheetData></worksheet>
            """
    }

    /// A cell that is empty is left out.
    private static func cell(_ text: String, at place: String) -> String {
        guard !text.isEmpty else { return "" }
        return #"<c r="\#(place)" t="inlineStr"><is><t xml:space="preserve">\#(escaped(text))</t></is></c>"#
    }

    /// `A` … `Z`, `AA` … by a column's index from 0.
    private static func column(_ index: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + index % 26)))
        return index < 26 ? letter : column(index / 26 - 1) + letter
    }

    /// What XML may hold; what it cannot is left out.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
                escaped.unicodeScalars.append(scalar)
            default: continue
            }
        }
        return escaped
    }
}
