import Refusals
import WorkingTime

/// How often signing in with one name went wrong in a row, and until when the name is locked.
///
/// Five failures lock for fifteen minutes (GB/T 22239 8.1.4.1 b asks for a limit and leaves its size open).
/// A failure more than fifteen minutes old no longer counts.
struct FailedAttempts: Sendable, Hashable {
    static let limit = 5
    static let lockSeconds = 15 * 60

    private(set) var count = 0
    private(set) var lastFailedAt: Instant?
    private(set) var lockedUntil: Instant?

    init() {}

    init(count: Int, lastFailedAt: Instant, lockedUntil: Instant?) {
        self.count = count
        self.lastFailedAt = lastFailedAt
        self.lockedUntil = lockedUntil
    }

    /// - Throws: `DomainError.tooMany` while the name is locked.
    func checkOpen(at now: Instant) throws {
        guard let lockedUntil, now < lockedUntil else { return }
        throw DomainError.tooMany(
            "连续 \(Self.limit) 次输入不正确，为保护账号已暂停登录，请在\(lockedUntil.shortChinese)之后再试。忘记密码可到政务服务大厅窗口重置。",
            retryAfterSeconds: max(1, lockedUntil - now))
    }

    /// Counts one more failure, and locks the name at the limit.
    mutating func record(at now: Instant) {
        let isFresh = lastFailedAt.map { now - $0 < Self.lockSeconds } ?? false
        let endedLock = lockedUntil != nil
        count = isFresh && !endedLock ? count + 1 : 1
        lastFailedAt = now
        lockedUntil = count >= Self.limit ? now.adding(seconds: Self.lockSeconds) : nil
    }
}
