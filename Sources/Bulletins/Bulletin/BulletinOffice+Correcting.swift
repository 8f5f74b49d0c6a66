import Journal
import Storage
import WorkingTime

/// What was published is corrected, or a correction is given up.
extension BulletinOffice {
    /// Begins a correction; an edition that was withdrawn keeps when and why.
    func correct(
        _ period: BulletinPeriod, because words: String, by actor: Actor, at now: Instant, in tx: Transaction
    ) throws {
        try change(
            period, "bulletin.correction_begun", "提出更正", because: words, by: actor, at: now, in: tx
        ) { one in
            let why = one.withdrawnRemark
            try one.correct(words, by: actor)
            guard let day = one.editionWithdrawnAt else { return }
            try EditionStore.withdraw(all: one.id, at: day, why, in: tx)
        }
    }

    /// Gives a correction up; why stays in the journal.
    func abandon(
        _ period: BulletinPeriod, because words: String, by actor: Actor, at now: Instant, in tx: Transaction
    ) throws {
        try change(
            period, "bulletin.correction_abandoned", "放弃更正", because: words, by: actor, at: now, in: tx
        ) { one in
            let standing = one.edition > 0 ? try EditionStore.published(period, in: tx) : nil
            try one.abandon(words, for: standing, by: actor)
        }
    }
}
