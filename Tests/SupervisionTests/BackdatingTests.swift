import Journal
import Storage
import Testing
import WorkingTime

@testable import Supervision

@Suite("Nothing happens as of an earlier day")
struct BackdatingTests {
    @Test(
        "who writes down today that it was done in time is heard today: the card stays, and the evidence with it"
    )
    func doneInTime() async throws {
        let house = try await SupervisionHouse(rules: [SupervisionHouse.rule()])
        try await house.file(1, due: noon.days(-1))
        try await house.place([("N1", "case.submitted")], at: noon.days(-20))
        try await house.watching.follow(at: noon)
        try await house.watching.sweep(at: noon)
        let before = try #require(try await house.signals().first)
        try await house.place([("N1", "task.completed")], at: noon.days(-3))
        try await house.watching.follow(at: noon)
        let after = try await house.signals()
        #expect(after == [before] && before.state == .open)
        // The log has what came later after what came before, whatever time it claims.
        let places = try await house.database.read { tx in
            try tx.rows("SELECT action FROM journal_entry WHERE subject = 'N1' ORDER BY leaf_index").map {
                try $0.text("action")
            }
        }
        #expect(places == ["case.submitted", "task.completed"])
    }

    @Test(
        "the time of what the journal has cannot be changed, nor a signal be raised by hand for a rule that looked before"
    )
    func changedTime() async throws {
        let house = try await SupervisionHouse(rules: [SupervisionHouse.rule()])
        try await house.file(1, due: noon.days(-1))
        try await house.place([("N1", "case.submitted")])
        try await house.watching.sweep(at: noon)
        await #expect(throws: StorageError.self) {
            try await house.database.write { tx in
                try tx.execute("UPDATE journal_entry SET at = \(noon.days(-9)) WHERE subject = 'N1'")
            }
        }
        var again = try #require(try await house.signals().first)
        again = Signal(
            id: again.id + 1, ruleID: again.ruleID, ruleKey: again.ruleKey, ruleName: again.ruleName,
            level: again.level, caseID: again.caseID, number: again.number, name: again.name,
            organ: again.organ, item: again.item, occasion: again.occasion, evidence: again.evidence,
            raisedAt: noon.days(-9), appealUntil: again.appealUntil)
        let isNew = try await house.database.write { [again] in try SignalStore.insert(again, in: $0) }
        #expect(!isNew)
    }
}
