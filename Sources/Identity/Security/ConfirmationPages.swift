import HTTPTypes
import Journal
import Refusals
import Storage
import Web
import WebAuthn
import WorkingTime

/// Proving once more who one is, before an act that cannot be taken back. The session goes on under a new token.
struct ConfirmationPages: Sendable {
    let security: AccountSecurity
    let limit: RateLimit

    var routes: [Route] {
        [
            .get(SecurityPath.confirmation, .holder, "再次验证身份") { request, holder in
                try await show(request, holder, next: request.query("next"))
            },
            .post(SecurityPath.confirmation, .holder, journal: "proof.given", "再次验证身份") { request, holder in
                try await confirm(request, holder)
            },
            .post(SecurityPath.passkeyConfirmation, .holder, journal: "proof.given", "用通行密钥再次验证身份") {
                request, holder in
                try await confirmByPasskey(request, holder)
            },
        ]
    }

    private static let wrong = DomainError.invalid("proof", "没有通过验证，请核对后重试。连续 5 次不正确将暂停 15 分钟。")

    private func confirm(_ request: WebRequest, _ holder: any SessionHolder) async throws -> WebResponse {
        let form = try await request.form()
        let (text, next) = (form["proof"] ?? "", form["next"])
        do {
            guard !text.isEmpty else { throw DomainError.invalid("proof", "请填写。") }
            guard text.utf8.count <= 1_024 else { throw Self.wrong }
            try limit.admit("\(holder.account.id)", at: request.now)
            let token = try await prove(text, request, holder)
            return security.cookie(token, on: .redirect(next: next, otherwise: SecurityPath.overview))
        } catch DomainError.invalid(let errors) {
            return try await show(request, holder, next: next, error: errors.first?.sentence)
        }
    }

    private func prove(
        _ text: String, _ request: WebRequest, _ holder: any SessionHolder
    ) async throws -> SessionToken {
        let (id, now) = (holder.account.id, request.now)
        let found = try await security.database.read { tx -> (Credential, FactorCount)? in
            guard let credential = try Credential.load(id, in: tx) else { return nil }
            try FailedAttempts.load(credential.name.hash, in: tx).checkOpen(at: now)
            return (credential, try FactorCount.load(of: id, in: tx))
        }
        guard let (credential, count) = found else { throw DomainError.signInRequired("登录已失效，请重新登录。") }
        if count.hasSomethingToAsk { return try await proveByCode(text, credential, request, holder) }
        guard try await security.signIn.hasher.verify(text, against: credential.passwordHash) else {
            try await security.refuseProof(of: holder, .password, request)
            throw Self.wrong
        }
        return try await security.change(holder, request) { try Self.give(.password, $0) }
    }

    /// Whoever has a second factor shows it: the password alone is what a thief would have.
    private func proveByCode(
        _ text: String, _ credential: Credential, _ request: WebRequest, _ holder: any SessionHolder
    ) async throws -> SessionToken {
        let second = SecondFactor(entrance: security.signIn.entrance)
        let token = try await security.change(holder, request) { act -> SessionToken? in
            if let code = RecoveryCode(text) {
                guard try second.use(code, act.account.id, at: act.now, in: act.transaction) else {
                    return nil
                }
                return try Self.give(.recovery, act)
            }
            guard try credential.accepts(text, at: act.now, in: act.transaction) else { return nil }
            return try Self.give(.totp, act)
        }
        guard let token else {
            try await security.refuseProof(of: holder, .totp, request)
            throw Self.wrong
        }
        return token
    }

    private func confirmByPasskey(
        _ request: WebRequest, _ holder: any SessionHolder
    ) async throws -> WebResponse {
        let form = try await request.form()
        guard let site = security.settings.relyingParty else { throw PasskeyProof.unavailable }
        let proof = PasskeyProof(site: site, challenges: security.challenges)
        let (json, session) = (form["credential"] ?? "", holder.sessionID)
        let token = try await security.change(holder, request) { act -> SessionToken? in
            let outcome = try proof.judge(
                json, for: .confirmation, holder: session, at: act.now, in: act.transaction)
            guard case .good(let passkey) = outcome, passkey.accountID == act.account.id else { return nil }
            return try Self.give(.passkey, act)
        }
        guard let token else {
            try await security.refuseProof(of: holder, .passkey, request)
            return try await show(request, holder, next: form["next"], error: PasskeyProof.refused.sentence)
        }
        return security.cookie(token, on: .redirect(next: form["next"], otherwise: SecurityPath.overview))
    }

    private static func give(_ factor: Factor, _ act: SecurityAct) throws -> SessionToken {
        try FailedAttempts.clear(LoginName(act.account.name).hash, in: act.transaction)
        try act.record(
            "proof.given", "\(act.actor.name)再次验证了身份。", detail: ["factor": factor.rawValue])
        return try act.renewSession(proving: Factors(factor))
    }

    private func show(
        _ request: WebRequest, _ holder: any SessionHolder, next: String?, error: Sentence? = nil
    ) async throws -> WebResponse {
        let id = holder.account.id
        let count = try await security.database.read { try FactorCount.load(of: id, in: $0) }
        let page = try ConfirmationPage(
            security: security, holder: holder, count: count, next: next ?? "", error: error
        ).page(request)
        return .page(page, status: error == nil ? .ok : .unprocessableContent)
    }
}
