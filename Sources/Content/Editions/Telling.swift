import Identity
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// Who is told what, in the transaction of the change it tells about. A message may leave the house: it names the
/// column and the case, and the title only of what is out.
extension Editions {
    /// Tells those whose turn it is that something waits for them.
    func tellNext(_ role: Role, of held: Held, besides seat: Seat, at now: Instant, in tx: Transaction) throws
    {
        let act = role == .reviewer ? "审核" : "签发"
        let edition = held.edition
        let reached = try SiteStore.holders(of: held.column.id, in: tx).filter {
            $0.role == role && $0.accountID != seat.actor.accountID && !held.writers.contains($0.accountID)
        }
        let circle = edition.isLimited ? try EditionStore.circle(of: edition.id, in: tx) : nil
        let accounts = reached.map(\.accountID).filter { circle?.contains($0) ?? true }
        try tell(
            accounts, of: held, "「\(held.column.name)」栏目有一稿等您\(act)（办件编号 \(edition.caseNumber)）。", at: now,
            in: tx)
    }

    /// Tells accounts something about an edition.
    func tell(
        _ accounts: [Int64], of held: Held, _ sentence: Sentence, at now: Instant, in tx: Transaction
    ) throws {
        for account in Set(accounts).sorted() {
            try outbox?.enqueue(
                to: account, about: ContentPath.edition(String(held.edition.id)), sentence, at: now, in: tx)
        }
    }
}
