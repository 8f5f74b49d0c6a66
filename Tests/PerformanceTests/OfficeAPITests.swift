import HTTPTypes
import HummingbirdTesting
import Identity
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Performance

@Suite("Offices for programs")
struct OfficeAPITests {
    private static let list = "\(PerformanceAPI.path)/2026-11/scores/scjg/offices"

    /// Two offices that did something, one that did nothing, and a step outside offices.
    private func counted() async throws -> (PerformanceHouse, officer: Int64) {
        let house = try await PerformanceHouse()
        let officer = try await house.account("officer-scjg").id
        try await house.finish(1, on: day("2026-11-02"), by: officer, office: "scjg-1")
        try await house.finish(2, on: day("2026-11-03"), isLate: true, by: officer, office: "scjg-2")
        try await house.finish(3, on: day("2026-11-04"), by: officer)
        try await house.finish(4, "zjj", on: day("2026-11-05"), office: "zjj-1")
        try await house.assessing.refresh(at: noon)
        return (house, officer)
    }

    @Test("offices of another organ, none at all, and periods to come are not there")
    func refused() async throws {
        let (house, _) = try await counted()
        let other = Self.list.replacing("scjg", with: "zjj")
        try await house.visit(as: "head-scjg") { client async throws in
            for path in [
                other, "\(other)/zjj-1", "\(Self.list)/zjj-1", "\(Self.list)/nothing",
                Self.list.replacing("2026-11", with: "2027"), Self.list.replacing("2026-11", with: "x"),
            ] {
                #expect(try await client.look(path).status == .notFound, "\(path)")
            }
            #expect(try await client.look("\(Self.list)?after=x").status == .badRequest)
        }
        try await house.visit(as: "leader") { client async throws in
            let nowhere = Self.list.replacing("scjg", with: "nowhere")
            #expect(try await client.look(nowhere).status == .notFound)
        }
    }

    @Test("whoever does not see how the persons of an organ do sees no office of it, as on the pages")
    func unseen() async throws {
        let (house, _) = try await counted()
        for name in ["officer-scjg", "officer-scjg-2", "deputy", "zhangwei"] {
            try await house.visit(as: name) { client async throws in
                #expect(try await client.look(Self.list).status == .forbidden, "\(name)")
                #expect(try await client.look("\(Self.list)/scjg-1").status == .forbidden, "\(name)")
            }
        }
    }

    @Test("each office has its points and its place within the organ; what was done outside has neither")
    func offices() async throws {
        let (house, _) = try await counted()
        try await house.visit(as: "head-scjg") { client async throws in
            let text = try await client.look(Self.list).text
            for words in [
                #""office":"none""#, #""office":"scjg-1""#, #""office":"scjg-3""#, #""state":"live""#,
                #""office_name":"登记许可科""#, #""place":2"#, #""grade":"优秀""#, #""tasks_late":1"#,
                #""next":null"#,
            ] {
                #expect(text.contains(words), "\(words)")
            }
            #expect(!text.contains("zjj") && !text.contains("李敏") && !text.contains("indicators"))
        }
    }

    @Test("one office opens to its indicators and its persons, frozen as it was frozen")
    func office() async throws {
        let (house, officer) = try await counted()
        try await house.visit(as: "leader") { client async throws in
            let one = try await client.look("\(Self.list)/scjg-2").text
            #expect(one.contains(#""indicators":["#) && one.contains(#""person":"\#(officer)""#))
            #expect(one.contains(#""name":"李敏""#) && one.contains(#""post":"officer""#))
            let none = try await client.look("\(Self.list)/none").text
            #expect(none.contains("未分科室") && !none.contains(#""place""#))
        }
        try await house.freeze("2026-11", at: day("2026-12-10"))
        _ = try await house.database.write { tx in
            try tx.execute("UPDATE organ_office SET name = '新' || name WHERE organ = 'scjg'")
        }
        try await house.visit(as: "leader", at: day("2026-12-10")) { client async throws in
            let one = try await client.look("\(Self.list)/scjg-1").text
            #expect(one.contains(#""state":"frozen""#) && one.contains("登记许可科"))
        }
    }
}
