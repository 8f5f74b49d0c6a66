import Identity
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// What is written and told in the transaction of a change.
extension AppealDesk {
    func deciders(_ now: Instant, in tx: Transaction) throws -> [Int64] {
        try [Role.supervisor, .leader].flatMap { try Accounts.holders(of: $0, on: now.day, in: tx).map(\.id) }
    }

    func tell(_ accounts: [Int64], _ sentence: Sentence, _ now: Instant, in tx: Transaction) throws {
        for id in accounts {
            try office.outbox.enqueue(to: id, about: "performance", sentence, at: now, in: tx)
        }
    }

    func save(
        _ appeal: ScoreAppeal, _ subject: Subject, _ action: String, _ verb: String, _ actor: Actor,
        _ now: Instant, in tx: Transaction
    ) throws {
        try AppealStore.save(appeal, in: tx)
        try PerformanceOffice.record(
            action, appeal.subject, "\(actor.name)\(verb)：\(subject.title)，\(appeal.state.chinese)。",
            by: actor,
            at: now, in: tx)
    }
}

extension ScoreAppeal {
    /// Under what its files and its journal entries stand.
    var subject: String { "performance_appeal:\(id)" }
}
