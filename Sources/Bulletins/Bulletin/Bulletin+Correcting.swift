import Journal
import Refusals
import WorkingTime

/// What was published is never silently changed: a correction and a withdrawal say why.
extension Bulletin {
    /// 更正: writing begins anew; what everybody finds stays until the next edition, be it what was published or the remark
    /// of its withdrawal.
    mutating func correct(_ words: String, by actor: Actor) throws {
        guard state == .published || (state == .withdrawn && edition > 0) else {
            throw DomainError.conflict("这期通报\(state.chinese)，不能提出更正。")
        }
        try Self.requireReason(words, "remark", "请写明更正什么、为什么更正，公布时一并公开。")
        (state, remark, editors, approvedBy) = (.draft, words, [actor.accountID], nil)
        (editionWithdrawnAt, withdrawnAt, withdrawnRemark) = (withdrawnAt, nil, nil)
        revision += 1
    }

    /// 撤回: a remark stands in its place. Whoever wrote it, or is correcting it, does not make it vanish.
    mutating func withdraw(_ words: String, by actor: Actor, at now: Instant) throws {
        guard edition > 0 else { throw DomainError.conflict("这期通报还没有公布，不用撤回。") }
        guard state != .withdrawn, editionWithdrawnAt == nil else {
            throw DomainError.conflict("这期通报已经撤回。")
        }
        guard !hasWritten(actor.accountID) else {
            throw DomainError.forbidden("这期通报是您生成或者修改的，要由另一人撤回。")
        }
        try Self.requireReason(words, "withdrawal", "请写明撤回的原因，会公开显示。")
        (state, withdrawnAt, withdrawnRemark) = (.withdrawn, now, words)
        revision += 1
    }

    /// Whether somebody wrote what everybody reads, or what is to take its place.
    func hasWritten(_ account: Int64) -> Bool { authors.contains(account) || editors.contains(account) }
}
