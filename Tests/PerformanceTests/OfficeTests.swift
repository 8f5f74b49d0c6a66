import Government
import HTTPTypes
import HummingbirdTesting
import Identity
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Performance

@Suite("From an organ to its offices to a person")
struct OfficeTests {
    private func scores(_ house: PerformanceHouse, _ period: String, _ organ: String = "scjg") async throws
        -> OfficeScores
    {
        let assessment = try await house.assessment(period)
        let figures = try await house.database.read {
            try FigureStore.everybody(of: organ, in: assessment.period, $0)
        }
        return assessment.officeScores(of: organ, figures)
    }

    private func numbers(
        _ house: PerformanceHouse, _ figure: Figure, _ office: String?, by account: Int64? = nil
    ) async throws -> [String] {
        let period = try #require(Period("2026-11"))
        let behind = CasesBehind(
            figure: figure, organ: "scjg", period: period, accountID: account, office: office, now: noon)
        return try await house.database.read { try behind.slice(after: nil, in: $0).items.map(\.number) }
    }

    @Test("counted where the person stood then, as often as one likes; each figure opens to its cases")
    func counted() async throws {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-11-02"), office: "scjg-1")
        try await house.finish(2, on: day("2026-11-03"), isLate: true, office: "scjg-2")
        try await house.finish(3, on: day("2026-11-04"))
        try await house.finish(4, on: day("2026-11-05"), by: 8, office: "scjg-2")
        try await house.assessing.refresh(at: noon)
        try await house.assessing.refresh(at: noon)
        let rows = try await scores(house, "2026-11").rows
        #expect(rows.map(\.owner.office) == ["scjg-1", "scjg-2", "scjg-3", ""])
        #expect(rows.map { $0.figures[.tasksDone] } == [1, 2, nil, 1])
        #expect(rows.map(\.place) == [1, 2, nil, nil])
        #expect(try await numbers(house, .tasksDone, "scjg-2") == ["N2", "N4"])
        #expect(try await numbers(house, .tasksDone, "scjg-2", by: 8) == ["N4"])
        #expect(try await numbers(house, .tasksDone, "") == ["N3"])
        #expect(try await numbers(house, .tasksDone, nil).count == 4)
        let whole = try await house.assessment("2026-11").figures[FigureOwner(organ: "scjg")]
        #expect(whole?[.tasksDone] == 4)
        #expect(try await scores(house, "2026").rows.first?.figures == [.tasksDone: 1])
    }

    @Test("a month that was kept before there were offices is left as it is: its steps stand outside offices")
    func old() async throws {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-10-10"))
        try await house.freeze("2026-10", at: noon)
        _ = try await house.database.write { tx in
            try tx.execute("UPDATE performance_period SET offices = NULL WHERE period = '2026-10'")
        }
        let rows = try await scores(house, "2026-10").rows
        #expect(rows.map(\.owner.office) == [""])
        try await house.visit(as: "leader") { client async throws in
            let sheet = try await client.look(PerformancePath.sheet("2026-10", "scjg")).text
            #expect(!sheet.contains("<h2>科室</h2>") && sheet.contains("岗位和个人"))
            let none = try await client.look(PerformancePath.office("2026-10", "scjg", "")).text
            #expect(none.contains("未分科室") && none.contains("不参加科室排名"))
        }
    }

    @Test("frozen: years later the same offices, names, points and places, whatever became of them")
    func frozen() async throws {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-10-10"), isLate: true, office: "scjg-1")
        try await house.finish(2, on: day("2026-10-12"), office: "scjg-2")
        try await house.freeze("2026-10", at: noon)
        let before = try await scores(house, "2026-10")
        #expect(before.rows.map(\.owner.office) == ["scjg-2", "scjg-1", "scjg-3"])
        try await house.database.write { tx in
            try tx.execute(
                "UPDATE organ_office SET name = '新名', valid_until = '2026-11-30' WHERE organ = 'scjg'")
            try tx.execute("DELETE FROM case_task /* all */")
            try Directory.end(
                "scjg", successor: "zjj", from: CivilDate(iso: "2026-11-25") ?? .first, in: tx)
        }
        let later = try #require(CivilDate(iso: "2031-03-03")).startOfDay
        try await house.assessing.refresh(at: later)
        let after = try await scores(house, "2026-10")
        #expect(after.rows.map(\.points) == before.rows.map(\.points))
        #expect(after.rows.map(\.place) == before.rows.map(\.place))
        try await house.visit(as: "leader", at: later) { client async throws in
            let sheet = try await client.look(PerformancePath.sheet("2026-10", "scjg")).text
            #expect(sheet.contains("登记许可科") && !sheet.contains("新名") && sheet.contains("复算一致"))
            let file = try await client.look(PerformancePath.export("2026-10")).text
            #expect(file.contains("\"科室\",\"scjg\",\"市场监督管理局\",\"scjg-2\",\"食品安全监管科\""))
        }
    }

