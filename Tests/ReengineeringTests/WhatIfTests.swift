import Government
import HTTPTypes
import HummingbirdTesting
import Jobs
import ProcessSimulation
import Refusals
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Reengineering

@Suite("What a changed process would have meant")
struct WhatIfTests {
    private static let asking = "/desk/process-analysis/what-ifs"

    /// Sends the form; gives where it leads, or what the page says.
    private func send(_ house: AnalysisHouse, _ fields: String) async throws -> (
        code: Int, words: String
    ) {
        try await house.visit(as: "supervisor") { client in
            let answer = try await client.press(
                Self.asking, "service=\(house.scope.service)&year=2026&\(fields)")
            return (answer.status.code, answer.headers[.location] ?? answer.text)
        }
    }

    private func page(_ house: AnalysisHouse, _ address: String) async throws -> String {
        try await house.visit(as: "leader") { try await $0.look(address).text }
    }

    @Test(
        "with no case and with one the page says why nothing can be simulated",
        arguments: [(0, "没有办结的办件"), (1, "只有 1 件办结的办件")])
    func tooFew(_ count: Int, _ words: String) async throws {
        let house = try await AnalysisHouse()
        try await house.file(count)
        #expect(try await page(house, house.scope.address(AnalysisPath.whatIfForm)).contains(words))
        #expect(try await send(house, "parallel=review&parallel2=decide").words.contains(words))
    }

    @Test(
        "what cannot be is refused at its field, and what was entered stays",
        arguments: [
            ("", "没有填写任何改变"), ("parallel=review", "要选两个步骤"), ("percent=20", "请选择哪一步"),
            ("shorter=review&percent=x", "1 到 99 之间"), ("people.scjg.head=0", "永远办不完"),
            ("people.scjg.head=100000", "人数请填 1 到 1000"), ("people.scjg.head=many", "人数请填 1 到 1000"),
            ("without=review&hours=9-5", "办公时间"), ("without=nothing", "没有这个步骤"),
            ("without=review&replications=1000000", "模拟几遍"), ("without=review&seed=-1", "随机种子"),
        ])
    func refused(_ fields: String, _ words: String) async throws {
        let house = try await AnalysisHouse()
        try await house.file(12)
        let answer = try await send(house, fields)
        #expect(answer.code == 422 && answer.words.contains(words))
        #expect(answer.words.contains("error-summary"))
    }

    @Test("two steps done at the same time: asked, waited for, answered, and read by a colleague")
    func answered() async throws {
        let house = try await AnalysisHouse()
        try await house.file(12)
        try await house.file(2, from: 100, isOpen: true)
        let address = try await send(house, "parallel=review&parallel2=decide&replications=10").words
        #expect(address.hasPrefix(Self.asking))
        #expect(try await page(house, address).contains("正在模拟"))
        await house.workOff()
        let answer = try await page(house, address)
        #expect(answer.contains("平均用时从 20 分钟变为 10 分钟"))
        #expect(answer.contains("模型与实际相符") && answer.contains("“审查”和“决定”同时办"))
        let form = try await page(house, house.scope.address(AnalysisPath.whatIfForm))
        #expect(form.contains("少 10 分钟") && form.contains("可以模拟的有 12 件"))
    }

    @Test("the answer says on how many steps the times of work rest")
    func taken() async throws {
        let house = try await AnalysisHouse()
        try await house.file(12, isTaken: true)
        let address = try await send(house, "parallel=review&parallel2=decide&replications=10").words
        await house.workOff()
        let answer = try await page(house, address)
        #expect(answer.contains("有 12 步记录了什么时候领取") && answer.contains("另外 12 步没有领取"))
    }

