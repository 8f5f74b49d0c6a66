import Foundation
import Refusals

/// A word of a filter.
enum FilterWord: Hashable {
    /// A name, an operator, a number, `true`.
    case name(String)
    /// A text in quotation marks.
    case text(String)
    case open
    case close
    /// What stands between brackets.
    case inside(String)

    /// - Throws: ``ScimFault`` with `invalidFilter`.
    static func words(of text: String) throws -> [FilterWord] {
        var words: [FilterWord] = []
        var rest = text[...]
        while let first = rest.first {
            switch first {
            case " ", "\t": rest.removeFirst()
            case "(", ")":
                words.append(first == "(" ? .open : .close)
                rest.removeFirst()
            case "\"": words.append(.text(try quoted(&rest)))
            case "[": words.append(.inside(try bracketed(&rest)))
            default:
                let name = rest.prefix { !" \t()[]\"".contains($0) }
                guard !name.isEmpty else { throw FilterReading.wrong("不认识字符 \(first)") }
                words.append(.name(String(name)))
                rest = rest.dropFirst(name.count)
            }
        }
        return words
    }

    /// A JSON string at the beginning.
    private static func quoted(_ rest: inout Substring) throws -> String {
        let end = try end(ofQuotation: rest)
        let quotation = rest[rest.startIndex...end]
        rest = rest[rest.index(after: end)...]
        guard let text = try? JSONDecoder().decode(String.self, from: Data(quotation.utf8)) else {
            throw FilterReading.wrong("字符串不对")
        }
        return text
    }

    private static func end(ofQuotation text: Substring) throws -> Substring.Index {
        var index = text.index(after: text.startIndex)
        while index < text.endIndex {
            if text[index] == "\"" { return index }
            if text[index] == "\\" { index = text.index(after: index) }
            guard index < text.endIndex else { break }
            index = text.index(after: index)
        }
        throw FilterReading.wrong("引号没有结束")
    }

    /// What stands between the brackets at the beginning; a bracket in a quotation is none.
    static func bracketed(_ rest: inout Substring) throws -> String {
        var index = rest.index(after: rest.startIndex)
        while index < rest.endIndex, rest[index] != "]" {
            if rest[index] == "\"" { index = try end(ofQuotation: rest[index...]) }
            index = rest.index(after: index)
        }
        guard index < rest.endIndex else { throw FilterReading.wrong("缺少右方括号") }
        let inside = String(rest[rest.index(after: rest.startIndex)..<index])
        rest = rest[rest.index(after: index)...]
        return inside
    }
}
