import Journal
import Refusals
import Storage
import WorkingTime

/// What the journal keeps of a session: who, from where, and whether it worked. Never a password, a token or
/// a name somebody typed that is no account's.
struct SessionJournal {
    let actor: Actor
    let now: Instant

    func opened(by factors: Factors, in transaction: Transaction) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: "session.opened", subject: "account:\(actor.accountID)",
                sentence: "\(actor.name)登录了。", detail: ["factors": factors.rawValue]),
            in: transaction)
    }

    func closed(in transaction: Transaction) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: "session.closed", subject: "account:\(actor.accountID)",
                sentence: "\(actor.name)退出了。"),
            in: transaction)
    }

    /// A refused attempt without a name: by passkey or certificate.
    static func refused(
        _ arrival: Arrival, subject: String, by factor: Factor, reason: String, in transaction: Transaction
    ) throws {
        let visitor = Actor(
            accountID: 0, name: "访客", channel: arrival.kind.rawValue, address: arrival.address)
        try Journal.append(
            JournalEntry(
                at: arrival.now, actor: visitor, action: "session.refused", subject: subject,
                outcome: .refused, sentence: "登录未成功。",
                detail: ["factor": factor.rawValue, "reason": reason]),
            in: transaction)
    }

    /// A refused attempt names the account it was aimed at; a name that is no account's stands as its hash.
    static func refused(
        _ attempt: SignInAttempt, accountID: Int64?, in transaction: Transaction
    ) throws {
        let visitor = Actor(
            accountID: 0, name: "访客", channel: attempt.kind.rawValue,
            address: attempt.arrival.address)
        try Journal.append(
            JournalEntry(
                at: attempt.now, actor: visitor, action: "session.refused",
                subject: accountID.map { "account:\($0)" } ?? "name:\(attempt.name.hash)",
                outcome: .refused, sentence: "登录未成功。"),
            in: transaction)
    }
}
