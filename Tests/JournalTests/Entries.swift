import Journal
import Modules
import Refusals
import Storage
import TestSupport
import WorkingTime

let liMin = Actor(
    accountID: 1_002, name: "李敏", organ: "scjg", roles: ["officer"], channel: "page", address: "10.0.0.7")

/// 李敏 accepts 陈静's application.
func acceptance(of number: String = "441202202611210001230", isPublic: Bool = true) -> JournalEntry {
    JournalEntry(
        at: Instant(milliseconds: 1_795_227_840_000), actor: liMin, action: "case.accepted", subject: number,
        sentence: "\("李敏") 受理了申请。", isPublic: isPublic, beforeDigest: nil, afterDigest: "ab12",
        detail: ["step": "受理", "form": "a/b"])
}

func databaseOfEntries() async throws -> Database {
    let database = try await TestDatabase.plain()
    try await database.migrate(Module.journal().migrations)
    return database
}
