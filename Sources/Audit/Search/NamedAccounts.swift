import Codes
import Journal
import Refusals
import Storage

/// Whom and what the words of a search mean.
enum NamedAccounts {
    /// What stands before an account's number: of two people of one name, a link means the one.
    static let numberMark = "id:"

    /// The accounts that a name or a login names; `系统` is the system itself.
    ///
    /// - Throws: `invalid` when nobody is called so, or too many are.
    static func ids(of words: String, in tx: Transaction) throws -> [Int64] {
        if words == "系统" { return [0] }
        if words.hasPrefix(numberMark), let id = Int64(words.dropFirst(numberMark.count)) { return [id] }
        let limit = JournalSearch.mostNames + 1
        let rows = try tx.rows(
            of: "SELECT id FROM account WHERE name = \(words)",
            "SELECT id FROM account WHERE display_name = \(words) ORDER BY id LIMIT \(limit)")
        let ids = Set(try rows.joined().map { try $0.id("id") })
        guard !ids.isEmpty else { throw DomainError.invalid("person", "没有叫这个名字的人员或账号。") }
        guard ids.count < limit else { throw DomainError.invalid("person", "同名的人太多，请改用账号查找。") }
        return ids.sorted()
    }

    /// The subject under which searches for somebody or something stand: one of their own, so that those who are audited
    /// do not read in the history of a case that it was looked for.
    static func searches(for words: String) -> String { "audit:\(words)" }

    /// What stands in the journal for a subject: what was searched for it, of a case its readings too, of a person the
    /// account.
    static func subjects(of words: String, in tx: Transaction) throws -> [String] {
        let own = [words, searches(for: words)]
        if (try? CaseNumber(words)) != nil { return own + [Journal.readings(of: words)] }
        let accounts = (try? ids(of: words, in: tx)) ?? []
        return (own + accounts.map { "account:\($0)" }).prefix(JournalSearch.mostNames).map(\.self)
    }
}

extension AuditQuery {
    /// The search with its names.
    ///
    /// - Throws: `invalid` for a condition that cannot be met.
    func resolved(in tx: Transaction) throws -> JournalSearch {
        var search = try search()
        if !person.isEmpty { search.actors = try NamedAccounts.ids(of: person, in: tx) }
        if !subject.isEmpty { search.subjects = try NamedAccounts.subjects(of: subject, in: tx) }
        return search
    }
}
