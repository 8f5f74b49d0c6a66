import Journal
import Refusals
import Storage
import WebAuthn
import WorkingTime

/// Adds passkeys to an account and removes them.
struct PasskeyEnrolment: Sendable {
    let site: RelyingParty
    let challenges: Challenges
    let settings: IdentitySettings

    /// Takes a new passkey; with user verification it counts as two factors.
    ///
    /// - Parameter holder: the session for which the challenge was made.
    /// - Returns: the session's new token.
    func add(_ json: String, name: String, holder: String, _ act: SecurityAct) throws -> SessionToken {
        let answer: BrowserAnswer
        let credential: PublicKeyCredential
        let challenge: [UInt8]
        do {
            answer = try BrowserAnswer(json: json)
            challenge = answer.challenge ?? []
            try challenges.spend(
                challenge, for: .registration, holder: holder, at: act.now, in: act.transaction)
            credential = try site.register(answer, challenge: challenge, requiresVerification: true)
        } catch let fault as WebAuthnFault { throw DomainError.invalid("name", fault.sentence) }
        let count = try FactorCount.load(of: act.account.id, in: act.transaction)
        guard count.passkeys < FactorCount.mostPasskeys else {
            throw DomainError.conflict("一个账号最多 \(FactorCount.mostPasskeys) 个通行密钥，请先移除不用的。")
        }
        guard
            try PasskeyStore.insert(
                credential, name: name, of: act.account.id, at: act.now, in: act.transaction)
        else { throw DomainError.conflict("这个通行密钥已经绑定过了。") }
        try act.record("passkey.enrolled", "\(act.actor.name)添加了通行密钥“\(name)”。")
        try act.tell("您的账号添加了通行密钥“\(name)”。如果不是您本人操作，请立即移除它并修改密码。")
        return try act.renewSession(proving: Factors(.passkey))
    }

    /// Removes a passkey of the account.
    /// - Throws: `DomainError.notFound` when it has none with this id.
    func remove(_ id: Int64, _ act: SecurityAct) throws {
        let count = try FactorCount.load(of: act.account.id, in: act.transaction)
        guard let name = try PasskeyStore.remove(id, of: act.account.id, in: act.transaction) else {
            throw DomainError.notFound("没有找到这个通行密钥。")
        }
        try count.checkRemoval(isStaff: act.account.isStaff, settings)
        try act.record("passkey.removed", "\(act.actor.name)移除了通行密钥“\(name)”。")
        try act.tell("您的账号移除了通行密钥“\(name)”。如果不是您本人操作，请立即修改密码。")
    }
}
