import Refusals
import Synchronization
import WorkingTime

/// How many sign-ins of everybody fail at the moment: lists of passwords stolen elsewhere are tried against thousands of
/// names from thousands of addresses, where no single name and no single address stands out.
///
/// Each failure raises the tide by one, and it falls by ``ebbPerMinute``. While it is high, passwords are taken only
/// from browsers on which the account has signed in before; passkeys, certificates and kiosks are not concerned.
struct FailureTide: Sendable, Hashable {
    static let high = 300.0
    static let ebbPerMinute = 60.0

    private var level = 0.0
    private var at: Instant?

    /// Counts one failure.
    mutating func rise(at now: Instant) {
        level = min(fallen(by: now) + 1, 2 * Self.high)
        self.at = now
    }

    func isHigh(at now: Instant) -> Bool { fallen(by: now) >= Self.high }

    private func fallen(by now: Instant) -> Double {
        guard let at else { return 0 }
        return max(0, level - Double(max(0, now - at)) / 60 * Self.ebbPerMinute)
    }
}

/// The tide as one node sees it.
final class TideGauge: Sendable {
    private let tide = Mutex(FailureTide())

    /// What a stranger's browser is told while the tide is high.
    static let closed = DomainError.tooMany(
        "目前有大量异常的登录尝试。为保护账号，暂时只接受在用过的设备上以密码登录；您也可以使用通行密钥，或稍后再试。",
        retryAfterSeconds: 120)

    func rise(at now: Instant) { tide.withLock { $0.rise(at: now) } }

    func isHigh(at now: Instant) -> Bool { tide.withLock { $0.isHigh(at: now) } }
}
