import Codes
import Refusals
import Wordings

/// What somebody writes, checked and with the numbers of persons covered.
struct PostWords: Sendable, Hashable {
    let text: String

    /// - Throws: `invalid` at the field `words`.
    init(_ text: String, longest: Int) throws {
        guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw DomainError.invalid("words", "请写几句话再发。")
        }
        guard text.count <= longest else {
            throw DomainError.invalid("words", "最多 \(longest) 字，现在有 \(text.count) 字，可以分几次说。")
        }
        self.text = try Self.covered(text, at: "words")
    }

    var digest: String { Wording.digest(text) }

    /// The title of a topic.
    ///
    /// - Throws: `invalid` at the field `title`.
    static func title(_ text: String, longest: Int) throws -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        guard line.contains(where: { $0.isLetter || $0.isNumber }), line.count >= 4 else {
            throw DomainError.invalid("title", "请用一句话写明说什么，至少 4 个字。")
        }
        guard line.count <= longest else {
            throw DomainError.invalid("title", "标题最多 \(longest) 字，现在有 \(line.count) 字。")
        }
        return try covered(line, at: "title")
    }

    /// Why an organ takes an answer back, as everybody reads it.
    ///
    /// - Throws: `invalid` at the field `withdrawal`.
    static func withdrawal(_ text: String) throws -> String {
        guard (5...300).contains(text.count) else {
            throw DomainError.invalid("withdrawal", "请写明撤回的原因，5 到 300 字，会公开。")
        }
        return try covered(text, at: "withdrawal")
    }

    /// Plain numbers are covered; those that somebody hides behind blanks are asked to be taken out.
    private static func covered(_ text: String, at field: String) throws -> String {
        guard !text.unicodeScalars.contains(where: { $0.value < 32 && $0 != "\n" && $0 != "\t" }) else {
            throw DomainError.invalid(field, "文字中有不能保存的控制字符，请删除后重试。")
        }
        let covered = PersonalData.masked(text)
        guard PersonalData.findings(in: covered, names: []).isEmpty else {
            throw DomainError.invalid(field, "论坛上人人都看得到，请不要写身份证号、电话和银行卡号，自己的和别人的都不要。")
        }
        return covered
    }
}
