import Cases
import WorkingTime

/// The first two sentences of a progress page: how the matter stands, and what the applicant has to do.
public struct WhatNow: Sendable, Hashable {
    /// What is happening, by when: `四个部门正在同时办理，最晚 11月30日 办完。`
    let headline: String
    /// What the applicant has to do, or may do: `您现在不用做什么。`
    let advice: String

    init(_ situation: Situation) {
        switch situation.phase {
        case .submitted: self = WhatNow(checking: situation)
        case .supplementing: self = WhatNow(supplementing: situation)
        case .accepted: self = WhatNow(handling: situation)
        case .decided, .closed: self = WhatNow(decided: situation)
        case .refused:
            self.init(
                "不予受理。\(WhatNow.because(situation.reason))",
                "您可以按所列理由补齐条件后重新申请；如不服，申请行政复议和提起诉讼的途径写在通知书里。")
        case .withdrawn: self.init("您已撤回这件申请。", "需要时可以重新申请。")
        }
    }

    /// In words that somebody else chose.
    public init(_ headline: String, _ advice: String) {
        self.headline = headline
        self.advice = advice
    }

    private init(checking situation: Situation) {
        let who = WhatNow.doers(situation.organs)
        let what = situation.isSupplied ? "正在核对您补正的材料" : "正在核对材料"
        let by = situation.due.map { "，最晚 \($0.shortWithWeekday)答复是否受理" } ?? ""
        self.init("\(who)\(what)\(by)。", "您现在不用做什么。到期没有答复的，依法自收到申请之日起即为受理。")
    }

    private init(supplementing situation: Situation) {
        self.init(
            "请您补正 \(situation.missing) 项内容。",
            "各部门的要求已经合在一张清单里，只告知这一次。请一次补齐后提交；提交以后，部门在 5 个工作日内答复是否受理。")
    }

    private init(decided situation: Situation) {
        let isOver = situation.phase == .closed
        let by = isOver ? "结果已送达" : situation.due.map { "结果最晚 \($0.shortWithWeekday)送达" } ?? "结果等待送达"
        switch situation.outcome {
        case .denied:
            self.init(
                "决定不予许可。\(WhatNow.because(situation.reason))",
                "您可以按所列理由整改后重新申请；如不服，申请行政复议和提起诉讼的途径写在决定书里。")
        case .partial: self.init("部分事项已准予，\(by)。", situation.reason ?? "请查看各部门的决定。")
        case .terminated:
            self.init(
                "已终止办理。\(WhatNow.because(situation.reason))", "如不服，申请行政复议和提起诉讼的途径写在通知书里；需要时可以重新申请。")
        case .answered:
            self.init("已答复。", "答复书可以查看和下载；如不服，申请行政复议和提起诉讼的途径写在答复书里。")
        case .granted, .refused, .withdrawn, nil:
            self.init("已准予，\(by)。", WhatNow.thanks(situation, isOver: isOver))
        }
    }

    private static func thanks(_ situation: Situation, isOver: Bool) -> String {
        let licence = situation.hasLicence ? "电子证照已经生成，现在就可以下载使用。" : ""
        guard isOver, !situation.isRated else { return licence.isEmpty ? "您现在不用做什么。" : licence }
        return licence + "欢迎您评价这次办事。"
    }

    private static func because(_ reason: String?) -> String {
        guard let reason, !reason.isEmpty else { return "" }
        return "理由：\(reason)"
    }

    /// `四个部门`, or the one by its name.
    static func doers(_ organs: [Situation.Organ]) -> String {
        guard organs.count > 1 else { return organs.first?.name ?? "部门" }
        return "\(count(organs.count))个部门"
    }

    /// Small numbers are read more easily as words.
    static func count(_ number: Int) -> String {
        let words = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"]
        return words.indices.contains(number) ? words[number] : " \(number) "
    }
}
