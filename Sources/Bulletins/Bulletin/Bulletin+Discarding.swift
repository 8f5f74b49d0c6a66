import Journal
import Refusals
import WorkingTime

/// A draft that is given up, and a period that is written anew.
extension Bulletin {
    static let discardField = "discard"

    /// Withdrawn before it was ever published: nobody outside has seen it.
    var isDiscarded: Bool { state == .withdrawn && edition == 0 }

    /// 撤回草稿: with the reason, which stays on the desk. Whoever wrote a draft may give it up; what another has approved they
    /// do not make vanish.
    mutating func discard(_ words: String, by actor: Actor, at now: Instant) throws {
        guard edition == 0 else { throw DomainError.conflict("这期通报公布过，不能当作草稿撤回；请更正，或者撤回公布的通报。") }
        guard state != .withdrawn else { throw DomainError.conflict("这期通报的草稿已经撤回。") }
        guard state == .draft || !editors.contains(actor.accountID) else {
            throw DomainError.forbidden("这期通报是您生成或者修改的，已经审定，要由另一人撤回。")
        }
        try Self.requireReason(words, Self.discardField, "请写明为什么撤回草稿。")
        (state, approvedBy, withdrawnAt, withdrawnRemark) = (.withdrawn, nil, now, words)
        revision += 1
    }

    /// Whether a correction of what is published is being written.
    var isBeingCorrected: Bool { edition > 0 && (state == .draft || state == .approved) }

    /// 放弃更正: what is published stands as if nothing had been begun, word by word and figure by figure; what was
    /// withdrawn is withdrawn as before.
    ///
    /// - Parameter standing: what is published; nil for what never was.
    mutating func abandon(_ words: String, for standing: PublishedBulletin?, by actor: Actor) throws {
        guard isBeingCorrected, let standing else {
            throw DomainError.conflict("这期通报\(state.chinese)，没有正在进行的更正。")
        }
        guard state == .draft || !editors.contains(actor.accountID) else {
            throw DomainError.forbidden("这次更正是您修改的，已经审定，要由另一人放弃。")
        }
        try Self.requireReason(words, Self.discardField, "请写明为什么放弃更正。")
        let published = standing.edition
        (figures, generatedAt) = (published.figures, standing.generatedAt)
        sections = published.sections.map {
            Section(key: $0.key, title: $0.title, chart: $0.chart, original: $0.text)
        }
        (state, approvedBy) = (standing.isWithdrawn ? .withdrawn : .published, standing.approvedBy)
        (remark, withdrawnAt) = (published.remark, standing.withdrawnAt)
        (withdrawnRemark, editionWithdrawnAt) = (standing.withdrawnRemark, nil)
        (editors, changes) = ([], nil)
        revision += 1
    }

    /// The period of a draft that was given up is written anew, from the figures of today.
    mutating func rewrite(
        _ figures: BulletinFigures, _ fresh: [Section], by actor: Actor, at now: Instant
    ) throws {
        guard isDiscarded else { throw DomainError.conflict("\(period.chinese)的通报已经生成，请在列表里打开。") }
        (self.figures, generatedAt, sections, changes) = (figures, now, fresh, nil)
        (state, withdrawnAt, withdrawnRemark) = (.draft, nil, nil)
        editors = actor.accountID > 0 ? [actor.accountID] : []
        revision += 1
    }
}
