import Cases
import Codes
import Desk
import WorkingTime

/// How a matter stands, short enough for a text message, without a name.
struct ProgressAnswer {
    static let help = "查进度请发送：JD 办件编号 查询码（都印在收件回执上）。评价请发送：PJ 评价码 分数，5 非常满意，1 非常不满意。"
    static let unknown = "编号或查询码不对，请核对回执上的内容后再发。也可以拨打 12345 查询。"

    let view: CaseView
    /// Where the public reaches this installation.
    let site: String

    private var subject: Case { view.subject }

    var text: String {
        "「\(subject.plan.name)」（编号尾号 \(subject.number.text.suffix(4))）：\(PhaseBadge(subject).words)。\(next)详情：\(site)/progress"
    }

    private var next: String {
        if let pause = subject.clocks.lazy.compactMap(\.openPause).first { return "暂停计时的原因：\(pause.reason)。" }
        if subject.phase == .supplementing {
            return "需要补正 \(subject.evidenceRequest?.items.count ?? 0) 项，请登录网站补正或到窗口办理。"
        }
        guard !subject.phase.isFinal, let clock = subject.governingClock, let due = clock.dueAt else {
            return ""
        }
        let late = clock.isOverdue(at: view.now) ? "，已超期，可以拨打 12345 催办" : ""
        return "\(clock.name.chinese)到 \(due.day.shortWithWeekday)\(late)。"
    }
}
