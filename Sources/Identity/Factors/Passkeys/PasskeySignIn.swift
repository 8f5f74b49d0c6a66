import Journal
import Refusals
import Storage
import WebAuthn
import WorkingTime

/// Signs in whoever holds a passkey, without a name: the passkey knows whose it is.
struct PasskeySignIn: Sendable {
    let signIn: SignIn
    let proof: PasskeyProof

    /// - Parameter holder: the browser for which the challenge was made.
    /// - Throws: `DomainError.signInRequired` when the proof does not hold, `.conflict` for a stale challenge.
    func open(_ json: String, holder: String, _ arrival: Arrival) async throws -> OpenedSession {
        try await signIn.database.write { transaction -> Result<OpenedSession, DomainError> in
            let outcome = try proof.judge(
                json, for: .signIn, holder: holder, at: arrival.now, in: transaction)
            switch outcome {
            case .bad(let refusal, let passkey, let fault):
                try refuse(passkey, fault, arrival, in: transaction)
                return .failure(refusal)
            case .good(let passkey): return try admit(passkey, arrival, in: transaction)
            }
        }.get()
    }

    private func admit(
        _ passkey: Passkey, _ arrival: Arrival, in transaction: Transaction
    ) throws -> Result<OpenedSession, DomainError> {
        guard
            let (account, standing) = try AccountStore.standing(
                passkey.accountID, on: arrival.now.day, in: transaction)
        else {
            try refuse(passkey, "disabled", arrival, in: transaction)
            return .failure(PasskeyProof.refused)
        }
        return .success(
            try signIn.entrance.admit(account, standing, by: Factors(.passkey), arrival, in: transaction))
    }

    /// Two of the same authenticator are a copy: its owner must know.
    private func refuse(
        _ passkey: Passkey?, _ fault: String, _ arrival: Arrival, in transaction: Transaction
    ) throws {
        try SessionJournal.refused(
            arrival, subject: passkey.map { "account:\($0.accountID)" } ?? "passkey:unknown",
            by: .passkey, reason: fault, in: transaction)
        guard let passkey, fault == "\(WebAuthnFault.counterBack)" else { return }
        try signIn.entrance.notice(
            passkey.accountID, "有人用可能被复制的通行密钥“\(passkey.name)”尝试登录您的账号，已拒绝。请移除这个通行密钥。", arrival.now,
            transaction)
    }
}
