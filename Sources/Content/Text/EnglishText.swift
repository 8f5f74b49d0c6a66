import Refusals
import Web

/// What a document says in English: written by people, not translated by a machine.
struct EnglishText: Codable, Sendable, Hashable {
    /// The title.
    var title = ""
    /// A line or two for lists.
    var summary = ""
    /// The text, in the blocks of ``ContentText``.
    var body = ""
    /// Its facts, by the names of ``FactField``; nil where none is written in English.
    var facts: [String: String]?

    /// What was entered; nil when nothing was.
    init?(title: String, summary: String, body: String, facts: [String: String] = [:]) {
        guard !(title + summary + body).allSatisfy(\.isWhitespace) || !facts.isEmpty else { return nil }
        (self.title, self.summary, self.body) = (title, summary, body)
        self.facts = facts.isEmpty ? nil : facts
    }

    /// Its texts with the names of their fields.
    var texts: [(field: String, text: String)] {
        [("english_title", title), ("english_summary", summary), ("english_body", body)]
    }

    /// Everything that keeps it from being saved.
    var mistakes: [FieldError] {
        var errors: [FieldError] = []
        if title.isEmpty { errors.append(FieldError("english_title", "写了英文就要有英文标题。")) }
        if title.count > 3 * Manuscript.longestTitle || title.contains(where: \.isNewline) {
            errors.append(FieldError("english_title", "英文标题写成一行，最多 \(3 * Manuscript.longestTitle) 个字符。"))
        }
        if summary.count > 3 * Manuscript.longestSummary {
            errors.append(
                FieldError("english_summary", "英文摘要最多 \(3 * Manuscript.longestSummary) 个字符。"))
        }
        if body.allSatisfy(\.isWhitespace) { errors.append(FieldError("english_body", "写了英文就要有英文正文。")) }
        if body.count > 3 * Manuscript.longestBody {
            errors.append(FieldError("english_body", "英文正文最多 \(3 * Manuscript.longestBody) 个字符。"))
        }
        return errors
    }

    /// The fields of the form.
    static func fields(_ text: EnglishText?, _ errors: [FieldError]) -> [Field] {
        [
            Field(
                "english_title", "英文标题", hint: "有英文版才填；不填的，英文页面上显示中文并说明没有英文版。", isRequired: false,
                value: text?.title ?? "", error: errors["english_title"]),
            Field(
                "english_summary", "英文摘要", .longText, isRequired: false, value: text?.summary ?? "",
                error: errors["english_summary"]),
            Field(
                "english_body", "英文正文", .longText, isRequired: false, value: text?.body ?? "",
                error: errors["english_body"]),
        ]
    }
}

extension Manuscript {
    /// The title as a page in a language shows it.
    func title(in language: Language) -> String {
        language == .english ? english?.title ?? title : title
    }

    /// The text as a page in a language shows it.
    func body(in language: Language) -> String {
        language == .english ? english?.body ?? body : body
    }

    /// Whether a page in a language has to show Chinese in place of what it should show.
    func isMissing(in language: Language) -> Bool { language == .english && english == nil }
}
