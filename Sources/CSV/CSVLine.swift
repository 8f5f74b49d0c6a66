/// A line of comma-separated values (RFC 4180) that a spreadsheet opens without harm.
public enum CSVLine {
    /// What stands before the first line: it tells spreadsheets that this is UTF-8.
    public static let mark = "\u{FEFF}"

    /// The cells of one line, with its end.
    public static func text(_ values: some Sequence<String>) -> String {
        values.map(cell).joined(separator: ",") + "\r\n"
    }

    /// A value in quotes. What a spreadsheet would take for a formula or cut as a number is marked as text.
    static func cell(_ value: String) -> String {
        let isFormula =
            value.unicodeScalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
        let isLongNumber = value.count > 11 && value.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "X") }
        let mark = isFormula || isLongNumber ? "\t" : ""
        return "\"\(mark)\(value.replacing("\"", with: "\"\""))\""
    }
}
