import Refusals
import Storage
import WebAuthn
import WorkingTime

/// Judges what a browser hands over of a passkey.
struct PasskeyProof: Sendable {
    let site: RelyingParty
    let challenges: Challenges

    /// The one answer to an unknown passkey and to a proof that does not hold.
    static let refused = DomainError.signInRequired("没有通过通行密钥的验证：这个通行密钥不属于本站的账号，或者已被移除。")
    static let unavailable = DomainError.conflict("本站的地址不支持通行密钥，请使用其他方式。")

    /// A proof that holds, or why it does not: a value and not thrown, because the journal keeps the refusal.
    enum Outcome: Sendable {
        case good(Passkey)
        case bad(DomainError, Passkey?, fault: String)
    }

    /// Spends the challenge, and moves the counter on.
    func judge(
        _ json: String, for purpose: Challenges.Purpose, holder: String, at now: Instant,
        in transaction: Transaction
    ) throws -> Outcome {
        guard let answer = try? BrowserAnswer(json: json), let challenge = answer.challenge else {
            return .bad(Self.refused, nil, fault: "malformed")
        }
        do {
            try challenges.spend(challenge, for: purpose, holder: holder, at: now, in: transaction)
        } catch let stale as DomainError { return .bad(stale, nil, fault: "challenge") }
        guard let passkey = try PasskeyStore.locked(credentialID: answer.credentialID, in: transaction),
            answer.userHandle.map({ $0 == PasskeyOptions.handle(of: passkey.accountID) }) ?? true
        else { return .bad(Self.refused, nil, fault: "unknown") }
        do {
            let used = try site.verify(
                answer, challenge: challenge, credential: passkey.credential, requiresVerification: true)
            try PasskeyStore.save(used, of: passkey, at: now, in: transaction)
            return .good(passkey)
        } catch let fault as WebAuthnFault {
            return .bad(.signInRequired(fault.sentence), passkey, fault: "\(fault)")
        }
    }
}
