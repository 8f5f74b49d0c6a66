import Foundation
import Refusals
import Services
import Testing
import WorkingTime

@testable import AnnualInspection

@Suite("年检方案")
struct PlanTests {
    private static let organs = ["scjg": "市场监督管理局", "xfjy": "消防救援大队"]

    @Test(
        "读不懂的一行说明是第几行、怎么写",
        arguments: [
            ("从业人数｜整数", "第 1 行：先写一行【部门名称】。"),
            ("【没有的局】\n从业人数｜整数", "第 1 行：没有名为“没有的局”的部门。"),
            ("【消防救援大队】\n从业人数", "第 2 行：写成“题目｜答法”"),
            ("【消防救援大队】\n身份证｜身份证号码", "第 2 行：写成“题目｜答法”"),
            ("【消防救援大队】\n通道｜单选｜畅通", "第 2 行：选择题要写选项"),
            ("【消防救援大队】\n通道｜是否\n【消防救援大队】", "第 3 行：“消防救援大队”写了不止一次。"),
            ("【消防救援大队】", "“消防救援大队”没有问题"),
        ])
    func unreadable(_ text: String, _ words: String) {
        do {
            _ = try PlanLines.parts(of: text, organs: Self.organs)
            Issue.record("读懂了")
        } catch DomainError.invalid(let errors) {
            #expect(errors.first?.sentence.chinese.hasPrefix(words) == true)
        } catch {
            Issue.record(error)
        }
    }

    @Test("写出来的再读进去是一样的")
    func again() throws {
        let parts = try PlanLines.parts(of: House.lines, organs: Self.organs)
        #expect(parts.map(\.organ) == ["scjg", "xfjy"])
        #expect(parts[1].fields.map(\.name) == ["xfjy_1", "xfjy_2"])
        let text = PlanLines.text(of: parts, organs: Self.organs)
        #expect(try PlanLines.parts(of: text, organs: Self.organs) == parts)
    }

    @Test("题目和答法都没变的带过来，行号变了也认得；换了部门、答法或者选项的不带")
    func carried() throws {
        let before = try plan(2025, House.lines)
        let now = try plan(
            2026,
            "【消防救援大队】\n新问题｜是否\n检测日期｜日期\n疏散通道｜单选｜畅通、堵塞\n【市场监督管理局】\n年末从业人数｜数字")
        let answers: FormAnswers = ["scjg_1": .number(18), "xfjy_1": "占用", "xfjy_2": "2025-08-20"]
        let carried = CarriedAnswers(for: now, from: (before, answers))
        #expect(carried.year == 2025)
        #expect(carried.answers == ["xfjy_2": "2025-08-20"])
    }

    @Test("与去年相同又没有确认的不收，确认了的收下并记下来，改了的不用确认")
    func confirmed() throws {
        let plan = try plan(2026, House.lines)
        let answers: FormAnswers = ["scjg_1": .number(18), "xfjy_1": "畅通", "xfjy_2": "2025-08-20"]
        let carried = CarriedAnswers(for: plan, from: (try self.plan(2025, House.lines), answers))
        let entered: FormAnswers = ["scjg_1": "18", "xfjy_1": "畅通", "xfjy_2": "2026-08-20"]
        do {
            _ = try carried.checked(plan, entered, confirmed: ["scjg_1"])
            Issue.record("没有确认也收了")
        } catch DomainError.invalid(let errors) {
            #expect(errors.map(\.field) == ["form.xfjy_1"])
            #expect(errors.map(\.sentence.chinese) == ["“疏散通道”与去年一样，请勾选确认，或者改成今年的情况。"])
        }
        let taken = try carried.checked(plan, entered, confirmed: ["scjg_1", "xfjy_1"])
        #expect(taken.carried == ["scjg_1", "xfjy_1"])
        #expect(taken.answers["xfjy_2"] == "2026-08-20")
    }

    private func plan(_ year: Int, _ lines: String) throws -> InspectionPlan {
        InspectionPlan(
            id: Int64(year), year: year, lead: "scjg", opensOn: noon.day, closesOn: noon.day,
            parts: try PlanLines.parts(of: lines, organs: Self.organs), state: .drawn, revision: 0,
            editedBy: 1)
    }
}
