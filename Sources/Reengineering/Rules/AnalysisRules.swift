import BusinessProcess
import Cases
import Foundation
import Refusals
import RuleBooks

/// When analyses are computed anew, and where a step has its place by its meaning in law.
struct AnalysisRules: RuleText, Codable, Hashable {
    /// A kind of step.
    struct Place: Codable, Sendable, Hashable {
        /// Its code in the drawing.
        let act: String
        /// Whether it may stand beside others of which that is true too; `nil` for no.
        let beside: Bool?
        /// Why it cannot be done before what stands in front of it.
        let waits: String?
        /// Why what stands behind it cannot be done before it.
        let leads: String?
    }

    /// The hour of the night, in China.
    let nightlyHour: Int
    /// The reason where no other is given.
    let usualReason: String
    let steps: [Place]

    enum CodingKeys: String, CodingKey {
        case steps
        case nightlyHour = "nightly_hour"
        case usualReason = "usual_reason"
    }

    static let book = "process_analysis_rules"
    static let title = "流程分析规则"

    static func deliveredText() throws -> String {
        let file = Bundle.module.bundleURL.appending(path: "Resources/analysis.yaml")
        return try String(contentsOf: file, encoding: .utf8)
    }

    var faults: [Sentence] {
        var faults: [Sentence] = []
        if !(0...23).contains(nightlyHour) { faults.append("nightly_hour 是 0 到 23 之间的整点。") }
        if Set(steps.map(\.act)).count != steps.count { faults.append("同一种步骤写了两次。") }
        for step in steps where Act(rawValue: step.act) == nil { faults.append("没有「\(step.act)」这种步骤。") }
        for step in steps where step.beside == true && (step.waits != nil || step.leads != nil) {
            faults.append("「\(step.act)」可以和别的同时办，就不能又写先后的理由。")
        }
        let reasons = [usualReason] + steps.flatMap { [$0.waits, $0.leads].compactMap(\.self) }
        if reasons.contains(where: { !(1...100).contains($0.count) }) {
            faults.append("每条理由要有 1 到 100 个字。")
        }
        return faults
    }

    /// Whether the law gives a step no place behind another one.
    func mayStandBeside(_ task: UserTask) -> Bool { place(of: task)?.beside == true }

    /// Why a step cannot be done before the one in front of it is done.
    func reason(second task: UserTask) -> String { place(of: task)?.waits ?? usualReason }

    /// Why nothing can be done before a step is done.
    func reason(first task: UserTask) -> String { place(of: task)?.leads ?? usualReason }

    private func place(of task: UserTask) -> Place? { steps.first { $0.act == task.act } }
}
