import Cases
import WorkingTime

/// Cases as rows of comma-separated values (RFC 4180).
struct CaseSheet {
    /// The name of each organ by its key.
    let organs: [String: String]

    /// The titles of the columns. The mark at the beginning tells spreadsheets that this is UTF-8.
    static let head =
        "\u{FEFF}" + line(["办件编号", "事项", "联办编号", "申请人", "承办部门", "阶段", "提交时间", "到期时间"])

    func rows(_ cases: [CaseSummary]) -> String {
        cases.map { line in
            Self.line([
                line.number, line.name, line.parentNumber ?? "", line.applicant,
                organs[line.organ] ?? line.organ,
                PhaseBadge(line).words, line.filedAt.chinese, line.dueAt?.chinese ?? "",
            ])
        }.joined()
    }

    private static func line(_ values: [String]) -> String {
        values.map(cell).joined(separator: ",") + "\r\n"
    }

    /// A value in quotes. What a spreadsheet would take for a formula or cut as a number is marked as text.
    static func cell(_ value: String) -> String {
        let isFormula = value.first.map { "=+-@\t\r".contains($0) } ?? false
        let isLongNumber = value.count > 11 && value.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "X") }
        let mark = isFormula || isLongNumber ? "\t" : ""
        return "\"\(mark)\(value.replacing("\"", with: "\"\""))\""
    }
}
