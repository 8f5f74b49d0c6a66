import HTTPTypes
import HummingbirdTesting
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Performance

@Suite("Grades of points")
struct GradeTests {
    private static func scale(_ grades: [(String, Int)]) -> GradeScale {
        GradeScale(grades.map { Grade(name: $0.0, from: $0.1) })
    }

    @Test(
        "grades that stand twice or leave points without a name are refused",
        arguments: [
            ([("优秀", 90), ("优秀", 0)], "等次要有 2 至 10 个，名称和起点都不能重复。"),
            ([("优秀", 0), ("合格", 0)], "等次要有 2 至 10 个，名称和起点都不能重复。"),
            ([("优秀", 0)], "等次要有 2 至 10 个，名称和起点都不能重复。"),
            ([("优秀", 900), ("合格", 0)], "等次的名称不超过 20 个字，起点不超过 120 分。"),
            ([("优秀", 90), ("合格", 60)], "最低的等次「合格」要从 0 分起，不然有的得分没有等次。"),
        ])
    func refused(grades: [(String, Int)], sentence: String) {
        #expect(Self.scale(grades).faults.map(\.description) == [sentence])
    }

    @Test("a bound belongs to the better grade, and whatever lies below all has the lowest")
    func bounds() throws {
        let scale = try PerformanceModel(text: PerformanceModel.deliveredText()).scale
        #expect(scale.faults.isEmpty && scale.words == "优秀 90 分起、良好 80 分起、合格 60 分起、不合格 0 分起")
        let names = [9_000, 8_999, 8_000, 5_999, -700].map(scale.name)
        #expect(names == ["优秀", "良好", "良好", "不合格", "不合格"])
        #expect(scale.spread(of: [9_500, 9_100, 100]) == "优秀 2 个、良好 0 个、合格 0 个、不合格 1 个")
    }

    @Test("a model that says nothing of grades has none, and is as good as before")
    func none() throws {
        let lines = try PerformanceModel.deliveredText().split(
            separator: "\n", omittingEmptySubsequences: false)
        let text = lines.filter { !$0.hasPrefix("grades:") && !$0.contains("{ name:") }.joined(
            separator: "\n")
        let model = try PerformanceModel(text: text)
        #expect(model.faults.isEmpty && model.scale.isEmpty && model.scale.name(of: 9_900) == nil)
    }

    @Test("they stand beside the points of organs: on the desk, on the portal, in files, for programs")
    func shown() async throws {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-10-10"), isLate: true)
        try await house.finish(2, on: day("2026-10-12"))
        try await house.finish(3, "zjj", on: day("2026-10-12"))
        try await house.freeze("2026-10", at: noon)
        try await house.visit(as: "leader") { client async throws in
            let ranking = try await client.look("\(PerformancePath.ranking)?period=2026-10").text
            #expect(ranking.contains("优秀 1 个、良好 0 个、合格 1 个、不合格 0 个"))
            let sheet = try await client.look(PerformancePath.sheet("2026-10", "zjj")).text
            #expect(sheet.contains("分（优秀），在 2 个部门中排第 1"))
            let file = try await client.look(PerformancePath.export("2026-10")).text
            #expect(file.contains("\"优秀\"") && file.contains("\"合格\""))
            let scores = try await client.look("\(PerformanceAPI.path)/2026-10/scores").text
            #expect(scores.contains(#""grade":"优秀""#) && !scores.contains("corrected_grade"))
        }
        try await house.visit(as: "officer-scjg") { client async throws in
            let ranking = try await client.look("\(PerformancePath.ranking)?period=2026-10").text
            #expect(ranking.contains("合格") && !ranking.contains("优秀"))
        }
        try await house.visit(as: "zhangwei") { client async throws in
            #expect(try await client.look("/supervision").text.contains("优秀"))
            #expect(try await client.look(PublicScores.path).text.contains("\"优秀\""))
        }
    }

    @Test("frozen with the period: a model that asks for more later moves no grade")
    func frozen() async throws {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-10-12"))
        try await house.freeze("2026-10", at: noon)
        let text = try PerformanceModel.deliveredText().replacing("from: 90", with: "from: 98")
        try await house.switchOn(text, from: "2026-10-01")
        try await house.finish(2, on: day("2026-11-12"))
        try await house.assessing.refresh(at: noon)
        let (october, november) = (
            try await house.assessment("2026-10"), try await house.assessment("2026-11")
        )
        #expect(october.grade(october.score("scjg").hundredths) == "优秀")
        #expect(november.grade(november.score("scjg").hundredths) == "良好")
    }
}
