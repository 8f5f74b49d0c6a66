import Refusals

/// Words with placeholders: `您的「((事项))」申请已受理。`
public struct MessageText: Sendable, Hashable {
    private enum Part: Sendable, Hashable {
        case words(String)
        case value(String)
    }

    /// The text as it was written.
    public let text: String
    private let parts: [Part]
    private let isBroken: Bool

    /// A text. Whatever is wrong with it is said by ``check(as:allowing:limit:)``.
    public init(_ text: String) {
        self.text = text
        (parts, isBroken) = Self.read(text[...])
    }

    /// The text of a sentence of the program, a name for each of its gaps.
    public init(_ template: String, naming names: [String]) {
        var (text, rest, names) = ("", template[...], names[...])
        while let gap = rest.firstRange(of: "{}"), let name = names.popFirst() {
            text += rest[..<gap.lowerBound] + "((\(name)))"
            rest = rest[gap.upperBound...]
        }
        self.init(text + rest)
    }

    /// The names of the placeholders, each once, in the order of the text.
    public var placeholders: [String] {
        var seen: Set<String> = []
        return parts.compactMap { part in
            guard case .value(let name) = part, seen.insert(name).inserted else { return nil }
            return name
        }
    }

    /// Checks it as somebody has written it.
    ///
    /// - Parameters:
    ///   - field: where it was written.
    ///   - names: the placeholders there may be; nil when the writer makes them up.
    ///   - limit: the most characters.
    /// - Throws: `invalid` at the field.
    public func check(as field: String, allowing names: [String]?, limit: Int) throws {
        guard text.contains(where: { !$0.isWhitespace }) else { throw DomainError.invalid(field, "请写明文字。") }
        guard text.count <= limit else { throw DomainError.invalid(field, "文字最多 \(limit) 字。") }
        guard !isBroken else {
            throw DomainError.invalid(field, "占位符没有写完整，应写成 ((名称)) 的样子，名称最多 40 字。")
        }
        guard let names else { return }
        if let unknown = placeholders.first(where: { !names.contains($0) }) {
            let known = names.isEmpty ? "这里没有占位符可用" : "可用的是\(names.joined(separator: "、"))"
            throw DomainError.invalid(field, "没有「\(unknown)」这个占位符，\(known)。")
        }
    }

    /// The text with its values; a value is never read for placeholders again.
    ///
    /// - Throws: `invalid` when a value is missing.
    public func filled(_ values: [String: String]) throws -> String {
        let missing = placeholders.filter { values[$0] == nil }
        guard missing.isEmpty else {
            throw DomainError.invalid("personalisation", "缺少占位符的内容：\(missing.joined(separator: ", "))")
        }
        return parts.map { part in
            switch part {
            case .words(let words): words
            case .value(let name): values[name] ?? ""
            }
        }.joined()
    }

    private static func read(_ text: Substring) -> ([Part], Bool) {
        var (parts, rest) = ([Part](), text)
        while let start = rest.firstRange(of: "((") {
            guard let end = rest[start.upperBound...].firstRange(of: "))") else { return (parts, true) }
            let name = rest[start.upperBound..<end.lowerBound]
            let isName = (1...40).contains(name.count) && !name.contains { "()?\n".contains($0) }
            guard isName else { return (parts, true) }
            parts += [.words(String(rest[..<start.lowerBound])), .value(String(name))]
            rest = rest[end.upperBound...]
        }
        return (parts + [.words(String(rest))], false)
    }
}
