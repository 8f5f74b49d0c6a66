import CSV
import Cases
import WorkingTime

/// Cases as rows of comma-separated values.
struct CaseSheet {
    /// The name of each organ by its key.
    let organs: [String: String]

    /// The titles of the columns.
    static let head =
        CSVLine.mark
        + CSVLine.text(["办件编号", "事项", "联办编号", "申请人", "承办部门", "阶段", "提交时间", "到期时间"])

    func rows(_ cases: [CaseSummary]) -> String {
        cases.map { line in
            CSVLine.text([
                line.number, line.name, line.parentNumber ?? "", line.applicant,
                organs[line.organ] ?? line.organ,
                PhaseBadge(line).words, line.filedAt.chinese, line.dueAt?.chinese ?? "",
            ])
        }.joined()
    }
}
