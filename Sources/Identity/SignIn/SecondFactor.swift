import Refusals
import Storage
import WorkingTime

/// What stands in the second field of the sign-in page: a one-time code, or a recovery code in its place.
struct SecondFactor: Sendable {
    let entrance: Entrance

    /// The factors that were proved, given that the password is right; `nil` when a code is missing or wrong.
    func factors(_ attempt: SignInAttempt, _ credential: Credential, in transaction: Transaction) throws
        -> Factors?
    {
        if let code = attempt.code.flatMap(RecoveryCode.init) {
            let isGood = try use(code, credential.accountID, at: attempt.now, in: transaction)
            return isGood ? Factors(.password, .recovery) : nil
        }
        guard credential.totpSecret != nil else { return Factors(.password) }
        guard let code = attempt.code, try credential.accepts(code, at: attempt.now, in: transaction) else {
            return nil
        }
        return Factors(.password, .totp)
    }

    /// Uses a recovery code up, and tells its owner how many are left.
    func use(_ code: RecoveryCode, _ accountID: Int64, at now: Instant, in transaction: Transaction) throws
        -> Bool
    {
        guard try RecoveryCodeStore.use(code, of: accountID, at: now, in: transaction) else { return false }
        let left = try RecoveryCodeStore.unusedCount(of: accountID, in: transaction)
        try entrance.notice(
            accountID, "有人用恢复码登录了您的账号，恢复码还剩 \(left) 个。如果不是您本人，请立即修改密码并重新生成恢复码。", now, transaction)
        return true
    }
}
