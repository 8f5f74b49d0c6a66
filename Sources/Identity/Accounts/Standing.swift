import Storage

/// How far an account is from what is asked of it: what its sessions must do before anything else.
struct Standing: Sendable, Hashable {
    /// Whether the password is one that somebody else has made and seen.
    let hasTemporaryPassword: Bool
    /// Whether there is a one-time code, a passkey or a certificate.
    let hasSecondFactor: Bool

    /// What must be done first, if anything.
    func obligation(of account: Account, _ settings: IdentitySettings) -> Obligation? {
        if hasTemporaryPassword { return .newPassword }
        return account.isStaff && settings.requiresSecondFactor && !hasSecondFactor ? .secondFactor : nil
    }

    init(row: Row) throws {
        hasTemporaryPassword = try row.bool("has_temporary_password")
        hasSecondFactor = try row.bool("has_second_factor")
    }

    init(hasTemporaryPassword: Bool, hasSecondFactor: Bool) {
        self.hasTemporaryPassword = hasTemporaryPassword
        self.hasSecondFactor = hasSecondFactor
    }
}

/// What somebody who has signed in must do before anything else.
public enum Obligation: String, Sendable, Hashable {
    /// Replace the one-time password by one of their own.
    case newPassword = "new-password"
    /// Enrol a second factor: staff must have two (GB/T 22239 8.1.4.1 d).
    case secondFactor = "second-factor"

    /// The page on which it is done.
    var path: String {
        switch self {
        case .newPassword: SecurityPath.password
        case .secondFactor: SecurityPath.overview
        }
    }
}
