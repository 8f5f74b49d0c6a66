/// Takes one record off bytes (RFC 4180), in one pass.
///
/// It looks at bytes and not at characters: in UTF-8 and in GB 18030 no byte of a longer character is a comma, a
/// quotation mark or a line end.
struct CSVScan {
    /// Why no record was found.
    enum Stop: Error {
        /// It does not end before the bytes do, and more may follow.
        case incomplete
        case fault(CSVFault)
    }

    static let comma = UInt8(ascii: ",")
    static let quote = UInt8(ascii: "\"")
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    private let bytes: [UInt8]
    private let start: Int
    private let isEnd: Bool
    private(set) var place: Int
    /// How many lines the record takes.
    private(set) var lines = 0
    private var isQuoted = false

    init(_ bytes: [UInt8], from start: Int, isEnd: Bool) {
        (self.bytes, self.start, self.isEnd, place) = (bytes, start, isEnd, start)
    }

    /// The cells; afterwards `place` is behind the record's end.
    mutating func cells() throws(Stop) -> [[UInt8]] {
        var cells: [[UInt8]] = []
        repeat { cells.append(try cell()) } while try isFollowed()
        return cells
    }

    private mutating func cell() throws(Stop) -> [UInt8] {
        try peek() == Self.quote ? try quoted() : try plain()
    }

    private mutating func plain() throws(Stop) -> [UInt8] {
        let first = place
        while let byte = try peek(), byte != Self.comma, byte != Self.newline, byte != Self.carriageReturn {
            place += 1
        }
        return Array(bytes[first..<place])
    }

    private mutating func quoted() throws(Stop) -> [UInt8] {
        var content: [UInt8] = []
        (place, isQuoted) = (place + 1, true)
        while let byte = try peek() {
            place += 1
            if byte == Self.newline { try beginLine() }
            guard byte == Self.quote else {
                content.append(byte)
                continue
            }
            guard try peek() == Self.quote else {
                isQuoted = false
                return content
            }
            content.append(byte)
            place += 1
        }
        throw .fault(.openQuote)
    }

    private mutating func beginLine() throws(Stop) {
        lines += 1
        guard lines < CSVReader.recordLimitLines else { throw .fault(.openQuote) }
    }

    /// Whether another cell follows; passes by what stands between.
    private mutating func isFollowed() throws(Stop) -> Bool {
        let byte = try peek()
        guard let byte else { return false }
        place += 1
        switch byte {
        case Self.comma: return true
        case Self.newline: break
        case Self.carriageReturn: if try peek() == Self.newline { place += 1 }
        // Over a line end, it is the next line's own quotation mark that closes one that was left open.
        default: throw .fault(lines > 0 ? .openQuote : .strayQuote)
        }
        lines += 1
        return false
    }

    /// The next byte; nil at the end of the file.
    private func peek() throws(Stop) -> UInt8? {
        guard place - start < CSVReader.recordLimitBytes else {
            throw .fault(isQuoted ? .openQuote : .tooLong)
        }
        guard place < bytes.count else {
            if isEnd { return nil }
            throw .incomplete
        }
        return bytes[place]
    }
}
