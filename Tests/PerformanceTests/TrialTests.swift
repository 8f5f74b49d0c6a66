import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Performance

extension String {
    /// As it is sent in a form.
    var encoded: String {
        self.replacing("%", with: "%25").replacing("+", with: "%2B").replacing("&", with: "%26")
    }
}

@Suite("A changed model, tried before it is switched on")
struct TrialTests {
    private static func body(_ weights: (String, String)...) throws -> String {
        try weights.reduce(PerformanceModel.deliveredText()) { text, pair in
            text.replacing(pair.0, with: pair.1)
        }
    }

    @Test("before and after over the same figures: points, places and the indicators that moved")
    func tried() async throws {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-10-10"), isLate: true)
        try await house.finish(2, on: day("2026-10-11"))
        try await house.finish(3, "zjj", on: day("2026-10-12"))
        try await house.freeze("2026-10", at: noon)
        let october = try await house.assessment("2026-10")
        let same = ModelTrial(october.model, over: october)
        #expect(same.changes.isEmpty && same.rows.allSatisfy { $0.difference == 0 && $0.moves.isEmpty })
        #expect(same.moved == 0 && same.risen == 0 && same.fallen == 0)

        let milder = try PerformanceModel(
            text: try Self.body(
                (
                    "100 * promised_kept / promised_ended\n    points: value",
                    "100 * promised_kept / promised_ended\n    points: 100"
                )))
        let trial = ModelTrial(milder, over: october)
        #expect(trial.changes.map(\.name) == ["按承诺时限办结"])
        let scjg = try #require(trial.rows.first { $0.organ == "scjg" })
        #expect(
            scjg.moves == [
                .init(
                    name: "按承诺时限办结", before: .init(points: 50, weight: 30),
                    after: .init(points: 100, weight: 30))
            ])
        #expect((scjg.difference ?? 0) > 0 && scjg.before?.place == 2)
        #expect(trial.risen == 1 && trial.fallen == 0)
        #expect(trial.rows.first { $0.organ == "zjj" }?.difference == 0)
    }

    @Test(
        "offices that would stand otherwise are shown, those that move most first; the others are only counted"
    )
    func offices() async throws {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-10-10"), isLate: true, office: "scjg-1")
        try await house.finish(2, on: day("2026-10-11"), office: "scjg-2")
        try await house.freeze("2026-10", at: noon)
        let october = try await house.assessment("2026-10")
        let sums = try await house.database.read { try OfficeFigureStore.offices(in: october.period, $0) }
        let same = OfficeTrial(october.model, over: october, sums)
        #expect(same.count == 2 && same.rows.isEmpty)
        // What is late weighs less: the first office gains, the other keeps its points and its place.
        let milder = try Self.body(
            ("weight: 70\n    cases: tasks_late", "weight: 40\n    cases: tasks_late"),
            ("weight: 30\n    cases: supplements", "weight: 60\n    cases: supplements"))
        let trial = OfficeTrial(try PerformanceModel(text: milder), over: october, sums)
        #expect(trial.rows.map(\.owner.office) == ["scjg-1"])
        #expect(trial.rows.first?.before?.points == 3_000 && trial.rows.first?.after?.points == 6_000)
        try await house.database.write { tx in
            try ModelStore.insert(
                ModelVersion(id: tx.ids.next(), version: 2, body: milder, editedBy: 5, editedByName: "甲"),
                in: tx)
        }
        try await house.visit(as: "leader") { client async throws in
            let draft = try #require(try await house.database.read { try ModelStore.versions(in: $0).first })
            let path = PerformancePath.modelAct(String(draft.id), "trial")
            let page = try await client.look("\(path)?period=2026-10").text
            #expect(page.contains("2 个科室中，1 个的得分或者在本部门的名次有变化"))
            #expect(
                page.contains("升 30.00") && page.contains("offices/scjg-1")
                    && !page.contains("offices/scjg-2"))
        }
    }

    @Test("an indicator that is new, and one that is gone")
    func changes() throws {
        let old = try PerformanceModel(text: PerformanceModel.deliveredText())
        let new = try PerformanceModel(
            text: try Self.body(("key: orders", "key: duties"), ("weight: 30", "weight: 25")))
        let words = ModelChange.between(old, new).map { "\($0.name)：\($0.words)" }
        #expect(words.contains("按承诺时限办结：权重 30 → 25"))
        #expect(words.contains("督办按期办结：新增，权重 5") && words.contains("督办按期办结：取消，原权重 5"))
    }

    @Test(
        "the second person sees the trial and switches on there; nothing else switches on, and nothing is scored by it"
    )
    func seen() async throws {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-10-10"), isLate: true)
        try await house.freeze("2026-10", at: noon)
        let before = try await house.database.read { try PeriodStore.scores(try october(), in: $0) }
        try await house.visit(as: "supervisor") { client async throws in
            #expect(try await client.press(PerformancePath.models, "").status == .seeOther)
        }
        let draft = try #require(try await house.database.read { try ModelStore.versions(in: $0).first })
        let path = { @Sendable in PerformancePath.modelAct(String(draft.id), $0) }
        let milder = draft.body
            .replacing("weight: 30\n    cases: promised_late", with: "weight: 25\n    cases: promised_late")
            .replacing("weight: 5\n    cases: orders_late", with: "weight: 10\n    cases: orders_late")
        try await house.visit(as: "supervisor") { client async throws in
            #expect(
                try await client.press(path("trial"), "period=2026-10&body=name: [").status
                    == .unprocessableContent)
            let unsaved = try await client.press(path("trial"), "period=2026-10&body=\(milder.encoded)")
            #expect(unsaved.status == .ok && unsaved.text.contains("没有保存的改稿"))
            #expect(unsaved.text.contains("权重 30 → 25") && !unsaved.text.contains("看过试算，启用"))
            #expect(try await client.look("\(path("trial"))?period=2030").status == .notFound)
            #expect(try await client.look(path("trial")).text.contains("指标没有变化"))
            #expect(
                try await client.press(
                    PerformancePath.model(String(draft.id)), "seen=0&body=\(milder.encoded)"
                ).status == .seeOther)
            #expect(try await client.look(path("trial")).text.contains("要由另一人看过试算以后启用"))
        }
        try await house.visit(as: "officer-scjg") { client async throws in
            #expect(try await client.look(path("trial")).status == .forbidden)
        }
        try await house.visit(as: "leader") { client async throws in
            let start = "on_from=2026-12-01"
            #expect(try await client.press(path("activation"), start).status == .conflict)
            #expect(
                try await client.press(path("activation"), "\(start)&seen=0&period=2026-10").status
                    == .conflict)
            #expect(try await client.look("\(path("trial"))?period=2026-10").text.contains("看过试算，启用"))
            let wrong = try await client.press(
                path("activation"), "on_from=2026-11-01&seen=1&period=2026-10")
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("试算"))
            #expect(
                try await client.press(path("activation"), "\(start)&seen=1&period=2026-10").status
                    == .seeOther)
        }
        let after = try await house.database.read { try PeriodStore.scores(try october(), in: $0) }
        #expect(before == after)
        #expect(try await house.assessment("2026-10").version.version == 1)
    }

    private func october() throws -> Period { try #require(Period("2026-10")) }
}