    @Test(
        "an organ merged in mid-quarter keeps its offices with its own part; the successor has none of them")
    func merged() async throws {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-10-10"), office: "scjg-1")
        try await house.finish(2, "zjj", on: day("2026-11-20"))
        _ = try await house.database.write {
            try Directory.end("scjg", successor: "zjj", from: CivilDate(iso: "2026-11-01") ?? .first, in: $0)
        }
        try await house.assessing.refresh(at: noon)
        let quarter = try await house.assessment("2026-Q4")
        #expect(try await scores(house, "2026-Q4").rows.first?.owner.office == "scjg-1")
        #expect(quarter.remark(ofOffice: "scjg-1") == "2026年10月31日撤销，只含此前的步骤")
        #expect(try await scores(house, "2026-Q4", "zjj").rows.map(\.owner.office) == ["zjj-1", "zjj-2", ""])
        #expect(try await scores(house, "2026-11").rows.isEmpty)
    }

    @Test("a person who changed the office in the month stands in both, each with its own steps")
    func changed() async throws {
        let house = try await PerformanceHouse()
        let officer = try await house.account("officer-scjg").id
        try await house.finish(1, on: day("2026-11-02"), by: officer, office: "scjg-1")
        try await house.finish(2, on: day("2026-11-09"), isLate: true, by: officer, office: "scjg-2")
        try await house.assessing.refresh(at: noon)
        try await house.visit(as: "head-scjg") { client async throws in
            let person = try await client.look(
                PerformancePath.person("2026-11", "scjg", String(officer))
            ).text
            #expect(person.contains("经办人员（登记许可科）") && person.contains("经办人员（食品安全监管科）"))
            #expect(person.contains("person=\(officer)&amp;office=scjg-2"))
            let office = try await client.look(PerformancePath.office("2026-11", "scjg", "scjg-2")).text
            #expect(office.contains("李敏") && office.contains("在 2 个科室中排第 2"))
        }
    }

    @Test("how offices do is seen by whoever sees its persons; an officer sees themself, others nothing")
    func seen() async throws {
        let house = try await PerformanceHouse()
        let officer = try await house.account("officer-scjg").id
        try await house.finish(1, on: day("2026-11-02"), by: officer, office: "scjg-1")
        try await house.finish(2, "zjj", on: day("2026-11-03"), office: "zjj-1")
        try await house.assessing.refresh(at: noon)
        let (own, other) = (
            PerformancePath.office("2026-11", "scjg", "scjg-1"),
            PerformancePath.office("2026-11", "zjj", "zjj-1")
        )
        let cases = PerformancePath.cases("2026-11", "scjg", "tasks_done")
        try await house.visit(as: "officer-scjg-2") { client async throws in
            #expect(try await client.look(own).status == .forbidden)
            #expect(try await client.look("\(cases)?office=scjg-1").status == .notFound)
            #expect(!(try await client.look(PerformancePath.sheet("2026-11", "scjg")).text.contains("登记许可科")))
            let file = try await client.look(PerformancePath.export("2026-11")).text
            #expect(file.contains("\"部门\",\"scjg\"") && !file.contains("李敏") && !file.contains("zjj"))
        }
        try await house.visit(as: "officer-scjg") { client async throws in
            #expect(try await client.look("\(cases)?person=\(officer)&office=scjg-1").text.contains("N1"))
        }
        try await house.visit(as: "head-scjg") { client async throws in
            #expect(try await client.look(own).text.contains("李敏"))
            #expect(try await client.look(other).status == .notFound)
            #expect(
                try await client.look(PerformancePath.office("2026-11", "scjg", "zjj-1")).status == .notFound)
            #expect(try await client.look("\(cases)?office=scjg-1").text.contains("登记许可科，2026年11月"))
            let file = try await client.look(PerformancePath.export("2026-11")).text
            #expect(file.contains("\"个人\"") && file.contains("李敏") && !file.contains("zjj"))
        }
        try await house.visit(as: "editor") { client async throws in
            #expect(try await client.look(PerformancePath.export("2026-11")).status == .forbidden)
        }
    }
}
