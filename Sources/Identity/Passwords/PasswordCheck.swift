import Refusals

/// Whether a password may be somebody's next one: the rules, and the installation's list of those that are out.
struct PasswordCheck: Sendable {
    let rules: PasswordRules
    let breached: BreachedPasswords?

    /// Reads the words that come with the program, and looks whether the list is one.
    /// - Throws: `BreachedPasswords.Unreadable`, or when the delivered file is damaged.
    init(_ settings: IdentitySettings) throws {
        rules = PasswordRules(weight: PasswordWeight(words: try .delivered()))
        breached = try settings.breachedPasswordsPath.map(BreachedPasswords.init(path:))
    }

    /// - Throws: `DomainError.invalid` at `field` with what is wrong.
    func check(_ password: String, for owner: PasswordRules.Owner, field: String) throws {
        try rules.check(password, for: owner, field: field)
        guard try breached?.contains(password) != true else {
            throw DomainError.invalid(field, "这个密码出现在已泄露的密码库里，请换一个。")
        }
    }
}
