import Cases
import Testing
import WorkingTime

@testable import ServiceHall

/// The first sentences of a progress page, in the situations applicants are in.
@Suite("办件进度的第一句话")
struct WhatNowTests {
    private static let scjg = Situation.Organ(name: "市场监督管理局", due: CivilDate(iso: "2026-11-26"))
    private static let zjj = Situation.Organ(name: "住房和城乡建设局", due: CivilDate(iso: "2026-11-30"))
    private static let wsjk = Situation.Organ(name: "卫生健康局", isDone: true)
    private static let xfjy = Situation.Organ(name: "消防救援大队", pause: "现场核查", isInspected: true)

    @Test("超过时限时照实说，并告诉申请人可以催办。")
    func late() {
        var late = Self.scjg
        late.isLate = true
        let now = WhatNow(Situation(phase: .accepted, organs: [late]))
        #expect(now.headline == "市场监督管理局正在办理，已超过时限。")
        #expect(now.advice == "您现在不用做什么。市场监督管理局已超过时限，您可以拨打 12345 催办或投诉。")
    }

    @Test("不予许可时先说理由，再说可以怎么办。")
    func denied() {
        let now = WhatNow(
            Situation(phase: .closed, organs: [Self.wsjk], outcome: .denied, reason: "专间内设有明沟。"))
        #expect(now.headline == "决定不予许可。理由：专间内设有明沟。")
        #expect(now.advice.contains("行政复议"))
    }

    @Test("不予受理时说明理由和途径。")
    func refused() {
        let now = WhatNow(Situation(phase: .refused, outcome: .refused, reason: "不属于本机关职权范围。"))
        #expect(now.headline == "不予受理。理由：不属于本机关职权范围。")
    }

    @Test("几个部门同时办理时，说最晚的一天。")
    func parallel() {
        let now = WhatNow(Situation(phase: .accepted, organs: [Self.scjg, Self.zjj, Self.scjg, Self.zjj]))
        #expect(now.headline == "四个部门正在同时办理，最晚 11月30日（周一）办完。")
        #expect(now.advice == "您现在不用做什么。")
    }

    @Test("已有部门办完时，说还剩哪些。")
    func partlyDone() {
        let now = WhatNow(Situation(phase: .accepted, organs: [Self.wsjk, Self.scjg, Self.zjj]))
        #expect(now.headline == "已办完 1 项，其余两个部门正在同时办理，最晚 11月30日（周一）办完。")
        let last = WhatNow(Situation(phase: .accepted, organs: [Self.wsjk, Self.scjg]))
        #expect(last.headline == "已办完 1 项，只等市场监督管理局，最晚 11月26日（周四）办完。")
    }

    @Test("有人要到现场核查时，请申请人在场。")
    func inspection() {
        let now = WhatNow(Situation(phase: .accepted, organs: [Self.xfjy]))
        #expect(now.headline == "消防救援大队，现在暂停计时：现场核查。")
        #expect(now.advice == "消防救援大队会到现场核查，请保持电话畅通并安排人在场；核查期间不计入办理时限。")
    }

    @Test(
        "受理以前说最晚哪天答复。",
        arguments: [(false, "正在核对材料"), (true, "正在核对您补正的材料")])
    func checking(isSupplied: Bool, words: String) {
        let situation = Situation(
            phase: .submitted, organs: [Self.scjg, Self.zjj], due: CivilDate(iso: "2026-11-27"),
            isSupplied: isSupplied)
        #expect(WhatNow(situation).headline == "两个部门\(words)，最晚 11月27日（周五）答复是否受理。")
    }

    @Test("待补正时说要补几项。")
    func supplementing() {
        #expect(WhatNow(Situation(phase: .supplementing, missing: 3)).headline == "请您补正 3 项内容。")
    }

    @Test("办结以后请申请人评价，评价过就不再请。")
    func closed() {
        var situation = Situation(phase: .closed, outcome: .granted, hasLicence: true)
        #expect(WhatNow(situation).headline == "已准予，结果已送达。")
        #expect(WhatNow(situation).advice.hasSuffix("欢迎您评价这次办事。"))
        situation.isRated = true
        #expect(WhatNow(situation).advice == "电子证照已经生成，现在就可以下载使用。")
    }
}
