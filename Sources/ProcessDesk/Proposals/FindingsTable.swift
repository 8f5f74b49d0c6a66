import BusinessProcess
import Cases
import Web

/// What is wrong with a process, or worth a look, by line.
struct FindingsTable {
    let findings: [ProcessFinding]

    init(_ findings: [ProcessFinding]) { self.findings = findings }

    /// Nothing when nothing was found.
    var html: HTML {
        guard !findings.isEmpty else { return .empty }
        return Card(
            "检查结果",
            Table(
                "检查结果",
                columns: [.init("问题"), .init("程度"), .init("位置"), .init("行", isNumber: true)],
                rows: findings.map { finding in
                    [
                        "\(finding.message)", badge(finding), "<code>\(finding.element)</code>",
                        "\(finding.line)",
                    ]
                }
            ).html
        ).html
    }

    private func badge(_ finding: ProcessFinding) -> HTML {
        finding.isWarning ? StatusBadge("提示", .near).html : StatusBadge("须改正", .late).html
    }
}
