/// Counts the attributes of each tag in the bytes of a document, as far as it has to be understood for that.
struct AttributeCount {
    /// Far more than any element of any standard has.
    static let most = 500

    private enum Place {
        case text
        case markup
        case tag
        case quoted(UInt8)
        /// A comment, a CDATA section or an instruction, up to its last bytes.
        case passage(end: UInt64, mask: UInt64)
    }

    private var place = Place.text
    private var count = 0
    /// What has come since `<`, while that is short.
    private var start: [UInt8] = []
    /// The last eight bytes.
    private var recent: UInt64 = 0

    /// Whether this byte begins one attribute too many.
    mutating func exceeds(with byte: UInt8) -> Bool {
        switch place {
        case .text where byte == UInt8(ascii: "<"): begin()
        case .text: break
        case .markup: open(byte)
        case .tag: return read(byte)
        case .quoted(let quote): if byte == quote { place = .tag }
        case .passage(let end, let mask):
            recent = recent << 8 | UInt64(byte)
            if recent & mask == end { place = .text }
        }
        return false
    }

    private mutating func begin() {
        place = .markup
        count = 0
        start = []
    }

    /// What stands after `<` tells what it is.
    private mutating func open(_ byte: UInt8) {
        start.append(byte)
        switch String(decoding: start, as: UTF8.self) {
        case "?": pass(to: "?>")
        case "!--": pass(to: "-->")
        case "![CDATA[": pass(to: "]]>")
        case let more where "!--".hasPrefix(more) || "![CDATA[".hasPrefix(more): break
        default:
            place = .tag
            _ = read(byte)
        }
    }

    private mutating func pass(to end: String) {
        let bytes = end.utf8.reduce(0) { $0 << 8 | UInt64($1) }
        place = .passage(end: bytes, mask: 1 << (8 * UInt64(end.utf8.count)) - 1)
        recent = 0
    }

    private mutating func read(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ">"): place = .text
        case UInt8(ascii: "\""), UInt8(ascii: "'"): place = .quoted(byte)
        case UInt8(ascii: "="): count += 1
        default: break
        }
        return count > Self.most
    }
}
