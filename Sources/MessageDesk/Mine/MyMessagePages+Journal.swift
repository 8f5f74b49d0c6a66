import Journal
import Refusals
import Storage
import WorkingTime

extension MyMessagePages {
    static func record(
        _ action: String, _ words: String, _ actor: Actor, _ now: Instant, _ tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "account:\(actor.accountID)",
                sentence: "\(actor.name)\(words)。"), in: tx)
    }
}
