import Journal
import Refusals
import Storage
import WorkingTime

/// A session that has just begun, with the one copy of its token.
struct OpenedSession: Sendable {
    let token: SessionToken
    let session: Session
    let account: Account
    /// What its holder must do first.
    let obligation: Obligation?
    /// The mark that the browser keeps from now on; `nil` for programs and kiosks.
    let device: DeviceMark?
}

/// Tells an account something about its security, in the transaction of what happened.
public typealias SecurityNotice = @Sendable (Int64, Sentence, Instant, Transaction) throws -> Void

/// Begins sessions, whichever way somebody proved who they are.
struct Entrance: Sendable {
    let settings: IdentitySettings
    let notice: SecurityNotice

    /// Begins a session under a token of its own: whatever the browser brought along is not taken over.
    func admit(
        _ account: Account, _ standing: Standing, by factors: Factors, _ arrival: Arrival,
        in transaction: Transaction
    ) throws -> OpenedSession {
        let token = SessionToken.random()
        let session = settings.sessions.open(token, for: account.id, by: factors, arrival)
        try SessionStore.insert(session, in: transaction)
        let actor = account.actor(channel: arrival.kind.rawValue, address: arrival.address)
        try SessionJournal(actor: actor, now: arrival.now).opened(by: factors, in: transaction)
        let keepsMark = arrival.kind == .page && !factors.all.contains(.kiosk)
        let device = keepsMark ? arrival.device ?? .random() : nil
        if let device { try meet(device, account, arrival, in: transaction) }
        return OpenedSession(
            token: token, session: session, account: account,
            obligation: standing.obligation(of: account, settings), device: device)
    }

    private func meet(
        _ device: DeviceMark, _ account: Account, _ arrival: Arrival, in transaction: Transaction
    ) throws {
        let acquaintance = try DeviceStore.meet(device, of: account.id, at: arrival.now, in: transaction)
        guard acquaintance == .new else { return }
        try notice(
            account.id,
            "您的账号在新的设备上登录：\(DeviceName(agent: arrival.agent).chinese)，网络地址 \(arrival.address)。如果不是您本人，请立即在“账号与安全”中修改密码并退出其他设备。",
            arrival.now, transaction)
    }
}
