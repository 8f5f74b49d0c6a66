import Refusals
import Storage

/// The second factors of an account.
struct FactorCount: Sendable, Hashable {
    let hasOneTimeCode: Bool
    let passkeys: Int
    let certificates: Int
    let recoveryCodes: Int

    /// More nobody needs; the limit keeps a page a page.
    static let mostPasskeys = 10
    static let mostCertificates = 5

    var total: Int { (hasOneTimeCode ? 1 : 0) + passkeys + certificates }

    /// Whether somebody who steals the password can be kept from changing what keeps them out.
    var hasSomethingToAsk: Bool { hasOneTimeCode || passkeys > 0 }

    /// - Throws: `DomainError.conflict` when an officer would be left with the password alone.
    func checkRemoval(isStaff: Bool, _ settings: IdentitySettings) throws {
        guard isStaff, settings.requiresSecondFactor, total <= 1 else { return }
        throw DomainError.conflict("工作人员登录须有两种方式，这是最后一种。请先绑定另一种，再解除这一种。")
    }

    static func load(of accountID: Int64, in transaction: Transaction) throws -> FactorCount {
        let answers = try transaction.rows(
            of: "SELECT totp_secret FROM account WHERE id = \(accountID)",
            "SELECT count(*) AS n FROM passkey WHERE account_id = \(accountID)",
            "SELECT count(*) AS n FROM client_certificate WHERE account_id = \(accountID)",
            "SELECT count(*) AS n FROM recovery_code WHERE account_id = \(accountID) AND used_at IS NULL")
        return FactorCount(
            hasOneTimeCode: try answers[0].first?.optionalText("totp_secret") != nil,
            passkeys: try answers[1].first?.int("n") ?? 0,
            certificates: try answers[2].first?.int("n") ?? 0,
            recoveryCodes: try answers[3].first?.int("n") ?? 0)
    }
}
