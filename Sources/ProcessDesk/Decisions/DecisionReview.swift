import DecisionModel
import Web

/// What is wrong with a table, what it leaves open, and what comes of its examples.
struct DecisionReview {
    let findings: [DecisionFinding]
    let trials: [DecisionTrial]
    private let check: DecisionCheck?

    init(_ table: DecisionTable, _ surroundings: FEELSurroundings) {
        do throws(DecisionFindings) {
            let decision = try Decision(table)
            (findings, check, trials) = ([], decision.check(), decision.trials(surroundings))
        } catch {
            (findings, check, trials) = (error.findings, nil, [])
        }
    }

    /// What is wrong at one place, with the character where it begins.
    func words(at place: DecisionFinding.Place) -> String? {
        let words = findings.filter { $0.place == place }.map { finding in
            (finding.column.map { "第 \($0) 个字符：" } ?? "") + finding.message
        }
        return words.isEmpty ? nil : words.joined(separator: "；")
    }

    var html: HTML {
        guard findings.isEmpty else {
            return Notice(
                "有 \(findings.count) 处错误，改正后才能公布",
                "<ul>\(each: findings.prefix(30), { "<li>\($0.description)</li>" })</ul>", tone: .warning
            ).html
        }
        guard let check, !check.isSound else {
            return Notice("规则没有冲突，没有遗漏。", tone: .done).html
        }
        return Notice("公布前请看一看", "<ul>\(each: remarks(check), { "<li>\($0)</li>" })</ul>", tone: .warning)
            .html
    }

    private func remarks(_ check: DecisionCheck) -> [String] {
        check.overlaps.map { "冲突，不能公布：\($0.description)。" }
            + check.gaps.map { "没有规则适用：\($0.description)。这时没有结论。" }
            + check.unreachable.map { "规则 \($0) 永远用不上。" }
            + (check.givenUp.map { ["没有查完：\($0.description)。"] } ?? [])
    }
}
