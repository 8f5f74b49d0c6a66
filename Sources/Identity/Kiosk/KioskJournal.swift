import Journal
import Refusals
import Storage
import WorkingTime

/// What the journal keeps of a kiosk that asks for a code.
struct KioskJournal {
    let kiosk: String
    let address: String
    let now: Instant

    func asked(in transaction: Transaction) throws {
        let visitor = Actor(accountID: 0, name: "访客", channel: "page", address: address)
        try Journal.append(
            JournalEntry(
                at: now, actor: visitor, action: "kiosk.asked", subject: "kiosk:\(kiosk)",
                sentence: "\(kiosk)获取了登录码。"), in: transaction)
    }
}
