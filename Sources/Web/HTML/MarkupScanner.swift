/// Follows the text of an ``HTML`` literal and knows in which place of the markup it stands.
///
/// It is not a parser: it reads only what our own literals contain and is strict where HTML is lenient
/// (an unquoted attribute is a place for no value).
struct MarkupScanner {
    /// Where the next byte would go.
    enum Place: Equatable {
        case text, tagStart, tagName, closingTag, betweenAttributes, attributeName, beforeValue
        case doubleQuoted, singleQuoted, unquoted, declaration, comment, rawText, rawTextTag
    }

    private(set) var place = Place.text
    /// What the attribute that is open, or was last open, may hold.
    private(set) var attribute = AttributeKind.plain
    /// Whether nothing stands yet between the quotes of the open attribute.
    var isAtValueStart = false
    /// What the literal itself does wrong, once.
    private(set) var problem: String?

    private var name = PackedName()
    private var element = PackedName()
    private var dashes = 0

    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes { step(byte) }
    }

    /// Whether an attribute may be put here; ends the tag's name if that is what was being read.
    mutating func enterAttributes() -> Bool {
        switch place {
        case .tagName:
            element = name
            place = .betweenAttributes
            return true
        case .betweenAttributes: return true
        default: return false
        }
    }

    private mutating func step(_ byte: UInt8) {
        switch place {
        case .text: if byte == UInt8(ascii: "<") { place = .tagStart }
        case .doubleQuoted: value(byte, closedBy: UInt8(ascii: "\""))
        case .singleQuoted: value(byte, closedBy: UInt8(ascii: "'"))
        case .unquoted:
            if byte == UInt8(ascii: ">") { endTag() } else if isSpace(byte) { place = .betweenAttributes }
        case .tagStart: startTag(byte)
        case .tagName: inTagName(byte)
        case .closingTag: if byte == UInt8(ascii: ">") { place = .text }
        case .betweenAttributes: betweenAttributes(byte)
        case .attributeName: inAttributeName(byte)
        case .beforeValue: beforeValue(byte)
        case .declaration: declaration(byte)
        case .comment: comment(byte)
        case .rawText: if byte == UInt8(ascii: "<") { place = .rawTextTag }
        case .rawTextTag: place = byte == UInt8(ascii: "/") ? .closingTag : .rawText
        }
    }
}

extension MarkupScanner {
    private mutating func value(_ byte: UInt8, closedBy quote: UInt8) {
        if byte == quote { place = .betweenAttributes } else { isAtValueStart = false }
    }

    private mutating func startTag(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "/"): place = .closingTag
        case UInt8(ascii: "!"): place = .declaration
        default:
            place = .tagName
            name = PackedName(byte)
        }
    }

    private mutating func inTagName(_ byte: UInt8) {
        guard byte == UInt8(ascii: ">") || isSpace(byte) else { return name.append(byte) }
        element = name
        if byte == UInt8(ascii: ">") { endTag() } else { place = .betweenAttributes }
    }

    private mutating func betweenAttributes(_ byte: UInt8) {
        if byte == UInt8(ascii: ">") { return endTag() }
        guard !isSpace(byte), byte != UInt8(ascii: "/") else { return }
        place = .attributeName
        name = PackedName(byte)
    }

    private mutating func inAttributeName(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "="):
            place = .beforeValue
            attribute = AttributeKind(name)
            if attribute == .forbidden { problem = "inline style, script or srcset in the literal" }
        case UInt8(ascii: ">"): endTag()
        case _ where isSpace(byte): place = .betweenAttributes
        default: name.append(byte)
        }
    }

    private mutating func beforeValue(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): place = .doubleQuoted
        case UInt8(ascii: "'"): place = .singleQuoted
        default: place = .unquoted
        }
        isAtValueStart = true
    }

    private mutating func declaration(_ byte: UInt8) {
        if byte == UInt8(ascii: ">") { place = .text }
        if byte == UInt8(ascii: "-") { place = .comment }
        dashes = 0
    }

    private mutating func comment(_ byte: UInt8) {
        if byte == UInt8(ascii: ">"), dashes >= 2 { place = .text }
        dashes = byte == UInt8(ascii: "-") ? dashes + 1 : 0
    }

    /// Script and style hold raw text, in which nothing can be escaped.
    private mutating func endTag() {
        place = element == "script" || element == "style" ? .rawText : .text
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0d) }
}
