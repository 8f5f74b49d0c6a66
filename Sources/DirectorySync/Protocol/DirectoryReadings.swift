import Journal
import Refusals
import Storage
import WorkingTime

/// Lists of people leave a trace: who took how many along.
struct DirectoryReadings: Sendable {
    let database: Database

    func record(_ count: Int, of kind: String, by actor: Actor, at now: Instant) async throws {
        try await database.write { tx in
            _ = try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "directory.searched",
                    subject: "directory:\(actor.accountID)",
                    sentence: "\(actor.name)查找了账号或组，找到 \(count) 项。",
                    detail: ["kind": kind, "count": String(count)]),
                in: tx)
        }
    }
}
