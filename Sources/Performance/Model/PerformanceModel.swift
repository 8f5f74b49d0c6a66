import DecisionModel
import Foundation
import Refusals
import Yams

/// What organs, their offices and persons are measured by, as it is written in YAML.
struct PerformanceModel: Sendable, Decodable {
    let name: String
    /// Days after the end of a period before it may be frozen.
    let settleDays: Int
    /// Working days after freezing in which a value may be appealed, and in which an appeal is to be decided.
    let appealDays: Int
    private let decisionDays: Int?
    private let grades: [Grade]?
    /// All that are written in it, also those that short periods leave out.
    let everyIndicator: [Indicator]
    /// For what periods it is looked at; nil for the model as it is written.
    private var kind: Period.Kind?

    private enum CodingKeys: String, CodingKey {
        case name, grades
        case everyIndicator = "indicators"
        case settleDays = "settle_days"
        case appealDays = "appeal_days"
        case decisionDays = "decision_days"
    }

    /// Models that were written before there were appeals say nothing about it.
    var decideDays: Int { decisionDays ?? 5 }
    var scale: GradeScale { GradeScale(grades ?? []) }
    var indicators: [Indicator] { everyIndicator.filter(isCounted) }
    /// What a longer period alone counts.
    var leftOut: [Indicator] { everyIndicator.filter { !isCounted($0) } }

    private func isCounted(_ one: Indicator) -> Bool { kind.map { one.shortest <= $0 } ?? true }

    /// The model as it measures periods of a length: what is counted by the quarter or the year alone does not weigh in a
    /// month.
    func counting(in kind: Period.Kind) -> PerformanceModel {
        var model = self
        model.kind = kind
        return model
    }

    static let longestBytes = 100_000
    private static let mostIndicators = 100

    /// - Throws: `CocoaError` when the file cannot be read.
    static func deliveredText() throws -> String {
        let file = Bundle.module.bundleURL.appending(path: "Resources/model.yaml")
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }

    /// - Throws: `invalid` for a text that is too long or cannot be read.
    init(text: String) throws {
        guard text.utf8.count <= Self.longestBytes else { throw DomainError.invalid("body", "指标太长，请精简。") }
        do { self = try YAMLDecoder().decode(Self.self, from: text) } catch {
            throw DomainError.invalid("body", "指标读不出来，请核对格式：\(String(describing: error).prefix(200))")
        }
    }

    /// What keeps the model from being switched on, in sentences.
    var faults: [Sentence] {
        var faults: [Sentence] = []
        if indicators.isEmpty { faults.append("一个指标也没有。") }
        if indicators.count > Self.mostIndicators { faults.append("指标不能超过 \(Self.mostIndicators) 个。") }
        if Set(indicators.map(\.key)).count != indicators.count { faults.append("有两个指标用了同一个代号。") }
        if !(0...90).contains(settleDays) || !(1...90).contains(appealDays)
            || !(1...90).contains(decideDays)
        {
            faults.append("期满后多少天核定要在 0 至 90 之间，申诉期和裁定期要在 1 至 90 个工作日之间。")
        }
        for subject in Indicator.Subject.allCases {
            let own = indicators.filter { $0.applies == subject }
            let total = own.reduce(0) { $0 + $1.weight }
            if !own.isEmpty, total != 100 { faults.append("\(subject.chinese)的权重合计是 \(total)，应当是 100。") }
        }
        return faults + scale.faults + indicators.flatMap(\.faults)
            + indicators.flatMap { one in
                one.reported?.faults(one.name, settleDays: settleDays) ?? []
            }
    }

    /// The indicators of a kind of subject, with their formulas read; those that cannot be read are none.
    func read(_ subject: Indicator.Subject) -> [ReadIndicator] {
        indicators.filter { $0.applies == subject }.compactMap { try? ReadIndicator($0) }
    }
}

extension Indicator {
    /// What is wrong with it by itself.
    var faults: [Sentence] {
        guard key.wholeMatch(of: /[a-z][a-z0-9-]{0,39}/) != nil else {
            return ["代号「\(key)」不对：要用小写字母、数字和连字符。"]
        }
        guard (1...100).contains(weight) else { return ["「\(name)」的权重要在 1 至 100 之间。"] }
        guard lowest < highest, highest <= 120, lowest >= -100 else {
            return ["「\(name)」的下限要低于上限，上限不超过 120。"]
        }
        if let cases, figure == nil { return ["「\(name)」要打开的数「\(cases)」不存在。"] }
        let indicator: ReadIndicator
        do { indicator = try ReadIndicator(self) } catch {
            return ["「\(name)」的公式第 \(error.column) 列：\(error.message)"]
        }
        return unknown(indicator) + trial(indicator)
    }

    private func unknown(_ indicator: ReadIndicator) -> [Sentence] {
        let own = reported == nil ? [] : [Self.reportedName]
        let known = Set(Figure.allCases.map(\.rawValue) + own)
        let names =
            indicator.value.names.filter { !known.contains($0) }
            + indicator.points.names.filter { !known.contains($0) && $0 != "value" }
        let foreign = applies == .organ ? [] : indicator.figures.filter { !$0.isOfPersons }
        let confidential = isPublic ? indicator.figures.filter(\.isConfidential) : []
        guard reported == nil || applies == .organ else { return ["「\(name)」是自评的，只能考核部门。"] }
        return names.map { "「\(name)」的公式里没有「\($0)」这个数。" }
            + foreign.map { "「\(name)」用的「\($0.rawValue)」只有部门有，\(applies.single)没有。" }
            + confidential.map { "「\(name)」用了「\($0.chinese)」的数，从数里看得出是谁，不能公开。" }
    }

    /// A formula has to give a number where there is something to count.
    private func trial(_ indicator: ReadIndicator) -> [Sentence] {
        let ones = Dictionary(uniqueKeysWithValues: Figure.allCases.map { ($0, 1) })
        return indicator.result(ones, reported: 100) == nil ? ["「\(name)」的公式试算得不到数。"] : []
    }
}
