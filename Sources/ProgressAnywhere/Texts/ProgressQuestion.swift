import Codes

/// A text message that asks how a matter stands: `JD`, the number, and the query code of the receipt.
struct ProgressQuestion: Sendable, Hashable {
    static let numberLength = 21
    static let codeLength = 16

    let number: String
    let code: String

    /// Reads it as people type; nil for anything else.
    init?(_ text: String) {
        guard let rest = TypedMessage(text)?.rest(after: ["JD", "进度", "查进度"]),
            rest.count == Self.numberLength + Self.codeLength,
            let number = try? CaseNumber(String(rest.prefix(Self.numberLength)))
        else { return nil }
        (self.number, code) = (number.text, String(rest.suffix(Self.codeLength)))
    }
}
