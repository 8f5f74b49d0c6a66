import Modules
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Government

@Suite("The divisions of the country")
struct RegionTests {
    private let now = Instant(milliseconds: 1_795_000_000_000)

    private static func delivered() async throws -> (Database, RegionTables) {
        let database = try await TestDatabase.make()
        try await database.migrate(Module.government().migrations)
        return (database, try await database.read { try Directory.regions(in: $0) })
    }

    @Test("the delivered table tells every place with its way, and leaves out what is no place")
    func places() async throws {
        let table = try await Self.delivered().1.current
        let paths = Dictionary(uniqueKeysWithValues: table.places.map { ($0.code, $0.path) })
        #expect(paths["441202"] == "广东省肇庆市端州区" && paths["110101"] == "北京市东城区")
        #expect(paths["419001"] == "河南省济源市" && paths["710000"] == "台湾省")
        #expect(paths["441201"] == nil && paths["110100"] == nil)
        #expect(table.stateOn.iso == "2016-07-31")
    }

    @Test(
        "what is no table of the country is refused",
        arguments: [
            ([("44120", "端州区")], "“\("44120")”不是 6 位行政区划代码。"),
            ([("441202", "")], "\("441202") 的名称应为 1 至 40 个字。"),
            ([("441202", "端州区")], "\("441202") 所在的省级没有一行，请核对文件是否完整。"),
            ([("440000", "广东省"), ("440000", "广东省")], "同一个代码写了不止一次，请核对文件。"),
            ([("440000", "广东省")], "文件里只有 \(1) 个省级、\(1) 个区划，不是全国的代码表。请上传完整的一份。"),
        ] as [([(String, String)], Sentence)])
    func refused(lines: [(String, String)], sentence: Sentence) throws {
        #expect(throws: DomainError.invalid("file", sentence)) {
            try RegionTable(stateOn: .first, lines.map { .init(code: $0.0, name: $0.1) })
        }
    }

    @Test("a newer table counts, an older one is refused, and what has gone keeps its name")
    func newer() async throws {
        let (database, before) = try await Self.delivered()
        var lines = before.current.regions.filter { $0.code != "330185" }
        lines.append(.init(code: "330112", name: "临安区"))
        let day = try CivilDate(year: 2024, month: 12, day: 31)
        let table = try RegionTable(stateOn: day, lines)
        let now = now
        try await database.write { tx in
            try Directory.importRegions(table, by: (1, "系统管理员"), at: now, in: tx)
        }
        let after = try await database.read { try Directory.regions(in: $0) }
        #expect(after.current.places.contains { $0.path == "浙江省杭州市临安区" })
        #expect(after.former == [.init(code: "330185", path: "浙江省杭州市临安市")])
        await #expect(throws: DomainError.self) {
            try await database.write { tx in
                try Directory.importRegions(table, by: (1, "系统管理员"), at: now, in: tx)
            }
        }
        #expect(try await database.read { try Directory.regionImports(in: $0) }.map(\.by) == ["系统管理员"])
    }
}
