import HTTPTypes
import HummingbirdTesting
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import AnnualInspection

@Suite("联合年检从方案到结果单")
struct InspectionPageTests {
    @Test("别人的企业、没有公布的年度、没有的年度都看不到；没有岗位权限的进不了工作台")
    func notTheirs() async throws {
        let house = try await House()
        let filing = "/my/inspections/2026/\(House.xinghu)"
        #expect(try await house.look(filing, as: "chenjing").status == .notFound)
        try await house.open()
        #expect(try await house.look(filing, as: "zhangwei").status == .notFound)
        #expect(
            try await house.look("/my/inspections/2020/\(House.xinghu)", as: "chenjing").status == .notFound)
        #expect(try await house.look("/desk/inspections", as: "hotline").status == .forbidden)
        let other = try await house.look("/desk/inspections/2026", as: "officer-wsjk")
        #expect(other.status == .notFound && other.text.contains("没有您部门的内容"))
    }

    @Test("自己改的方案自己不能公布，别的部门不能公布，公布以后不能改，同一年不能再来一份")
    func fourEyes() async throws {
        let house = try await House()
        let form = "year=2026&opens_on=2026-11-01&closes_on=2026-12-31&parts=\(House.lines)"
        _ = try await house.press("/desk/inspections-new", form, as: "head-scjg")
        let own = try await house.press("/desk/inspections/2026/publication", as: "head-scjg")
        #expect(own.status == .forbidden && own.text.contains("方案由另一人公布"))
        #expect(
            try await house.press("/desk/inspections/2026/publication", as: "head-wsjk").status == .forbidden)
        _ = try await house.press("/desk/inspections/2026/plan", form + "&seen=0", as: "officer-scjg")
        let late = try await house.press("/desk/inspections/2026/plan", form + "&seen=0", as: "head-scjg")
        #expect(late.status == .conflict && late.text.contains("别人保存过这份方案"))
        #expect(
            try await house.press("/desk/inspections/2026/publication", as: "head-scjg").status == .seeOther)
        let after = try await house.press("/desk/inspections/2026/plan", form + "&seen=1", as: "officer-scjg")
        #expect(after.status == .conflict)
        #expect(
            try await house.press("/desk/inspections-new", form, as: "officer-scjg").status == .conflict)
    }

    @Test("名单里的代码错一个，说明是哪一行，一个也不加")
    func roster() async throws {
        let house = try await House()
        try await house.open()
        let wrong = try await house.press(
            "/desk/inspections/2026/roster", "codes=91441202MA9Y00020W%0A123", as: "officer-scjg")
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("第 2 行：123 不是正确的"))
        let unknown = try await house.press(
            "/desk/inspections/2026/roster", "codes=91440000MB9E00085P", as: "officer-scjg")
        #expect(unknown.status == .unprocessableContent)
        #expect(
            try await house.look("/desk/inspections/2026/roster", as: "officer-scjg").text.contains("应检 1 家"))
        #expect(
            try await house.press("/desk/inspections/2026/roster", "codes=x", as: "officer-wsjk").status
                == .forbidden)
    }

    @Test("企业的回答在库里是密文；密封以前写的照样读得出来")
    func sealed() async throws {
        let house = try await House()
        try await house.open()
        #expect(try await house.file().status == .seeOther)
        let filing = try await house.filing()
        let kept = try await house.database.read { tx in
            try tx.row("SELECT answers FROM inspection_filing WHERE id = \(filing.id)")?.text("answers")
        }
        #expect(kept?.contains("畅通") == false)
        let plain = try encodeJSON(filing.answers)
        #expect(plain.contains("畅通"))
        _ = try await house.database.write { tx in
            try tx.execute("UPDATE inspection_filing SET answers = \(plain) WHERE id = \(filing.id)")
        }
        #expect(try await house.filing().answers == filing.answers)
    }

    @Test("填一次，几个部门各看各的，整改过的复核，结果在一张单子上")
    func whole() async throws {
        let house = try await House()
        try await house.open()
        let empty = try await house.file("form.scjg_1=多少")
        #expect(empty.status == .unprocessableContent && empty.text.contains("疏散通道"))
        #expect(try await house.file().status == .seeOther)
        #expect(try await house.file().status == .conflict)
        let filing = try await house.filing()
        #expect(filing.parts.map(\.state) == [.waiting, .waiting])
        let path = "/desk/inspections/2026/filings/\(filing.id)"
        let seen = try await house.look(path, as: "officer-xfjy").text
        #expect(seen.contains("疏散通道") && !seen.contains("年末从业人数"))
        let none = try await house.press("\(path)/decision", as: "officer-xfjy")
        #expect(none.status == .unprocessableContent && none.text.contains("请选择结论。"))
        _ = try await house.press("\(path)/decision", "outcome=pass", as: "officer-scjg")
        let until = noon.day.adding(days: 5).iso
        _ = try await house.press(
            "\(path)/decision", "outcome=correct&reason=补疏散标志&correct_by=\(until)", as: "officer-xfjy")
        let mine = "/my/inspections/2026/\(House.xinghu)"
        #expect(try await house.look(mine, as: "chenjing").text.contains("补疏散标志"))
        let silent = try await house.press("\(mine)/correction", "organ=xfjy", as: "chenjing")
        #expect(silent.status == .unprocessableContent && silent.text.contains("请写明整改了什么。"))
        _ = try await house.press("\(mine)/correction", "organ=xfjy&words.xfjy=已补装", as: "chenjing")
        #expect(
            try await house.look("/desk/inspections/2026?state=corrected", as: "officer-xfjy").text
                .contains("星湖餐饮"))
        _ = try await house.press("\(path)/decision", "outcome=pass", as: "officer-xfjy")
        #expect(try await house.look(mine, as: "chenjing").text.contains("年检合格"))
        #expect(try await house.filing().outcome == .passed)
    }

    @Test("去年的回答带出来并标明，没有确认的不收")
    func carried() async throws {
        let house = try await House()
        try await house.open(2025)
        _ = try await house.file("form.scjg_1=18&form.xfjy_1=畅通&form.xfjy_2=2025-08-20", 2025)
        try await house.open(2026)
        let mine = "/my/inspections/2026/\(House.xinghu)"
        let page = try await house.look(mine, as: "chenjing").text
        #expect(page.contains("带出了 2025 年的 3 个回答") && page.contains("value=\"18\""))
        let unsure = try await house.file("form.scjg_1=18&form.xfjy_1=畅通&form.xfjy_2=2026-08-20")
        #expect(unsure.status == .unprocessableContent)
        #expect(unsure.text.contains("“年末从业人数”与去年一样，请勾选确认"))
        _ = try await house.file(
            "form.scjg_1=18&same.scjg_1=true&form.xfjy_1=畅通&same.xfjy_1=true&form.xfjy_2=2026-08-20")
        #expect(try await house.filing().carried == ["scjg_1", "xfjy_1"])
        #expect(try await house.look(mine, as: "chenjing").text.contains("经确认没有变化"))
    }

    @Test("过了截止日期不能再申报，没有申报的列给各部门")
    func over() async throws {
        let house = try await House()
        try await house.open()
        #expect(
            try await house.look("/desk/inspections/2026/missing", as: "officer-xfjy").text.contains(
                "还没有申报的企业"))
        let late = try await house.press(
            "/my/inspections/2026/\(House.xinghu)", "form.scjg_1=18", as: "chenjing", after: 11)
        #expect(late.status == .conflict && late.text.contains("申报时间是"))
        let missing = try await house.look("/desk/inspections/2026/missing", as: "officer-xfjy", after: 11)
        #expect(missing.text.contains("逾期没有申报的企业") && missing.text.contains(House.xinghu))
        #expect(
            try await house.look("/desk/inspections/2026", as: "officer-xfjy", after: 11).text.contains(
                "已经截止，1 家应检企业没有申报"))
    }

    @Test("样例有一个办完的年度和一个正在申报的年度，再装一次不重复")
    func demo() async throws {
        let house = try await House()
        try await AnnualInspection.seedDemo(into: house.database, at: noon)
        try await AnnualInspection.seedDemo(into: house.database, at: noon)
        let plans = try await house.database.read { try InspectionStore.plans(in: $0) }
        #expect(plans.map(\.year) == [2026, 2025] && plans[0].isOpen(on: noon.day))
        #expect(try await house.filing(2025).outcome == .passed)
        let page = try await house.look("/my/inspections/2026/\(House.xinghu)", as: "chenjing").text
        #expect(page.contains("带出了 2025 年的 8 个回答"))
    }
}
