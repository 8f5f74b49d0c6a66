import Codes
import Identity
import Journal
import Storage
import Testing
import WorkingTime

@testable import Cases

@Suite("A desk")
struct DeskTests {
    private let officer = Viewer.post(.officer, at: "zjj")

    private func tasks(_ queue: DeskQueue, of viewer: Viewer, on stage: Stage) async throws -> [TaskSummary] {
        var (tasks, next) = ([TaskSummary](), String?.none)
        repeat {
            let page = try await stage.cases.desk(queue, for: viewer, after: next)
            #expect(page.items.count <= 20)
            tasks += page.items
            next = page.next
        } while next != nil
        return tasks
    }

    @Test("shows nothing of other organs, other posts and other people")
    func notTheirs() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.drainage).root.number.text
        try await stage.complete(.accept, in: number)
        for viewer in [
            Viewer.everyone, .chenJing, .post(.head, at: "zjj"), .post(.officer, at: "scjg"),
            .post(.leader, at: "zfb"),
        ] {
            #expect(try await tasks(.mine, of: viewer, on: stage).isEmpty)
        }
        #expect(try await tasks(.mine, of: officer, on: stage).map(\.caseNumber) == [number])
        #expect(try await tasks(.organ, of: .post(.head, at: "zjj"), on: stage).count == 1)
    }

    @Test("puts what runs out first on top, and what has no due time at the bottom")
    func order() async throws {
        let stage = try await Stage()
        var numbers: [String] = []
        for day in ["2026-11-12", "2026-11-10", "2026-11-11"] {
            stage.now = at(day)
            numbers.append(try await stage.file(.drainage).root.number.text)
            try await stage.complete(.accept, in: numbers[numbers.count - 1])
        }
        let paused = numbers[1]
        try await stage.change(paused, by: .post("officer", at: "zjj")) {
            try $0.suspend(paused, for: .testing, note: "送检", expectedDays: 5, on: $1)
        }
        let mine = try await tasks(.mine, of: officer, on: stage)
        #expect(mine.map(\.caseNumber) == [numbers[2], numbers[0], numbers[1]])
        #expect(mine.map(\.isPaused) == [false, false, true])
    }

    @Test("what a colleague has taken leaves my queue and stays in the organ's")
    func taken() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.drainage).root.number.text
        let task = try #require(try await stage.complete(.accept, in: number).root.openTasks.first?.id)
        let colleague = Actor(
            accountID: 70, name: "周强", organ: "zjj", roles: ["officer"], channel: "page", address: "")
        try await stage.change(number, by: colleague) { try $0.claim(task: task, on: $1) }
        #expect(try await tasks(.mine, of: officer, on: stage).isEmpty)
        #expect(try await tasks(.organ, of: officer, on: stage).map(\.task.holder?.name) == ["周强"])
        let his = Viewer.officer(id: 70, organs: ["zjj"], roles: [.officer])
        #expect(try await tasks(.mine, of: his, on: stage).count == 1)
    }

    @Test("pages run through ties without gaps, and the counts agree")
    func pages() async throws {
        let stage = try await Stage()
        for _ in 0..<43 { try await stage.file(.quick, of: .zhangWei, by: .zhangWei) }
        let clerk = Viewer.post(.clerk, at: "zwfw")
        let mine = try await tasks(.mine, of: clerk, on: stage)
        #expect(Set(mine.map(\.task.id)).count == 43)
        #expect(try await stage.cases.deskCounts(for: clerk) == [.mine: 43, .organ: 43])
    }

    @Test("what I have finished is listed newest first")
    func done() async throws {
        let stage = try await Stage()
        var numbers: [String] = []
        for minute in 10..<33 {
            numbers.append(try await stage.file(.quick, of: .zhangWei, by: .zhangWei).root.number.text)
            stage.now = at("2026-11-09 10:\(minute)")
            try await stage.complete(.accept, in: numbers[numbers.count - 1])
        }
        let done = try await tasks(.done, of: .post(.clerk, at: "zwfw"), on: stage)
        #expect(done.map(\.caseNumber) == numbers.reversed())
        // Long past their due times, and nobody's worry any more.
        stage.now = at("2027-06-01")
        let urgency = try await stage.cases.deskUrgency(.done, for: .post(.clerk, at: "zwfw"))
        #expect(urgency == DeskUrgency(dueToday: 0, overdue: 0))
    }

    @Test("the applicant's own shows what waits for them")
    func applicant() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.drainage).root.number.text
        try await stage.complete(.accept, in: number, "supplement", opinion: "缺制度")
        #expect(try await tasks(.mine, of: .chenJing, on: stage).map(\.task.act) == [.supply])
        #expect(try await tasks(.mine, of: .zhangWei, on: stage).isEmpty)
    }
}
