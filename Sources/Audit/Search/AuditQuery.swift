import Journal
import Refusals
import WorkingTime

/// What an audit administrator looks for, as it was typed; all of it stands in the address.
struct AuditQuery: Codable, Sendable, Hashable {
    /// The longest text of a condition, in characters.
    static let textLimit = 100

    /// Who acted: a name, or an account.
    let person: String
    /// What was acted upon: a case number, an account, a service or another public key.
    let subject: String
    let organ: String
    let action: String
    /// China time, to the minute: `2026-11-20T02:00`.
    let from: String
    let until: String

    init(_ value: (String) -> String?) {
        func text(_ name: String) -> String {
            let text = (value(name) ?? "").prefix(Self.textLimit)
            guard let first = text.firstIndex(where: { !$0.isWhitespace }),
                let last = text.lastIndex(where: { !$0.isWhitespace })
            else { return "" }
            return String(text[first...last])
        }
        (person, subject, organ) = (text("person"), text("subject"), text("organ"))
        (action, from, until) = (text("action"), text("from"), text("until"))
    }

    /// Whether the search names somebody, and so is a reading of its own.
    var namesSomebody: Bool { !person.isEmpty || !subject.isEmpty }

    /// What a form sends along to ask for the same again.
    var values: [(name: String, value: String)] {
        [
            ("person", person), ("subject", subject), ("organ", organ), ("action", action), ("from", from),
            ("until", until),
        ].filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
    }

    /// The search, but for the names, which are looked up.
    ///
    /// - Throws: `invalid` for times that are none or go backwards.
    func search() throws -> JournalSearch {
        var search = JournalSearch()
        search.organ = organ.isEmpty ? nil : organ
        search.action = action.isEmpty ? nil : action
        search.from = try Self.instant(from, "from")
        // The whole minute counts.
        search.until = try Self.instant(until, "until")?.adding(seconds: 59)
        if let from = search.from, let until = search.until, until < from {
            throw DomainError.invalid("until", "结束时间不能早于开始时间。")
        }
        return search
    }

    private static func instant(_ text: String, _ field: String) throws -> Instant? {
        if text.isEmpty { return nil }
        guard let instant = Instant(rfc3339: "\(text.prefix(16)):00+08:00") else {
            throw DomainError.invalid(field, "请按 2026-11-20T09:00 的样子填写日期和时间。")
        }
        return instant
    }

    /// What was looked for, in words.
    ///
    /// - Parameters:
    ///   - organ: what the organ is called.
    ///   - action: what the action is called.
    func words(organ: String, action: String) -> String {
        let parts = [
            ("人员", person), ("对象", subject), ("部门", organ), ("事项", action),
            ("自", from.replacing("T", with: " ")), ("至", until.replacing("T", with: " ")),
        ].filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }
        return parts.isEmpty ? "全部" : parts.joined(separator: "，")
    }
}
