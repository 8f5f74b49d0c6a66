import Refusals

/// The values of a submitted form, in the order they were sent.
public struct FormData: Sendable {
    private let pairs: [(name: String, value: String)]

    /// A form with these values. Line ends become `\n`, whatever the browser sent.
    public init(_ pairs: [(name: String, value: String)]) {
        self.pairs = pairs.map {
            (
                $0.name,
                $0.value.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
            )
        }
    }

    /// The first value under this name, without the blanks around it; nil when the field was not sent.
    public subscript(_ name: String) -> String? {
        pairs.first { $0.name == name }.map { FormData.trimmed($0.value) }
    }

    /// Every value under this name: what checkboxes send.
    public func all(_ name: String) -> [String] {
        pairs.filter { $0.name == name }.map { FormData.trimmed($0.value) }
    }

    /// The names that were sent, each once, in order.
    public var names: [String] {
        var seen: Set<String> = []
        return pairs.map(\.name).filter { $0 != CSRFToken.fieldName && seen.insert($0).inserted }
    }

    /// The value under this name. Throws `DomainError.invalid` with the sentence when nothing was entered.
    public func required(_ name: String, _ sentence: Sentence) throws -> String {
        guard let value = self[name], !value.isEmpty else { throw DomainError.invalid(name, sentence) }
        return value
    }

    private static func trimmed(_ text: String) -> String {
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[first...last])
    }
}
