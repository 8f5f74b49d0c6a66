import Journal
import Refusals
import Storage
import Testing
import WorkingTime

@Suite("Who has read somebody's data")
struct ReadingsTests {
    private static func entry(_ action: String, _ subject: String, at: Int64) -> JournalEntry {
        JournalEntry(
            at: Instant(milliseconds: at), actor: liMin, action: action, subject: subject,
            sentence: "李敏查看了办件材料。")
    }

    @Test("readings of these cases alone are told, the newest first, page by page, and no other acts")
    func pages() async throws {
        let database = try await databaseOfEntries()
        try await database.write { tx in
            for (action, subject) in [
                ("case.read", Journal.readings(of: "A")), ("case.accepted", "A"), ("material.read", "A"),
                ("case.read", Journal.readings(of: "B")), ("case.disclosed", Journal.readings(of: "A")),
            ] {
                try Journal.append(Self.entry(action, subject, at: 1), in: tx)
            }
        }
        let all = try await database.read { try Journal.readings(ofCases: ["A"], limit: 10, in: $0) }
        #expect(all.map(\.entry.action) == ["case.disclosed", "material.read", "case.read"])
        let next = try await database.read {
            try Journal.readings(ofCases: ["A"], before: all[0].id, limit: 1, in: $0)
        }
        #expect(next.map(\.entry.action) == ["material.read"])
    }
}
