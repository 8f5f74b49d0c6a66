import Refusals

/// What people write into opinions, reasons and questions.
enum Words {
    /// Longest text of an opinion, in characters.
    static let limit = 2000

    /// - Throws: `invalid` at the field when nothing is written, or too much.
    static func require(_ text: String?, field: String, _ sentence: Sentence) throws {
        guard let text, !text.allSatisfy(\.isWhitespace) else { throw DomainError.invalid(field, sentence) }
        try check(text, field: field)
    }

    /// - Throws: `invalid` at the field when the text is too long or holds control characters.
    static func check(_ text: String, field: String) throws {
        guard text.count <= limit else {
            throw DomainError.invalid(field, "最多 \(limit) 字，现在有 \(text.count) 字，请精简。")
        }
        guard
            !text.unicodeScalars.contains(where: { $0.value < 32 && $0 != "\n" && $0 != "\r" && $0 != "\t" })
        else { throw DomainError.invalid(field, "文字中有不能保存的控制字符，请删除后重试。") }
    }
}
