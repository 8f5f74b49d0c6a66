import Refusals

/// What people write into opinions, reasons and questions.
enum Words {
    /// Longest text of an opinion, in characters.
    static let limit = 2000

    /// - Throws: `invalid` at the field when nothing is written, or too much.
    static func require(_ text: String?, field: String, _ sentence: Sentence) throws {
        if let fault = fault(in: text ?? "", missing: sentence) { throw DomainError.invalid(field, fault) }
    }

    /// What is wrong with a text that has to be there; nil when nothing is.
    static func fault(in text: String, missing sentence: Sentence) -> Sentence? {
        text.allSatisfy(\.isWhitespace) ? sentence : fault(in: text)
    }

    /// - Throws: `invalid` at the field when the text is too long or holds control characters.
    static func check(_ text: String, field: String) throws {
        if let fault = fault(in: text) { throw DomainError.invalid(field, fault) }
    }

    private static func fault(in text: String) -> Sentence? {
        guard text.count <= limit else { return "最多 \(limit) 字，现在有 \(text.count) 字，请精简。" }
        let isControl = { (scalar: Unicode.Scalar) in
            scalar.value < 32 && scalar != "\n" && scalar != "\r" && scalar != "\t"
        }
        return text.unicodeScalars.contains(where: isControl) ? "文字中有不能保存的控制字符，请删除后重试。" : nil
    }
}
