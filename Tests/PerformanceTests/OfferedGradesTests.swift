import HTTPTypes
import HummingbirdTesting
import Refusals
import Storage
import TestSupport
import Testing

@testable import Performance

@Suite("Grades offered to a house whose model has none")
struct OfferedGradesTests {
    /// The delivered model as it was before there were grades.
    private static func old() throws -> String {
        try PerformanceModel.deliveredText().split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("grades:") && !$0.contains("{ name:") }.joined(separator: "\n")
    }

    private func versions(_ house: PerformanceHouse) async throws -> [ModelVersion] {
        try await house.database.read { try ModelStore.versions(in: $0) }
    }

    private func path(_ version: ModelVersion?) throws -> String {
        PerformancePath.modelAct(String(try #require(version).id), "grades")
    }

    @Test("grades are not put over grades, nor into what cannot be read")
    func refused() throws {
        let delivered = try PerformanceModel.deliveredText()
        #expect(throws: DomainError.conflict(OfferedGrades.taken)) {
            try OfferedGrades.written(into: delivered)
        }
        #expect(throws: DomainError.self) { try OfferedGrades.written(into: "name: [") }
        let braces =
            "{ name: 指标, settle_days: 3, appeal_days: 3, indicators: [] }"
        #expect(throws: DomainError.self) { try OfferedGrades.written(into: braces) }
    }

    @Test(
        "everything else stays word by word, comments too, whatever ends its lines",
        arguments: ["\n", "\r\n"], ["", "grades: []"])
    func written(end: String, empty: String) throws {
        let lines = try Self.old().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let text = (lines + [empty]).joined(separator: end)
        let new = try OfferedGrades.written(into: text)
        #expect(try PerformanceModel(text: new).scale == OfferedGrades.scale())
        #expect(try PerformanceModel(text: new).faults.isEmpty)
        let kept = new.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            .filter { !$0.hasPrefix("grades:") && !$0.contains("{ name:") }
        #expect(kept.filter { !$0.isEmpty } == lines.filter { !$0.isEmpty })
    }

    @Test("who writes no models is not offered them nor may write them; a model with grades offers none")
    func whoMay() async throws {
        let house = try await PerformanceHouse()
        let first = try await versions(house).first
        let delivered = try path(first)
        try await house.visit(as: "supervisor") { client async throws in
            #expect(try await client.press(delivered, "").status == .conflict)
            let page = PerformancePath.model(String(try #require(first).id))
            #expect(!(try await client.look(page).text.contains("补上等次")))
            #expect(
                try await client.press(PerformancePath.modelAct("1", "grades"), "").status == .notFound)
        }
        try await house.switchOn(try Self.old(), from: "2026-01-01")
        let old = try path(try await versions(house).first)
        for name in ["leader", "head-scjg", "zhangwei"] {
            try await house.visit(as: name) { client async throws in
                #expect(try await client.press(old, "").status == .forbidden, "\(name)")
            }
        }
        #expect(try await versions(house).count == 2)
    }

    @Test("in one step there is a draft with them, once; another tries it and switches it on")
    func story() async throws {
        let house = try await PerformanceHouse()
        try await house.switchOn(try Self.old(), from: "2026-01-01")
        let old = try #require(try await versions(house).first)
        let (page, grades) = (PerformancePath.model(String(old.id)), try path(old))
        try await house.visit(as: "supervisor") { client async throws in
            let shown = try await client.look(page).text
            #expect(shown.contains("补上等次，起草新版本") && shown.contains("优秀 90 分起"))
            #expect(try await client.press(grades, "").status == .seeOther)
            let again = try await client.press(grades, "")
            #expect(again.status == .conflict && again.text.contains("第 3 版正在起草"))
            #expect(!(try await client.look(page).text.contains("补上等次")))
        }
        let draft = try #require(try await versions(house).first)
        #expect(draft.state == .draft && draft.version == 3)
        #expect(try draft.model().scale == OfferedGrades.scale())
        let (trial, on) = (
            PerformancePath.modelAct(String(draft.id), "trial"),
            PerformancePath.modelAct(String(draft.id), "activation")
        )
        try await house.visit(as: "supervisor") { client async throws in
            let own = try await client.press(on, "on_from=2026-12-01&period=2026-10&seen=0")
            #expect(own.status == .forbidden)
        }
        try await house.visit(as: "leader") { client async throws in
            #expect(try await client.look(trial).status == .ok)
            #expect(
                try await client.press(on, "on_from=2026-12-01&period=2026-10&seen=0").status == .seeOther)
        }
        try await house.visit(as: "supervisor") { client async throws in
            // The older one is no longer the one to go on from.
            #expect(try await client.press(grades, "").status == .conflict)
            #expect(try await house.assessment("2026-12").isGraded)
            #expect(!(try await house.assessment("2026-11").isGraded))
        }
    }
}
