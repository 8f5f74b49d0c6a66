import Refusals
import WorkingTime

/// A kiosk that waits for somebody to confirm on the telephone.
struct KioskSignIn: Sendable, Hashable, Identifiable {
    /// How long the code counts: long enough to take out the telephone.
    static let lifeSeconds = 3 * 60

    let id: Int64
    /// What the kiosk is called.
    let kiosk: String
    let createdAt: Instant
    let expiresAt: Instant
    private(set) var accountID: Int64?
    private(set) var confirmedAt: Instant?
    private(set) var collectedAt: Instant?

    static let over = DomainError.conflict("这个登录码已失效或已经用过，请在自助终端上重新获取。")

    init(
        id: Int64, kiosk: String, createdAt: Instant, expiresAt: Instant, accountID: Int64? = nil,
        confirmedAt: Instant? = nil, collectedAt: Instant? = nil
    ) {
        self.id = id
        self.kiosk = kiosk
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.accountID = accountID
        self.confirmedAt = confirmedAt
        self.collectedAt = collectedAt
    }

    /// Whether somebody may still confirm it.
    func isWaiting(at now: Instant) -> Bool { now < expiresAt && confirmedAt == nil }

    /// Whether the kiosk may take its session.
    func isReady(at now: Instant) -> Bool { now < expiresAt && confirmedAt != nil && collectedAt == nil }

    /// Somebody says yes on their telephone.
    /// - Throws: `DomainError.conflict` when it is too late or somebody else was first, `.forbidden` for staff: a desk
    ///   does not open in a public hall.
    mutating func confirm(by account: Account, at now: Instant) throws {
        guard !account.isStaff else { throw DomainError.forbidden("工作人员账号不能在自助终端上登录。") }
        guard isWaiting(at: now) else { throw Self.over }
        (accountID, confirmedAt) = (account.id, now)
    }

    /// The kiosk takes its session, once.
    /// - Returns: the account.
    /// - Throws: `DomainError.conflict` when nobody has said yes, it is too late, or the session was taken.
    mutating func collect(at now: Instant) throws -> Int64 {
        guard let accountID, isReady(at: now) else { throw Self.over }
        collectedAt = now
        return accountID
    }
}
