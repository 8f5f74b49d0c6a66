import Government
import ProcessSimulation
import Refusals

/// A question in words.
struct ScenarioWords {
    private let question: WhatIf.Question
    private let organs: [Organ]

    init(_ question: WhatIf.Question, organs: [Organ]) {
        (self.question, self.organs) = (question, organs)
    }

    /// Each change.
    var changes: [String] { question.scenario.changes.map(words) }

    /// All of them in a line.
    var line: String { changes.joined(separator: "；") }

    private func words(_ change: Change) -> String {
        switch change {
        case .parallel(let first, let second): "“\(name(first))”和“\(name(second))”同时办"
        case .shorter(let step, let percent): "“\(name(step))”的办理时间缩短 \(percent)%"
        case .people(let post, let count): "\(PostName(organs: organs).words(post))安排 \(count) 人"
        case .without(let step): "省去“\(name(step))”"
        case .fewerReturns(let percent): "退回重办减少 \(percent)%"
        }
    }

    private func name(_ element: String) -> String { question.names[element] ?? element }
}

/// What a simulation showed, in words.
enum OutcomeWords {
    /// Up to this the model is believed, up to the next its direction, in percent.
    private static let (believed, direction) = (10, 25)

    static func time(_ seconds: Double) -> String { NaturalTime.words(Int(seconds.rounded())) }

    /// The same behind Chinese words.
    private static func behind(_ seconds: Double) -> String { NaturalTime.behind(Int(seconds.rounded())) }

    /// A mean with its interval.
    static func interval(_ estimate: Estimate) -> String {
        "\(time(estimate.mean)) ± \(time(estimate.halfWidth))"
    }

    /// What a change does to a time: shorter is good.
    static func change(_ before: Double, _ after: Double) -> String {
        let saved = before - after
        if abs(saved) < 60 { return "没有变化" }
        return saved > 0 ? "少 \(time(saved))" : "多 \(time(-saved))"
    }

    /// The answer.
    static func finding(_ outcome: SimulationOutcome) -> String {
        let (before, after, saved) = (outcome.before.mean.mean, outcome.after.mean.mean, outcome.saved)
        let both = "平均用时从\(behind(before))变为\(behind(after))"
        if saved.low > 0 {
            return
                "照这样改会更快：\(both)，每件平均少用\(behind(saved.mean))（95% 区间：\(time(saved.low))到\(behind(saved.high))）。"
        }
        if saved.high < 0 {
            return
                "照这样改会更慢：\(both)，每件平均多用\(behind(-saved.mean))（95% 区间：\(time(-saved.high))到\(behind(-saved.low))）。"
        }
        return "看不出差别：\(both)，这点变化在随机波动之内。"
    }

    /// Whether the model can be believed.
    static func belief(_ outcome: SimulationOutcome) -> (title: String, words: String, isGood: Bool) {
        let gap = outcome.gapPercent
        let words =
            "照现在的流程模拟，平均用时\(behind(outcome.before.mean.mean))；这些办件实际平均用时\(behind(outcome.past[0]))，相差 \(gap)%。"
        if gap <= believed { return ("模型与实际相符", words, true) }
        if gap <= direction { return ("模型与实际大致相符", words + "结果只宜看方向，不宜看具体数字。", true) }
        return ("模型与实际相差较大", words + "可能有模型里没有的原因，结果仅供参考。", false)
    }

    /// For a list.
    static func short(_ asked: WhatIf) -> String {
        if let refusal = asked.refusal { return refusal.chinese }
        guard let outcome = asked.outcome else { return "还没有结果" }
        return change(outcome.before.mean.mean, outcome.after.mean.mean)
    }
}
