/// Puts a finished page into another language: its texts, the attributes people read or hear, and the addresses of its
/// links, which go on in the same language.
///
/// It reads markup as ``Layout`` and the pages make it: every value is escaped, every attribute stands in double quotes,
/// every element is closed. What is marked with a `lang` of its own stays as it is. An address that begins with
/// `/zh-hans` is meant to lead to the original, and loses that beginning.
struct PageTranslation {
    private let language: Language
    private let translations: Translations
    private let translator: any Translator
    private var output: [UInt8] = []
    /// How deep in the page; where an element has a language of its own; where one may hold nothing but text.
    private var depth = 0
    private var foreign: Int?
    private var bare: Int?
    private var script: String?
    private var isInBody = false

    /// What leads to the original, whatever the language of the page.
    static let original = "/zh-hans"
    /// Attributes that are read to people or shown to them.
    private static let spoken: Set<String> = [
        "title", "alt", "placeholder", "aria-label", "aria-description", "content", "label",
    ]
    private static let empty: Set<String> = [
        "meta", "link", "br", "hr", "img", "input", "col", "source", "wbr", "area",
    ]
    private static let bareElements: Set<String> = ["title", "option", "textarea", "svg", "select"]

    /// The page in a language; as it is when the language is not offered.
    static func translate(_ page: HTML, to language: Language, _ translations: Translations) -> HTML {
        guard let translator = translations.translator(to: language) else { return page }
        var translation = PageTranslation(
            language: language, translations: translations, translator: translator)
        translation.output.reserveCapacity(page.bytes.count + page.bytes.count / 8)
        translation.read(page.bytes[...])
        return HTML(bytes: translation.output)
    }

    private init(language: Language, translations: Translations, translator: any Translator) {
        (self.language, self.translations, self.translator) = (language, translations, translator)
    }

    private mutating func read(_ page: ArraySlice<UInt8>) {
        var rest = page
        while !rest.isEmpty {
            let end: Int
            if let script {
                end = rest.firstRange(of: Array("</\(script)".utf8))?.lowerBound ?? rest.endIndex
            } else {
                end = rest.firstIndex(of: UInt8(ascii: "<")) ?? rest.endIndex
            }
            text(rest[..<end])
            rest = rest[end...]
            let close = OpenTag.end(in: rest)
            tag(rest[..<close])
            rest = rest[close...]
        }
    }

    private mutating func text(_ bytes: ArraySlice<UInt8>) {
        guard foreign == nil, bytes.contains(where: { $0 >= 0x80 }) else {
            return output.append(contentsOf: bytes)
        }
        // A document in a script is data: only what changes no more than the characters may touch it.
        let isData = script != nil && language != .traditional
        if !isData, let words = translator.translate(String(decoding: bytes, as: UTF8.self)) {
            return output.append(contentsOf: words.utf8)
        }
        guard isInBody, bare == nil, script == nil else { return output.append(contentsOf: bytes) }
        output.append(contentsOf: "<span lang=\"zh-Hans\">".utf8)
        output.append(contentsOf: bytes)
        output.append(contentsOf: "</span>".utf8)
    }

    private mutating func tag(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count > 2, bytes[bytes.startIndex + 1] != UInt8(ascii: "!") else {
            return output.append(contentsOf: bytes)
        }
        guard bytes[bytes.startIndex + 1] != UInt8(ascii: "/") else { return leave(bytes) }
        let tag = OpenTag(bytes)
        enter(tag)
        let isSent = tag.value(of: "method") == "post"
        let changed = tag.changed { name, value in
            switch name {
            case "href", "action": isSent ? value : address(value)
            case "value" where tag.value(of: "type") == "search": translator.translate(value) ?? value
            case _ where foreign == nil && Self.spoken.contains(name) && value.utf8.contains { $0 >= 0x80 }:
                translator.translate(value) ?? value
            default: value
            }
        }
        output.append(contentsOf: changed)
    }

    private mutating func enter(_ tag: OpenTag) {
        if tag.name == "body" { isInBody = true }
        guard !Self.empty.contains(tag.name), !tag.isClosed else { return }
        depth += 1
        if foreign == nil, tag.name != "html", tag.value(of: "lang") != nil { foreign = depth }
        if bare == nil, Self.bareElements.contains(tag.name) { bare = depth }
        if tag.name == "script" || tag.name == "style" { script = tag.name }
    }

    private mutating func leave(_ bytes: ArraySlice<UInt8>) {
        output.append(contentsOf: bytes)
        depth -= 1
        script = nil
        if let at = foreign, depth < at { foreign = nil }
        if let at = bare, depth < at { bare = nil }
    }

    private func address(_ value: String) -> String {
        if value.hasPrefix(Self.original) {
            let rest = value.dropFirst(Self.original.count)
            return rest.isEmpty ? "/" : String(rest)
        }
        return translations.isTranslated(value) ? language.address(value) : value
    }
}
