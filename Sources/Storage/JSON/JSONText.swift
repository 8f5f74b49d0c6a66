import Foundation

/// JSON text on its way: values are written one after another into the same bytes.
///
/// It writes what Foundation's encoder with sorted keys would, and costs less, because no tree is built first.
/// What it was not made for it says in ``isBeyond``, and Foundation then writes the whole.
final class JSONText {
    /// Where a member of an object stands in the text, with its name.
    struct Member {
        let name: String
        let range: Range<Int>
    }

    // One value is written by one function at a time, and every access would be watched at run time: a twentieth of
    // all that saving a case costs.
    @exclusivity(unchecked) private(set) var bytes: [UInt8] = []
    /// The members of all objects that are not closed yet, the innermost last.
    @exclusivity(unchecked) var members: [Member] = []
    /// Something came by that only Foundation knows how to write.
    private(set) var isBeyond = false

    init() {
        bytes.reserveCapacity(2048)
        members.reserveCapacity(64)
    }

    /// Leaves the whole to Foundation.
    func giveUp() { isBeyond = true }

    /// Writes one of the signs between values.
    func write(sign: Unicode.Scalar) { bytes.append(UInt8(ascii: sign)) }

    /// Puts other bytes in the place of those written since.
    func replace(from start: Int, with others: [UInt8]) {
        bytes.replaceSubrange(start..., with: others)
    }

    /// Writes any value.
    func write<Value: Encodable>(any value: Value) throws {
        if Value.self == String.self, let text = value as? String { return write(text) }
        if Value.self == Int.self, let number = value as? Int { return write(number) }
        if Value.self == Int64.self, let number = value as? Int64 { return write(number) }
        if Value.self == Bool.self, let truth = value as? Bool { return write(truth) }
        if Value.self == Decimal.self, let number = value as? Decimal { return write(number) }
        if Value.self == Double.self, let number = value as? Double { return write(number) }
        if Value.self == [String].self, let texts = value as? [String] { return write(texts) }
        guard !isBeyond, !Self.foreign.contains(ObjectIdentifier(Value.self)) else { return giveUp() }
        let encoder = JSONTextEncoder(self)
        try value.encode(to: encoder)
        encoder.close()
    }

    /// What Foundation writes in a way of its own, or what is so rare that it may as well. To look through so few is
    /// quicker than to hash.
    private static let foreign: [ObjectIdentifier] =
        [
            Date.self, Data.self, URL.self, Float.self, Int8.self, Int16.self, Int32.self, UInt.self,
            UInt8.self, UInt16.self, UInt32.self, UInt64.self, Int128.self, UInt128.self,
        ].map { (type: Any.Type) in ObjectIdentifier(type) }

    private func write(_ texts: [String]) {
        write(sign: "[")
        for (place, text) in texts.enumerated() {
            if place > 0 { write(sign: ",") }
            write(text)
        }
        write(sign: "]")
    }

    func writeNull() { write(plain: "null") }
    func write(_ truth: Bool) { write(plain: truth ? "true" : "false") }
    func write(_ number: some BinaryInteger) { write(plain: String(number)) }

    private func write(_ number: Decimal) {
        if number.isNaN { giveUp() } else { write(plain: number.description) }
    }

    private func write(_ number: Double) {
        guard number.isFinite else { return giveUp() }
        let text = number.description
        write(plain: text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }

    private func write(plain text: String) { bytes.append(contentsOf: text.utf8) }
}

extension JSONText {
    /// Writes a text between quotation marks.
    func write(_ text: String) {
        write(sign: "\"")
        var text = text
        text.withUTF8 { characters in
            if characters.contains(where: Self.needsEscape) {
                for character in characters { escape(character) }
            } else {
                bytes.append(contentsOf: characters)
            }
        }
        write(sign: "\"")
    }

    private static func needsEscape(_ character: UInt8) -> Bool {
        character < 0x20 || character == UInt8(ascii: "\"") || character == UInt8(ascii: "\\")
    }

    private func escape(_ character: UInt8) {
        guard Self.needsEscape(character) else { return bytes.append(character) }
        switch character {
        case UInt8(ascii: "\""): write(plain: "\\\"")
        case UInt8(ascii: "\\"): write(plain: "\\\\")
        case 0x08: write(plain: "\\b")
        case 0x09: write(plain: "\\t")
        case 0x0A: write(plain: "\\n")
        case 0x0C: write(plain: "\\f")
        case 0x0D: write(plain: "\\r")
        default: write(plain: "\\u00" + Hexadecimal.text(CollectionOfOne(character)))
        }
    }
}