    @Test("the cases of one organ alone, and only those that were over when it was asked")
    func scoped() async throws {
        let house = try await AnalysisHouse()
        try await house.file(6)
        try await house.file(7, organ: "xfjy", from: 100)
        let recorded = RecordedCases(database: house.database)
        let one = AnalysisScope(
            service: house.scope.service, name: house.scope.name, year: 2026, organ: "xfjy")
        let model = try await recorded.model(one, endedBefore: AnalysisHouse.noon, hours: .usual)
        #expect(model.caseCount == 7 && model.posts.map(\.post.organ) == ["xfjy", "xfjy"])
        let early = Instant(day: CivilDate(iso: "2026-03-03") ?? .first)
        await #expect(throws: DomainError.self) {
            try await recorded.model(house.scope, endedBefore: early, hours: .usual)
        }
    }

    @Test("a node that dies in between changes nothing in the answer")
    func crash() async throws {
        let house = try await AnalysisHouse()
        try await house.file(12)
        let actor = try await house.actor()
        let question = WhatIf.Question(
            scenario: Scenario([.shorter(step: "review", percent: 50)]), names: ["review": "审查"],
            hours: .usual, replications: 10, seed: 7)
        let ids = try await house.database.write { tx in
            try (0..<2).map { _ in
                try WhatIfPages.ask(question, house.scope, by: actor, at: AnalysisHouse.noon, in: tx)
            }
        }
        for id in ids { try await step(house, id, dying: id == ids[1]) }
        let answers = try await house.database.read { tx in
            try ids.map { try WhatIfStore.find($0, in: tx) }
        }
        #expect(answers[0].outcome != nil && answers[0].outcome == answers[1].outcome)
    }

    /// Answers a question three replications at a time; a node that dies forgets what it had learned.
    private func step(_ house: AnalysisHouse, _ id: Int64, dying: Bool) async throws {
        let asked = try await house.database.read { try WhatIfStore.find(id, in: $0) }
        var (work, tally) = (Self.work(house), Tally())
        while true {
            if dying { work = Self.work(house) }
            switch try await work.act(.init(asked: asked, tally: tally), key: "") {
            case .more(let next, _): tally = next
            case .outcome(let outcome):
                return try await house.database.write {
                    try WhatIfStore.answer(
                        id, outcome: outcome, refusal: nil, at: AnalysisHouse.noon, in: $0)
                }
            case .refusal(let sentence): throw DomainError.conflict(sentence)
            }
        }
    }

    private static func work(_ house: AnalysisHouse) -> WhatIfWork {
        WhatIfWork(database: house.database, clock: { AnalysisHouse.noon }, stepsAtOnce: 360)
    }

    @Test("a simulation that nobody needs any more is cancelled, and says so")
    func cancelled() async throws {
        let house = try await AnalysisHouse()
        try await house.file(12)
        let address = try await send(house, "without=decide").words
        let code = try await house.visit(as: "supervisor") {
            try await $0.press(address + "/cancellation").status.code
        }
        await house.workOff()
        #expect(code == 303)
        #expect(try await page(house, address).contains("已取消模拟"))
    }

    @Test("a question of nobody is not found, and officers of an organ may not ask")
    func others() async throws {
        let house = try await AnalysisHouse()
        let codes = try await house.visit(as: "supervisor") { client in
            [
                try await client.look(Self.asking + "/12345").status.code,
                try await client.press(Self.asking + "/12345/cancellation").status.code,
                try await client.press(Self.asking, "service=x&year=2026").status.code,
            ]
        }
        #expect(codes == [404, 404, 404])
        let refused = try await house.visit(as: "head-scjg") {
            try await $0.look("/desk/process-analysis/what-if").status.code
        }
        #expect(refused == 403)
    }

    @Test("a change described in an address stands in the form")
    func address() async throws {
        let house = try await AnalysisHouse()
        try await house.file(12)
        let form = try await page(
            house, house.scope.address(AnalysisPath.whatIfForm) + "&percent=35&people.scjg.head=4")
        #expect(form.contains("value=\"35\"") && form.contains("value=\"4\""))
    }
}
