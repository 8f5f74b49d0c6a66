import Cases
import Refusals
import RuleBooks
import Storage
import WorkingTime

/// Which of the lawful ways leads elsewhere is said wherever somebody is sent there (信访工作条例 art. 31): on the page of
/// the request, on that of the case, by a program, at registration and at acceptance.
enum OtherWays {
    static let outcome = "guide"

    /// Refuses words that name none of the ways, in the transaction that would keep them.
    ///
    /// - Throws: `invalid` naming the ways there are.
    static func require(_ event: CaseEvent, in subject: Case, at now: Instant, in tx: Transaction) throws {
        guard event.action == "task.completed", event.outcome == outcome, subject.requestProcess != nil,
            let task = subject.tasks.last(where: { $0.outcome == outcome && $0.completedAt == now })
        else { return }
        try RuleBook<RequestRules>().current(in: tx).requireWay(in: task.opinion ?? "")
    }
}

extension RequestRules {
    /// - Throws: `invalid` unless the words begin with those of one of the ways.
    func requireWay(in words: String) throws {
        guard let ways, !ways.isEmpty, !ways.contains(where: { words.hasPrefix($0.words) }) else { return }
        let names = ways.map(\.name).joined(separator: "、")
        throw DomainError.invalid(
            "opinion", "请在诉求的页面选择是哪一种法定途径（\(names)）；直接填写的，以规则里该途径的告知内容开头。")
    }

    /// What is told: the words of the lawful way, and the officer's own after them.
    ///
    /// - Throws: `invalid` when no way is chosen.
    func told(_ finding: Finding, way code: String?) throws -> Finding {
        guard finding.outcome == OtherWays.outcome, ways?.isEmpty == false else { return finding }
        guard let way = way(code ?? "") else { throw DomainError.invalid("way", "请选择是哪一种法定途径。") }
        guard let said = finding.opinion, !said.allSatisfy(\.isWhitespace) else { return finding }
        return Finding(outcome: finding.outcome, opinion: "\(way.words)\(said)")
    }
}
