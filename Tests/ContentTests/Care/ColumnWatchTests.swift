import Identity
import Journal
import Storage
import Testing
import WorkingTime

@testable import Content

@Suite("Editors hear of it before a column goes stale")
struct ColumnWatchTests {
    @Test("nobody is told while there is time, nor of a column that was never begun")
    func quiet() async throws {
        let house = try await CareHouse()
        try await house.run("content.columns")
        try await house.publishEverywhere()
        house.pass(days: 8)
        try await house.run("content.columns")
        #expect(try await house.messages(of: "editor").isEmpty)
        #expect(try await house.entries("column.warned").isEmpty)
    }

    @Test("once before the end, once after it, however often anybody looks")
    func once() async throws {
        let house = try await CareHouse()
        try await house.publishEverywhere()
        house.pass(days: 10)
        for _ in 0..<3 { try await house.run("content.columns") }
        #expect(
            try await house.messages(of: "editor") == [
                "「端州区门户」的栏目「工作动态」还剩 4 天，应在2026年12月11日以前更新。"
            ])
        #expect(try await house.messages(of: "reviewer").isEmpty)
        house.pass(days: 6)
        for _ in 0..<3 { try await house.run("content.columns") }
        let messages = try await house.messages(of: "editor")
        #expect(messages.count == 2 && messages[0].contains("已超过 2 天没有更新"))
        #expect(try await house.entries("column.warned").count == 2)
    }

    @Test("what is published begins the period anew")
    func anew() async throws {
        let house = try await CareHouse()
        try await house.publishEverywhere()
        house.pass(days: 10)
        try await house.run("content.columns")
        try await house.house.publish(Samples.article("新的"), in: try house.column("dynamics"))
        try await house.run("content.columns")
        #expect(try await house.messages(of: "editor").count == 1)
        house.pass(days: 10)
        try await house.run("content.columns")
        #expect(try await house.messages(of: "editor").count == 2)
    }

    @Test("where there is no editor, those who work in the column hear of it")
    func withoutEditor() async throws {
        let house = try await CareHouse()
        try await house.publishEverywhere()
        try await house.house.sites.post(
            "editor", as: .editor, in: try house.column("dynamics").id, isGiven: false, by: .system,
            at: house.now)
        house.pass(days: 10)
        try await house.run("content.columns")
        #expect(try await house.messages(of: "publisher").count == 1)
    }
}
