import Refusals
import Storage
import WorkingTime

/// Somebody who writes on the forum.
struct Member: Sendable, Hashable {
    /// The person.
    let id: Int64
    let accountID: Int64
    let nickname: String
    let approved: Int
    let joinedAt: Instant
    let blockedUntil: Instant?

    /// - Throws: `forbidden` while they may not write.
    func requireFree(at now: Instant) throws {
        guard let until = blockedUntil, until > now else { return }
        throw DomainError.forbidden("您的账号到\(until.chinese)以前不能发言。原因和申诉的办法在“我的论坛”里。")
    }

    func isBlocked(at now: Instant) -> Bool { blockedUntil.map { $0 > now } ?? false }
}

extension Member {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), accountID: try row.id("account_id"), nickname: try row.text("nickname"),
            approved: try row.int("approved"), joinedAt: try row.instant("joined_at"),
            blockedUntil: try row.optionalInstant("blocked_until"))
    }
}
