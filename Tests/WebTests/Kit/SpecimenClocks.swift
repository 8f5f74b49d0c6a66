import Refusals
import WorkingTime

@testable import Web

/// Clocks in every state, and what is told about a case.
enum SpecimenClocks {
    static let start = Instant(rfc3339: "2026-11-20T10:24:00+08:00") ?? Instant(milliseconds: 0)

    /// Five working days from Friday, paused on Wednesday: seen on Thursday.
    static let running: Reckoning? = {
        let calendar = try? WorkingCalendar(version: 1, years: [2026], holidays: [:], workdays: [])
        let pause = Pause(
            from: start.adding(seconds: 4 * 86_400), until: start.adding(seconds: 5 * 86_400), reason: "现场核查")
        return calendar?.reckon(
            TimeLimit(value: 5, unit: .workingDay), from: start, pauses: [pause],
            now: start.adding(seconds: 3 * 86_400))
    }()

    private static var badge: ClockBadge {
        running.map { ClockBadge($0) } ?? ClockBadge(finished: "没有工作日历")
    }

    static let organs = [
        OrganRow("市场监督管理局", "食品经营许可 · 审查中", badge: badge.html),
        OrganRow(
            "住房和城乡建设局", "排水许可 · 审查中",
            badge: ClockBadge("还剩 1 个工作日", state: .near, due: running?.due).html),
        OrganRow("消防救援大队", "营业前检查 · 11月25日上午现场检查", badge: ClockBadge("已暂停计时", state: .paused, due: nil).html),
        OrganRow(
            "城市管理和综合执法局", "户外招牌 · 等待补正", badge: ClockBadge("已超期 2 个工作日", state: .overdue, due: start).html),
        OrganRow("卫生健康局", "公共场所卫生许可", badge: ClockBadge(finished: "已办结，用时 1 个工作日").html),
    ]

    static let entries = [
        Timeline.Entry(
            start.adding(seconds: 250_000), "消防救援大队：约定 11月25日上午到店检查，<a href=\"/law\">等待现场检查期间不计入办理时限</a>",
            .now),
        Timeline.Entry(start.adding(seconds: 90_000), "卫生健康局：准予公共场所卫生许可，证照已签发"),
        Timeline.Entry(start.adding(seconds: 16_000), "城市管理和综合执法局：材料不齐，退回补正", .bad),
        Timeline.Entry(start, "您已提交，<a href=\"/receipt\">回执</a>已记入公开日志"),
    ]

    static let table = Table(
        "我的待办", columns: [.init("事项与申请人"), .init("环节"), .init("剩余时限"), .init("办件编号", isNumber: true)],
        rows: [
            [
                "<a href=\"/1\"><b>食品经营许可（变更）</b></a><br>端州区老城砂锅粥店", "审查",
                ClockBadge("今天到期", state: .dueToday, due: start).compact, "441202202611180002214",
            ],
            [
                "<a href=\"/2\"><b>食品经营许可</b></a> · 开办餐饮店一件事<br>肇庆端州星湖餐饮有限公司", "审查",
                badge.compact, "441202202611210001248",
            ],
        ])
}
