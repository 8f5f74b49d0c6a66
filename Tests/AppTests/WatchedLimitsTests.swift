import Government
import Journal
import Refusals
import Storage
import Testing
import WorkingTime

@testable import AnnualInspection
@testable import App
@testable import Ratings

/// What organs have to do about bad ratings, and to conclude after corrections, stands in the stream of supervision.
@Suite("Limits that the house itself reports to supervision")
struct WatchedLimitsTests {
    private static let noon = Instant(day: CivilDate(iso: "2026-11-24") ?? .first, hour: 12)

    private static func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? .first }

    private static func rating(
        _ id: Int64 = 77, _ step: RatingLimit.Step = .contact, item: String = "食品经营许可",
        organ: String = "scjg", ended: String? = nil, state: String = "待办"
    ) -> RatingLimit {
        RatingLimit(
            id: id, step: step, item: item, organ: organ, beganOn: day("2026-11-20"),
            dueOn: day("2026-11-23"), endedOn: ended.map(day), state: state)
    }

    private static func conclusion(
        _ name: String = "星湖餐饮有限公司", filing: Int64 = 9, organ: String = "scjg", ended: String? = nil,
        state: String = "整改中"
    ) -> ConclusionLimit {
        ConclusionLimit(
            filing: filing, year: 2026, name: name, organ: organ, filedOn: day("2026-11-02"),
            dueOn: day("2026-11-20"), endedOn: ended.map(day), state: state)
    }

    /// A house with all its parts, empty of cases.
    private func house() async throws -> Database {
        let installation = try await Installation.temporary(clock: { Self.noon })
        try await Government.seed(into: installation.database)
        return installation.database
    }

    private func watch(_ limits: [RatingLimit], _ database: Database) async throws {
        try await database.write {
            try Installation.watchedRatings(limits, .system, Self.noon, $0)
        }
    }

    private func watch(_ limit: ConclusionLimit, _ database: Database) async throws {
        try await database.write {
            try Installation.watchedConclusions(limit, .system, Self.noon, $0)
        }
    }

    /// What supervision has of a kind: the number, the name, the organ, the state, and how often it was told.
    private func known(_ kind: String, _ database: Database) async throws -> [[String]] {
        try await database.read { tx in
            try tx.rows(
                """
                SELECT number, name, organ, state, revision FROM supervised_matter WHERE kind_key = \(kind)
                ORDER BY number /* all */
                """
            ).map { row in
                try ["number", "name", "organ", "state"].map { try row.text($0) }
                    + ["\(try row.int("revision"))"]
            }
        }
    }

    @Test(
        "a limit of an organ that never was is refused with its reason, and whatever brought it is not kept")
    func unknownOrgan() async throws {
        let database = try await house()
        await #expect(throws: DomainError.self) {
            try await watch([Self.rating(), Self.rating(78, organ: "nowhere")], database)
        }
        await #expect(throws: DomainError.self) {
            try await watch(Self.conclusion(organ: "nowhere"), database)
        }
        #expect(try await known("bad-rating", database).isEmpty)
        #expect(try await known("inspection-correction", database).isEmpty)
    }

    @Test(
        "numbers of persons in a name stay outside, spelled out ones too, and nothing is refused",
        arguments: ["13800001234 的投诉", "电话 0758-2233445", "一三八零零零零一二三四", "３６０ 餐饮"])
    func personal(words: String) async throws {
        let database = try await house()
        try await watch(Self.conclusion(words), database)
        try await watch([Self.rating(item: words)], database)
        #expect(
            try await known("inspection-correction", database).map { $0[1] } == ["2026 年度联合年检整改复核"])
        #expect(try await known("bad-rating", database).map { $0[1] } == ["差评联系核实"])
    }

    @Test("words for numbers are no numbers: the name is told", arguments: ["三元里一品餐饮店", "万家第二超市"])
    func words(name: String) async throws {
        let database = try await house()
        try await watch(Self.conclusion(name), database)
        try await watch([Self.rating(item: name)], database)
        #expect(try await known("bad-rating", database).map { $0[1] } == ["差评联系核实：\(name)"])
        #expect(
            try await known("inspection-correction", database).map { $0[1] } == ["2026 年度联合年检整改复核：\(name)"])
    }

    @Test("a name of any length and an id that looks like a telephone number are taken")
    func longAndUnlucky() async throws {
        let database = try await house()
        let telephone = try #require(Int64("13800001234", radix: 36))
        let long = String(repeating: "长", count: 300)
        try await watch([Self.rating(telephone, item: long), Self.rating(telephone, .correction)], database)
        try await watch(Self.conclusion(long, filing: telephone), database)
        let ratings = try await known("bad-rating", database)
        let numbers = ["contact", "correction"].map { "bad-rating:R1_3_8_0_0_0_0_1_2_3_4-\($0)" }
        #expect(ratings.map { $0[0] } == numbers)
        #expect(ratings[0][1] == "差评联系核实：" + String(repeating: "长", count: 80))
        #expect(try await known("inspection-correction", database).count == 1)
    }

    @Test("each step of a bad rating is one matter: it begins, the same again changes nothing, it ends")
    func ratings() async throws {
        let database = try await house()
        let both = [Self.rating(), Self.rating(77, .correction, item: "")]
        try await watch(both, database)
        try await watch(both, database)
        #expect(
            try await known("bad-rating", database) == [
                ["bad-rating:R25-contact", "差评联系核实：食品经营许可", "scjg", "待办", "1"],
                ["bad-rating:R25-correction", "差评整改", "scjg", "待办", "1"],
            ])
        try await watch([Self.rating(ended: "2026-11-24", state: "已办")], database)
        try await watch([Self.rating(77, .correction, ended: "2026-11-24", state: "申诉中")], database)
        // An appeal that failed: the limit runs again.
        try await watch([Self.rating(77, .correction)], database)
        #expect(
            try await known("bad-rating", database).map { Array($0[3...]) } == [["已办", "2"], ["待办", "3"]])
        let open = try await database.read { tx in
            try tx.count("SELECT count(*) FROM supervised_matter WHERE ends_at IS NULL /* all */")
        }
        #expect(open == 1)
    }

    @Test("the step of an organ that ended is its successor's; of one without a successor nobody is watched")
    func merged() async throws {
        let database = try await house()
        try await database.write { tx in
            try Directory.end("scjg", successor: "zjj", from: Self.day("2026-11-21"), in: tx)
            try tx.send("UPDATE organ SET valid_until = '2026-11-20' WHERE key = 'cgj'")
        }
        try await watch([Self.rating(), Self.rating(78, organ: "cgj")], database)
        try await watch(Self.conclusion(), database)
        #expect(try await known("bad-rating", database).map { $0[2] } == ["zjj"])
        #expect(try await known("inspection-correction", database).map { $0[2] } == ["zjj"])
    }

    @Test("a conclusion waits, is looked at again and is drawn; each organ of a filing has its own")
    func conclusions() async throws {
        let database = try await house()
        try await watch(Self.conclusion(), database)
        try await watch(Self.conclusion(organ: "xfjy"), database)
        try await watch(Self.conclusion(state: "待复核"), database)
        try await watch(Self.conclusion(ended: "2026-11-24", state: "已有结论"), database)
        let name = "2026 年度联合年检整改复核：星湖餐饮有限公司"
        #expect(
            try await known("inspection-correction", database) == [
                ["inspection-correction:J9-scjg", name, "scjg", "已有结论", "3"],
                ["inspection-correction:J9-xfjy", name, "xfjy", "整改中", "1"],
            ])
    }

    @Test("every state and every step that features know is one that supervision takes")
    func everyWord() async throws {
        let database = try await house()
        var id: Int64 = 100
        for step in RatingLimit.Step.allCases {
            for state in ["待办", "已办", "申诉中", "不计入"] {
                id += 1
                try await watch([Self.rating(id, step, state: state)], database)
            }
        }
        for (place, state) in ["整改中", "待复核", "已有结论"].enumerated() {
            try await watch(Self.conclusion(filing: Int64(500 + place), state: state), database)
        }
        #expect(try await known("bad-rating", database).count == 12)
        #expect(try await known("inspection-correction", database).count == 3)
    }
}
