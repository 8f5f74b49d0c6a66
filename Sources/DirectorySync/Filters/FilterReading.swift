import Foundation
import Refusals

/// Reads a filter: `userName sw "li" and not (active eq false)`. Not binds tighter than and, and tighter than or.
struct FilterReading {
    private var words: ArraySlice<FilterWord>
    private let resolve: (String) -> ScimPath?
    private var depth = 0

    /// The longest filter, in characters, and how deep its parentheses may go.
    private static let lengthLimit = 4_000
    private static let depthLimit = 20

    /// - Throws: ``ScimFault`` with `invalidFilter`.
    static func filter(_ text: String, in type: ScimResourceType) throws -> ScimFilter {
        try read(text) { ScimPath($0, in: type) }
    }

    /// The filter between the brackets after a complex attribute: its names are parts of that.
    static func filter(_ text: String, inside attribute: ScimAttribute) throws -> ScimFilter {
        let schema = ScimSchema(id: "", name: "", words: "", attributes: attribute.parts)
        let type = ScimResourceType(name: "", endpoint: "", words: "", schema: schema, extensions: [])
        return try read(text) { name in attribute.part(name).flatMap { _ in ScimPath(name, in: type) } }
    }

    private static func read(_ text: String, _ resolve: @escaping (String) -> ScimPath?) throws -> ScimFilter
    {
        guard text.count <= lengthLimit else { throw wrong("太长") }
        var reading = FilterReading(words: try FilterWord.words(of: text)[...], resolve: resolve)
        let filter = try reading.either()
        guard reading.words.isEmpty else { throw wrong("末尾有多余的内容") }
        return filter
    }

    private init(words: ArraySlice<FilterWord>, resolve: @escaping (String) -> ScimPath?) {
        (self.words, self.resolve) = (words, resolve)
    }

    private mutating func either() throws -> ScimFilter {
        var filter = try both()
        while takes("or") { filter = .either(filter, try both()) }
        return filter
    }

    private mutating func both() throws -> ScimFilter {
        var filter = try one()
        while takes("and") { filter = .both(filter, try one()) }
        return filter
    }

    private mutating func one() throws -> ScimFilter {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw Self.wrong("括号太深") }
        if takes("not") {
            guard words.first == .open else { throw Self.wrong("not 后面应为括号") }
            return .not(try one())
        }
        guard words.first == .open else { return try comparison() }
        words.removeFirst()
        let filter = try either()
        guard words.popFirst() == .close else { throw Self.wrong("缺少右括号") }
        return filter
    }

    private mutating func comparison() throws -> ScimFilter {
        guard case .name(let name)? = words.popFirst() else { throw Self.wrong("缺少属性名") }
        guard let path = resolve(name), path.attribute != nil else { throw Self.wrong("没有属性 \(name)") }
        if case .inside(let text)? = words.first, let attribute = path.attribute {
            words.removeFirst()
            return .within(path, try Self.filter(text, inside: attribute))
        }
        guard case .name(let word)? = words.popFirst() else { throw Self.wrong("缺少运算符") }
        if word.lowercased() == "pr" { return .present(path) }
        guard let comparison = ScimFilter.Comparison(rawValue: word.lowercased()) else {
            throw Self.wrong("不认识运算符 \(word)")
        }
        return .compare(path, comparison, try value())
    }

    private mutating func value() throws -> ScimValue {
        switch words.popFirst() {
        case .text(let text)?: return .text(text)
        case .name(let word)?:
            guard let value = try? JSONDecoder().decode(ScimValue.self, from: Data(word.lowercased().utf8))
            else { throw Self.wrong("比较的值应为字符串、数字、true 或 false") }
            return value
        default: throw Self.wrong("缺少比较的值")
        }
    }

    private mutating func takes(_ word: String) -> Bool {
        guard case .name(let name)? = words.first, name.lowercased() == word else { return false }
        words.removeFirst()
        return true
    }

    static func wrong(_ what: String) -> ScimFault { ScimFault(.invalidFilter, "筛选条件有误：\(what)。") }
}
