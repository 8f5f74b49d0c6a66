import Foundation
import Journal
import Refusals
import Storage
import WorkingTime

/// Binds an account to the one-time codes of a telephone, and releases it.
struct OneTimeCodeEnrolment: Sendable {
    let settings: IdentitySettings

    static let alreadyBound = DomainError.conflict("本账号已绑定动态口令。要换手机，请先解除，再重新绑定。")
    static let notBegun = DomainError.conflict("绑定已超过 15 分钟或还没有开始，请重新开始。")
    static let wrongCode = DomainError.invalid("otp", "动态口令不正确。请核对手机时间是否准确，再填写最新的 6 位数字。")

    /// What a telephone reads: the secret with the names it shows (the form that authenticator apps share).
    func address(_ secret: String, accountName: String) -> String {
        let issuer = settings.siteName.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return
            "otpauth://totp/\(issuer):\(accountName)?secret=\(secret)&issuer=\(issuer)&algorithm=SHA1&digits=6&period=30"
    }

    /// Makes a secret that is to be shown.
    func begin(_ act: SecurityAct) throws {
        guard try !FactorCount.load(of: act.account.id, in: act.transaction).hasOneTimeCode else {
            throw Self.alreadyBound
        }
        try OneTimeCodeStore.begin(
            OneTimeCode.newSecret(), of: act.account.id, at: act.now, in: act.transaction)
        try act.record("one-time-code.begun", "\(act.actor.name)开始绑定动态口令。")
    }

    /// Takes the secret when a code shows that the telephone has it. The first second factor brings recovery codes.
    ///
    /// - Returns: the session's new token, and the recovery codes when they are new.
    func confirm(_ code: String, _ act: SecurityAct) throws -> (SessionToken, [RecoveryCode]) {
        let count = try FactorCount.load(of: act.account.id, in: act.transaction)
        guard !count.hasOneTimeCode else { throw Self.alreadyBound }
        guard
            let secret = try OneTimeCodeStore.pending(of: act.account.id, at: act.now, in: act.transaction),
            let credential = try Credential.load(act.account.id, in: act.transaction)
        else { throw Self.notBegun }
        guard
            let step = OneTimeCode(base32: secret)?
                .acceptedStep(code, at: act.now, after: credential.totpLastStep)
        else { throw Self.wrongCode }
        try OneTimeCodeStore.bind(secret, step: step, of: act.account.id, in: act.transaction)
        try act.record("one-time-code.enrolled", "\(act.actor.name)绑定了动态口令。")
        try act.tell("您的账号绑定了动态口令，以后登录须填写手机上的 6 位数字。如果不是您本人操作，请立即修改密码。")
        let codes = count.recoveryCodes == 0 ? try RecoveryCodes.renew(act) : []
        return (try act.renewSession(proving: Factors(.totp)), codes)
    }

    /// Releases the account from the telephone.
    func remove(_ act: SecurityAct) throws {
        try FactorCount.load(of: act.account.id, in: act.transaction)
            .checkRemoval(isStaff: act.account.isStaff, settings)
        guard try OneTimeCodeStore.unbind(act.account.id, in: act.transaction) else {
            throw DomainError.conflict("本账号没有绑定动态口令。")
        }
        try act.record("one-time-code.removed", "\(act.actor.name)解除了动态口令。")
        try act.tell("您的账号解除了动态口令。如果不是您本人操作，请立即修改密码。")
    }
}

/// Makes recovery codes.
enum RecoveryCodes {
    /// Ten new codes in the place of all old ones.
    static func renew(_ act: SecurityAct) throws -> [RecoveryCode] {
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode.random() }
        try RecoveryCodeStore.replace(with: codes, of: act.account.id, in: act.transaction)
        try act.record("recovery-codes.made", "\(act.actor.name)生成了恢复码。")
        try act.tell("您的账号生成了新的恢复码，旧的已作废。如果不是您本人操作，请立即修改密码。")
        return codes
    }
}
