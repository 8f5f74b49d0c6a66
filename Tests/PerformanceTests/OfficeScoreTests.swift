import Government
import Refusals
import Testing
import WorkingTime

@testable import Performance

@Suite("Points of offices")
struct OfficeScoreTests {
    private static func sums(_ offices: [String: (done: Int, late: Int)]) -> FigureSums {
        offices.reduce(into: [:]) { sums, one in
            sums.add([
                FigureOwner(organ: "scjg", post: "officer", accountID: 7, office: one.key): [
                    .tasksDone: one.value.done, .tasksLate: one.value.late,
                ]
            ])
        }
    }

    private static func scores(
        _ sums: FigureSums, _ text: String? = nil, offices: [String] = []
    ) throws -> OfficeScores {
        let model = try PerformanceModel(text: text ?? PerformanceModel.deliveredText())
        return OfficeScores(model, sums.byOffice, of: "scjg", offices: offices)
    }

    @Test("a model that says nothing of offices gives them no points and no place, and is as good as before")
    func silent() throws {
        let text = try PerformanceModel.deliveredText()
        let head = try #require(text.firstRange(of: "  - key: office-tasks"))
        let tail = try #require(text.firstRange(of: "  - key: tasks"))
        let old = String(text[..<head.lowerBound] + text[tail.lowerBound...])
        #expect(try PerformanceModel(text: old).faults.isEmpty)
        let row = try #require(try Self.scores(Self.sums(["scjg-1": (4, 1)]), old).rows.first)
        #expect(row.points == nil && row.place == nil && row.figures[.tasksDone] == 4)
    }

    @Test("an office cannot be measured by what organs alone have, and its weights are a hundred together")
    func refused() throws {
        let text = try PerformanceModel.deliveredText()
        let foreign = text.replacing(
            "points: 100 - value\n    weight: 30", with: "points: 100 - red_cards\n    weight: 30")
        let words = try PerformanceModel(text: foreign).faults.map(\.description)
        #expect(words.contains("「科室一次告知」用的「red_cards」只有部门有，科室没有。"))
        let light = text.replacing("applies: office", with: "applies: person")
        #expect(try PerformanceModel(text: light).faults.map(\.description) == ["岗位和个人的权重合计是 200，应当是 100。"])
    }

    @Test("they are ranked within the organ; what was done outside stands last and is no office")
    func ranked() throws {
        let rows = try Self.scores(
            Self.sums(["scjg-1": (10, 5), "scjg-2": (10, 0), "": (10, 0)]), offices: ["scjg-3"]
        ).rows
        #expect(rows.map(\.owner.office) == ["scjg-2", "scjg-1", "scjg-3", ""])
        #expect(rows.map(\.place) == [1, 2, nil, nil])
        #expect(rows.map(\.points) == [10_000, 6_500, nil, nil])
    }

    @Test("what people did in offices is taken from what they did, and nothing is lost or counted twice")
    func divided() {
        let owner = FigureOwner(organ: "scjg", post: "officer", accountID: 7)
        let (whole, placed): (FigureSums, FigureSums) = (
            [
                owner: [.tasksDone: 10, .tasksLate: 2],
                FigureOwner(organ: "scjg"): [.tasksDone: 10, .filed: 3],
            ],
            [
                FigureOwner(organ: "scjg", post: "officer", accountID: 7, office: "scjg-1"): [
                    .tasksDone: 6, .tasksLate: 2,
                ]
            ]
        )
        let divided = whole.divided(by: placed)
        #expect(divided[owner] == [.tasksDone: 4])
        #expect(divided.wholes == whole)
        #expect(divided.byOffice[FigureOwner(organ: "scjg", office: "scjg-1")]?[.tasksDone] == 6)
    }

    @Test("an office is called what it was called on the last day, and says what became of it meanwhile")
    func names() throws {
        let period = try #require(Period("2026-11"))
        func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? .first }
        let office = OrganOffice(
            organ: "scjg", position: 1, name: "新科", validFrom: day("2026-11-03"),
            validUntil: day("2026-12-20"),
            earlierNames: [
                .init(validUntil: day("2026-11-09"), name: "旧科"),
                .init(validUntil: day("2026-12-01"), name: "中科"),
            ])
        let assessed = AssessedOffice(office, in: period)
        #expect(assessed.name == "中科")
        #expect(assessed.remark(period) == "2026年11月3日设立；2026年11月9日以前称“旧科”")
        let december = try #require(Period("2026-12"))
        #expect(AssessedOffice(office, in: december).name == "新科")
        #expect(
            AssessedOffice(office, in: december).remark(december)
                == "2026年12月1日以前称“中科”；2026年12月20日撤销，只含此前的步骤")
        #expect(try assessed.stood(in: #require(Period("2026-10"))) == false)
    }
}
