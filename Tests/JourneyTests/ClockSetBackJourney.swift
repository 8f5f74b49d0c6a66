import BusinessProcess
import DecisionModel
import HTTPTypes
import Synchronization
import Testing
import WorkingTime

/// The machine's clock was an hour and a half fast, and is set right in the middle of the day.
@Suite("时钟拨回一个半小时")
struct ClockSetBackJourney {
    @Test("whoever is signed in stays so, what was filed is there, and new matters are filed and worked on")
    func goesOn() async throws {
        let clock = Mutex(District.monday)
        let district = try await District(clock: { clock.withLock { $0 } })
        try await district.tell { stage in
            let chenjing = try await stage.signIn("chenjing")
            let before = try await chenjing.apply(for: "YJS441202001")
            #expect(before.status == .created)
            clock.withLock { $0 = District.monday.adding(seconds: -5_400) }
            let after = try await chenjing.apply(for: "YJS441202001")
            #expect(after.status == .created)
            let numbers = [after, before].map { $0.json["number"].text }
            let listed = try await chenjing.get("/cases").json["items"].list.map { $0["number"].text }
            #expect(listed.filter(numbers.contains) == numbers, "the newest first, whatever the clock says")
            let officer = try await stage.signIn("officer-scjg")
            for number in numbers { #expect(try await officer.work(on: number).status == .created) }
            let withdrawn = try await chenjing.post(
                "/cases/\(numbers[1])/withdrawal", ["reason": "重复提交"])
            #expect(withdrawn.status == .created)
        }
    }
}
