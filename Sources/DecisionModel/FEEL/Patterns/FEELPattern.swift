/// A regular expression (XPath and XQuery Functions 3.1, §5.6.1), as far as people write them.
///
/// It is our own because `matches` must be stoppable: a library's matcher can run for ever on a short pattern,
/// and none lets its steps be counted.
indirect enum FEELPattern: Sendable {
    case one(FEELCharacters)
    case start
    case end
    case sequence([FEELPattern])
    case either([FEELPattern])
    case group(Int?, FEELPattern)
    case repeated(FEELPattern, low: Int, high: Int, isLazy: Bool)
    case back(Int)
}

/// A set of characters.
struct FEELCharacters: Sendable {
    var ranges: [ClosedRange<UInt32>] = []
    var isNegated = false
    /// Nested sets such as `\d` in `[\d.]`.
    var sets: [FEELCharacters] = []

    func contains(_ scalar: UnicodeScalar, ignoringCase: Bool = false) -> Bool {
        var found = ranges.contains { $0.contains(scalar.value) } || sets.contains { $0.contains(scalar) }
        if !found, ignoringCase {
            let (upper, lower) = (scalar.properties.uppercaseMapping, scalar.properties.lowercaseMapping)
            found = (upper + lower).unicodeScalars.contains { folded in
                ranges.contains { $0.contains(folded.value) }
            }
        }
        return found != isNegated
    }

    static let digit = FEELCharacters(ranges: [48...57])
    static let space = FEELCharacters(ranges: [9...10, 13...13, 32...32])
    static let word = FEELCharacters(
        ranges: [48...57, 65...90, 95...95, 97...122, 0xAA...0xFF, 0x100...0x2FFF, 0x3005...0x10FFFF])
    static let newline = FEELCharacters(ranges: [10...10, 13...13])

    var negated: FEELCharacters {
        var turned = self
        turned.isNegated.toggle()
        return turned
    }

    /// What a letter after a backslash stands for; nil for one that has no meaning.
    static func escape(_ letter: UnicodeScalar) -> FEELCharacters? {
        switch letter {
        case "d": digit
        case "D": digit.negated
        case "s": space
        case "S": space.negated
        case "w": word
        case "W": word.negated
        case "n": FEELCharacters(ranges: [10...10])
        case "r": FEELCharacters(ranges: [13...13])
        case "t": FEELCharacters(ranges: [9...9])
        default: letter.properties.isAlphabetic ? nil : FEELCharacters(ranges: [letter.value...letter.value])
        }
    }
}

/// How a pattern is to be read and matched.
struct FEELPatternFlags: Sendable {
    var ignoresCase = false
    var dotMatchesAll = false
    var isMultiline = false
    var isExtended = false

    /// Nil for a letter that is none of `i`, `s`, `m`, `x`.
    init?(_ text: String) {
        for letter in text {
            switch letter {
            case "i": ignoresCase = true
            case "s": dotMatchesAll = true
            case "m": isMultiline = true
            case "x": isExtended = true
            default: return nil
            }
        }
    }
}
