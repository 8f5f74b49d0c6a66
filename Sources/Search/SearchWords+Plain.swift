import Foundation

extension SearchWords {
    /// So many letters and digits in a row are a word; what comes after them finds nothing anyway, and PostgreSQL takes
    /// no word of more than 2,046 bytes.
    static let longestWord = 40

    /// Text from outside as the index takes it: full-width letters as plain ones, everything that is neither letter nor
    /// digit a blank, words of endless length cut.
    public static func plain(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        var runLength = 0
        for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars {
            guard scalar.isOfWord else {
                plain.append(" ")
                runLength = 0
                continue
            }
            runLength = scalar.isASCII ? runLength + 1 : 0
            if runLength <= longestWord { plain.append(scalar) }
        }
        return String(plain)
    }

    /// A name of ours (a key of an organ, of a site) as one word of letters and digits.
    public static func name(_ text: String) -> String {
        text.lowercased().utf8.reduce(into: "") { word, byte in
            let isPlain = (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte)
            word += isPlain ? String(UnicodeScalar(byte)) : "x" + String(byte, radix: 16)
        }
    }

    /// The runs of a text that were typed without a blank, in small letters.
    public static func pieces(of text: String) -> [String] {
        runs(of: text).map(\.text)
    }
}

extension Unicode.Scalar {
    /// Whether it is a letter or a digit of any script. The common ones are known without the tables of Unicode.
    var isOfWord: Bool {
        switch value {
        case 0x4E00...0x9FFF, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
        case ..<0x80: return false
        default: break
        }
        return switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}
