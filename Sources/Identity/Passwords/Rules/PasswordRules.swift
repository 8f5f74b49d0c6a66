import Codes
import Refusals

/// What a new password must be (GB/T 22239 8.1.4.1 a, GB/T 39786): long enough for the account, not what everybody thinks
/// of, and nothing that stands on its owner's papers.
struct PasswordRules: Sendable {
    static let citizenLength = 8
    static let staffLength = 12
    static let longestBytes = 256
    /// How many earlier passwords do not come back.
    static let rememberedCount = 5
    /// How many pieces a guesser must have to hit, see ``PasswordWeight``.
    static let leastWeight = 6

    /// What is known of the owner and must not be in it, and how long it must be.
    struct Owner: Sendable {
        let isStaff: Bool
        let accountName: String
        var phone: String?
        var identityNumber: IdentityNumber?
    }

    let weight: PasswordWeight

    /// - Throws: `DomainError.invalid` at `field` with the first thing that is wrong.
    func check(_ password: String, for owner: Owner, field: String) throws {
        if let sentence = problem(with: password, for: owner) { throw DomainError.invalid(field, sentence) }
    }

    private func problem(with password: String, for owner: Owner) -> Sentence? {
        let least = owner.isStaff ? Self.staffLength : Self.citizenLength
        guard password.count >= least else { return "密码至少要有 \(least) 个字符，请加长。" }
        guard password.utf8.count <= Self.longestBytes else { return "密码过长，请不要超过 \(Self.longestBytes) 个字节。" }
        if let thing = personalThing(in: password, owner) { return "密码里不能含有您的\(thing)，请换一个。" }
        guard weight.weight(of: password) >= Self.leastWeight else {
            return "这个密码太容易被猜到（常用词、连续或重复的字符、年份都算一个字符），请换一个。"
        }
        return nil
    }

    private func personalThing(in password: String, _ owner: Owner) -> String? {
        let lower = password.lowercased()
        if owner.accountName.count >= 4, lower.contains(owner.accountName) { return "账号" }
        if let phone = owner.phone, phone.count >= 7, lower.contains(phone.suffix(7)) { return "电话号码" }
        guard let number = owner.identityNumber?.text.lowercased() else { return nil }
        let birthday = String(number.dropFirst(6).prefix(8))
        // 19851115, 851115 and 1115 with the year elsewhere: the first two are what people write.
        if lower.contains(birthday) || lower.contains(birthday.dropFirst(2)) { return "出生日期" }
        return lower.contains(number.suffix(6)) ? "身份证号码" : nil
    }
}
