import DecisionModel
import Foundation
import Refusals
import RuleBooks

/// The sentences of bulletins and when each is said; the district changes them.
struct BulletinTemplates: RuleText, Codable, Hashable {
    struct Line: Codable, Sendable, Hashable {
        /// FEEL over the facts; always when there is none.
        let when: String?
        /// With facts in braces: `{filed}`.
        let text: String
    }

    struct Section: Codable, Sendable, Hashable {
        let key: String
        let title: String
        let chart: BulletinChart?
        let lines: [Line]
        /// What is said when no line is.
        let otherwise: String
    }

    /// `{period}` in braces.
    let title: String
    /// What is said in place of all sections when nothing was counted.
    let empty: String
    /// So many days after the end of a period its draft is made by itself.
    let afterDays: Int
    /// The key of the organ that issues bulletins; its seal stands on the paper. Without one there is none.
    var issuer: String?
    let sections: [Section]

    private enum CodingKeys: String, CodingKey {
        case title, empty, sections, issuer
        case afterDays = "after_days"
    }

    static let book = "bulletin_templates"
    static let title = "监察通报的模板"
    private static let most = 20

    static func deliveredText() throws -> String {
        let file = Bundle.module.bundleURL.appending(path: "Resources/bulletin-templates.yaml")
        return try String(contentsOf: file, encoding: .utf8)
    }

    var faults: [Sentence] {
        var faults: [Sentence] = []
        if !(1...60).contains(afterDays) { faults.append("期满后多少天生成草稿，要在 1 至 60 之间。") }
        if !(1...Self.most).contains(sections.count) { faults.append("要有 1 至 \(Self.most) 个部分。") }
        if Set(sections.map(\.key)).count != sections.count { faults.append("有两个部分用了同一个代号。") }
        for section in sections {
            if section.key.wholeMatch(of: /[a-z][a-z0-9-]{0,39}/) == nil {
                faults.append("代号「\(section.key)」不对：要用小写字母、数字和连字符。")
            }
            if section.lines.count > Self.most { faults.append("「\(section.title)」的句子超过 \(Self.most) 条。") }
            faults += section.lines.flatMap { Self.faults(of: $0) } + Self.unknown(in: section.otherwise)
        }
        return faults + Self.unknown(in: title) + Self.unknown(in: empty)
    }

    private static func faults(of line: Line) -> [Sentence] {
        guard let when = line.when else { return unknown(in: line.text) }
        do {
            let names = try FEELExpression(when).names.filter { !BulletinFacts.names.contains($0) }
            return names.map { "条件「\(when)」里没有「\($0)」这个数。" } + unknown(in: line.text)
        } catch { return ["条件「\(when)」第 \(error.column) 列：\(error.message)"] + unknown(in: line.text) }
    }

    private static func unknown(in text: String) -> [Sentence] {
        text.matches(of: /\{([^}]*)\}/).map { String($0.output.1) }
            .filter { !BulletinFacts.names.contains($0) }.map { "句子里没有「{\($0)}」这个数。" }
    }
}

extension BulletinTemplates {
    /// The sections of a bulletin, in words.
    func sections(_ figures: BulletinFigures, _ period: BulletinPeriod) -> [Bulletin.Section] {
        let facts = BulletinFacts(figures, period)
        guard !figures.isEmpty else {
            return [.init(key: "empty", title: "说明", chart: nil, original: Self.filled(empty, facts))]
        }
        return sections.map { section in
            let said = section.lines.filter { $0.isSaid(facts) }.map { Self.filled($0.text, facts) }
            return .init(
                key: section.key, title: section.title, chart: section.chart,
                original: said.isEmpty ? Self.filled(section.otherwise, facts) : said.joined())
        }
    }

    func title(_ figures: BulletinFigures, _ period: BulletinPeriod) -> String {
        Self.filled(title, BulletinFacts(figures, period))
    }

    private static func filled(_ text: String, _ facts: BulletinFacts) -> String {
        text.replacing(/\{([^}]*)\}/) { facts.words[String($0.output.1)] ?? "" }
    }
}

extension BulletinTemplates.Line {
    fileprivate func isSaid(_ facts: BulletinFacts) -> Bool {
        guard let when else { return true }
        return (try? FEELExpression(when))?.value(in: facts.values) == .bool(true)
    }
}
