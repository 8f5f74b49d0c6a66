import Journal
import Refusals
import Storage
import WorkingTime

/// Signs in whoever's certificate a gateway has seen, and binds certificates to accounts.
struct CertificateSignIn: Sendable {
    let signIn: SignIn

    static let missing = DomainError.signInRequired("没有读到数字证书。请插入证书介质（USB Key），输入 PIN 后重试。")
    static let unbound = DomainError.signInRequired("这张数字证书没有绑定账号。请先用其他方式登录，在“账号与安全”中绑定。")

    /// - Throws: `DomainError.signInRequired` when there is no certificate, it is bound to nobody, or the headers were
    ///   written by somebody else: they are ignored, and the journal keeps that somebody tried.
    func open(_ presented: CertificateGateways.Presented, _ arrival: Arrival) async throws -> OpenedSession {
        try await signIn.database.write { transaction -> Result<OpenedSession, DomainError> in
            switch presented {
            case .none: return .failure(Self.missing)
            case .forged:
                try refuse("forged-header", arrival, in: transaction)
                return .failure(Self.missing)
            case .good(let certificate):
                return try admit(certificate, arrival, in: transaction)
            }
        }.get()
    }

    private func admit(
        _ certificate: ClientCertificate, _ arrival: Arrival, in transaction: Transaction
    ) throws -> Result<OpenedSession, DomainError> {
        guard let id = try CertificateStore.use(certificate, at: arrival.now, in: transaction),
            let (account, standing) = try AccountStore.standing(id, on: arrival.now.day, in: transaction)
        else {
            try refuse("unbound", arrival, in: transaction)
            return .failure(Self.unbound)
        }
        return .success(
            try signIn.entrance.admit(
                account, standing, by: Factors(.certificate), arrival, in: transaction))
    }

    private func refuse(_ reason: String, _ arrival: Arrival, in transaction: Transaction) throws {
        try SessionJournal.refused(
            arrival, subject: "certificate:unknown", by: .certificate, reason: reason, in: transaction)
    }

    /// Binds a certificate to the holder's account.
    /// - Returns: the session's new token.
    static func bind(_ certificate: ClientCertificate, _ act: SecurityAct) throws -> SessionToken {
        let count = try FactorCount.load(of: act.account.id, in: act.transaction)
        guard count.certificates < FactorCount.mostCertificates else {
            throw DomainError.conflict("一个账号最多绑定 \(FactorCount.mostCertificates) 张数字证书，请先解除不用的。")
        }
        guard
            try CertificateStore.insert(
                certificate, of: act.account.id, at: act.now, in: act.transaction)
        else { throw DomainError.conflict("这张数字证书已经绑定了账号。") }
        try act.record("certificate.enrolled", "\(act.actor.name)绑定了数字证书。")
        try act.tell("您的账号绑定了一张数字证书。如果不是您本人操作，请立即解除并修改密码。")
        return try act.renewSession(proving: Factors(.certificate))
    }

    /// Releases a certificate of the holder's account.
    static func remove(_ id: Int64, _ settings: IdentitySettings, _ act: SecurityAct) throws {
        let count = try FactorCount.load(of: act.account.id, in: act.transaction)
        guard try CertificateStore.remove(id, of: act.account.id, in: act.transaction) else {
            throw DomainError.notFound("没有找到这张数字证书。")
        }
        try count.checkRemoval(isStaff: act.account.isStaff, settings)
        try act.record("certificate.removed", "\(act.actor.name)解除了数字证书。")
        try act.tell("您的账号解除了一张数字证书。如果不是您本人操作，请立即修改密码。")
    }
}
