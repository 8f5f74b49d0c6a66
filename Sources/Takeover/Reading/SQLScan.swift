/// Takes words, names and values off the text of a MySQL dump, byte by byte: in UTF-8 no byte of a longer character is
/// one of the signs that are looked for.
struct SQLScan {
    private let bytes: [UInt8]
    private(set) var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { place >= bytes.count }

    /// The sign that comes next, behind white space and comments; `nil` at the end.
    mutating func peek() -> UInt8? {
        skip()
        return isAtEnd ? nil : bytes[place]
    }

    /// Passes by a sign, if it is the next.
    mutating func take(_ sign: Character) -> Bool {
        guard let byte = sign.asciiValue, peek() == byte else { return false }
        place += 1
        return true
    }

    /// Passes by one sign, whatever it is.
    mutating func step() { place = min(place + 1, bytes.count) }

    /// A bare word of letters, digits, `_`, `$` and `.`, in small letters; empty when none comes.
    mutating func word() -> String {
        skip()
        let start = place
        while place < bytes.count, Self.isWordByte(bytes[place]) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
    }

    /// A name, bare or in back quotes, without the database before it; `nil` when none comes.
    mutating func name() -> String? {
        var parts: [String] = []
        repeat {
            guard peek() == UInt8(ascii: "`") else {
                let bare = word()
                return (parts + [bare]).last { !$0.isEmpty }?.split(separator: ".").last.map(String.init)
            }
            parts.append(quoted(UInt8(ascii: "`")))
        } while take(".")
        return parts.last?.lowercased()
    }

    /// What stands between two quotes of a kind; a backslash takes the next sign as it is, and two quotes are one.
    mutating func quoted(_ quote: UInt8) -> String {
        var content: [UInt8] = []
        place += 1
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "`"), place < bytes.count {
                content.append(Self.escaped(bytes[place]))
                place += 1
            } else if byte == quote {
                guard place < bytes.count, bytes[place] == quote else { break }
                content.append(quote)
                place += 1
            } else {
                content.append(byte)
            }
        }
        return String(decoding: content, as: UTF8.self)
    }

    private static func escaped(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: byte
        }
    }

    /// Passes by white space and comments, those in which MySQL hides statements too.
    private mutating func skip() {
        while place < bytes.count {
            if bytes[place] <= 0x20 {
                place += 1
            } else if starts(with: "-", "-") || bytes[place] == UInt8(ascii: "#") {
                while place < bytes.count, bytes[place] != 0x0A { place += 1 }
            } else if starts(with: "/", "*") {
                while place < bytes.count, !starts(with: "*", "/") { place += 1 }
                place = min(place + 2, bytes.count)
            } else {
                return
            }
        }
    }

    private func starts(with first: Character, _ second: Character) -> Bool {
        place + 1 < bytes.count && bytes[place] == first.asciiValue && bytes[place + 1] == second.asciiValue
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "."),
            UInt8(ascii: "-"), UInt8(ascii: "+"):
            true
        default: byte >= 0x80
        }
    }
}
