import Codes
import Identity
import Journal
import Storage
import Testing
import WorkingTime

@testable import Cases

@Suite("The same request twice")
struct OnceTests {
    private func request(_ digest: String = "a", key: String = "k1", of actor: Actor = .chenJing)
        -> Idempotency.Request
    {
        Idempotency.Request(accountID: actor.accountID, key: key, operation: "POST /cases", digest: digest)
    }

    @Test("with other content is a conflict, and no case comes of it")
    func otherContent() async throws {
        let stage = try await Stage()
        try await stage.file(.drainage, once: request())
        let refused = await refusal { try await stage.file(.food, once: request("b")) }
        #expect(refused == .conflict("这个幂等键已用于另一项请求，请换一个新的键再提交。"))
        #expect(
            try await stage.database.read { try $0.count("SELECT count(*) FROM service_case /* all */") } == 1
        )
    }

    @Test("gives the same case; another person's key, or another key, gives another")
    func filedOnce() async throws {
        let stage = try await Stage()
        let first = try await stage.file(.restaurant, once: request()).root.number
        #expect(try await stage.file(.restaurant, once: request()).root.number == first)
        #expect(try await stage.file(.restaurant, once: request(key: "k2")).root.number != first)
        #expect(
            try await stage.file(.restaurant, by: .zhangWei, once: request(of: .zhangWei)).root.number
                != first)
        #expect(try await stage.messages(to: .chenJing).count == 3)
    }

    @Test("sent at the same time gives one case")
    func atTheSameTime() async throws {
        let stage = try await Stage()
        let numbers = try await withThrowingTaskGroup(of: CaseNumber.self) { group in
            for _ in 0..<6 {
                group.addTask { try await stage.file(.marriage, once: request()).root.number }
            }
            return try await group.reduce(into: Set<CaseNumber>()) { $0.insert($1) }
        }
        #expect(numbers.count == 1)
    }

    @Test("changes a matter once")
    func changedOnce() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.drainage).root.number.text
        try await stage.complete(.accept, in: number)
        let officer = Actor.post("officer", at: "zjj")
        for _ in 0..<2 {
            let matter = try await stage.cases.change(
                number, by: officer, as: .system, once: request(of: officer)
            ) { matter, occasion in
                try matter.suspend(number, for: .testing, note: "送检", expectedDays: 5, on: occasion)
            }
            #expect(matter.root.isPaused)
        }
        #expect(try await stage.journal(number).count { $0.entry.action == "case.suspended" } == 1)
    }
}

@Suite("Several people at the same time")
struct RaceTests {
    @Test("who decide the same task: exactly one wins, and the others are told by whom")
    func oneWins() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.food).root.number.text
        let matter = try await stage.complete(.accept, in: number)
        let review = try #require(matter.root.openTasks.first?.id)
        let refusals = await withTaskGroup(of: Refused?.self) { group in
            for officer in [Actor.liMin, .liMinsColleague] {
                group.addTask {
                    await refusal {
                        try await stage.cases.change(
                            task: review, by: officer, as: .post(.officer, at: "scjg")
                        ) {
                            try $0.complete(task: review, with: Finding(outcome: "pass"), on: $1)
                        }
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let winner = try await stage.cases.matter(number, for: .system).root.tasks.first { $0.id == review }
        let name = try #require(winner?.completedBy?.name)
        #expect(refusals.compactMap(\.self) == [.conflict("「审查」已由\(name)办理完毕，您的意见没有保存。")])
        #expect(try await stage.journal(number).count { $0.entry.action == "task.completed" } == 2)
    }

    @Test("who file by the hundred share a block of numbers; the next is there in time and none is lost")
    func oneLease() async throws {
        let stage = try await Stage()
        let numbers = CaseNumbers(database: stage.database, division: "441202")
        let day = day("2026-11-23")
        let taken = try await withThrowingTaskGroup(of: [Int].self) { group in
            for _ in 0..<100 {
                group.addTask { try await numbers.take(2, on: day).map(\.sequence) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(taken.sorted() == Array(1...200))
        var leased = 0
        for _ in 0..<500 where leased < 401 {
            try await Task.sleep(for: .milliseconds(20))
            leased = try await stage.database.read {
                try $0.count("SELECT next_sequence FROM case_number_block WHERE day = \(day)")
            }
        }
        #expect(leased == 401)
        #expect(try await numbers.take(200, on: day).map(\.sequence) == Array(201...400))
    }

    @Test("who file: no number is given twice, and the next day counts anew")
    func numbers() async throws {
        let stage = try await Stage()
        let numbers = CaseNumbers(database: stage.database, division: "441202")
        let others = CaseNumbers(database: stage.database, division: "441202")
        let taken = try await withThrowingTaskGroup(of: [CaseNumber].self) { group in
            for turn in 0..<300 {
                group.addTask { try await (turn % 2 == 0 ? numbers : others).take(5, on: day("2026-11-09")) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(taken).count == 1500)
        #expect(try await numbers.take(1, on: day("2026-11-10")).first?.sequence == 1)
    }
}
