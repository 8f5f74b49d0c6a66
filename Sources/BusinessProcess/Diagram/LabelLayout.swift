/// Words broken into lines that fit a width, as even as possible.
///
/// There is no font at hand when the drawing is made, so widths are estimated: a Chinese character is as
/// wide as the font is high, Latin letters about half of that.
struct LabelLayout {
    /// The lines from top to bottom.
    let lines: [String]
    /// The size of the characters, in pixels.
    let fontSize: Double
    /// From one line to the next, in pixels.
    var lineHeight: Double { fontSize * 1.3 }
    /// The widest line, in pixels.
    var width: Double { lines.map { Self.ems($0) * fontSize }.max() ?? 0 }

    /// Takes the largest size, from 15 px down, at which the words fit into the box.
    init(_ text: String, width: Double, height: Double, fontSize: Double = 15) {
        let sizes = stride(from: fontSize, through: 9, by: -1).map { size in
            LabelLayout(text, width: width, fontSize: size)
        }
        let fitting = sizes.first { Double($0.lines.count) * $0.lineHeight <= height && $0.width <= width }
        self = fitting ?? LabelLayout(text, width: width, fontSize: 9)
    }

    /// As many lines as the width needs.
    init(_ text: String, width: Double, fontSize: Double) {
        self.fontSize = fontSize
        let widest = max(width / fontSize, 1)
        let pieces = Self.pieces(of: text)
        let greedy = Self.fill(pieces, upTo: widest)
        let even = max(Self.ems(text) / Double(greedy.count), 1)
        // The narrowest measure with the same number of lines leaves no single character on the last one.
        let measures = stride(from: even, to: widest, by: 0.25)
        lines = measures.lazy.map { Self.fill(pieces, upTo: $0) }.first { $0.count == greedy.count } ?? greedy
    }

    /// Where a line may break: around every Chinese character, elsewhere at spaces, but never before the
    /// punctuation that closes a phrase.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        for character in text {
            let joins = pieces.last.map { last in
                "，。、；：！？）」』》%".contains(character)
                    || "（「『《".contains(last.last ?? " ")
                    || !(character.isWide || (last.last?.isWide ?? true) || last.last == " ")
            }
            if joins == true {
                pieces[pieces.count - 1].append(character)
            } else {
                pieces.append(String(character))
            }
        }
        return pieces
    }

    private static func fill(_ pieces: [String], upTo width: Double) -> [String] {
        var lines = [""]
        for piece in pieces {
            let line = lines[lines.count - 1]
            if !line.isEmpty, ems(line + piece) > width {
                lines.append(piece)
            } else {
                lines[lines.count - 1] = line + piece
            }
        }
        return lines.map { line in
            String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// The width in units of the font's size.
    static func ems(_ text: some StringProtocol) -> Double {
        text.reduce(0) { $0 + $1.ems }
    }
}

extension Character {
    /// Whether it fills a square: Chinese characters and punctuation, kana, full-width forms.
    var isWide: Bool { unicodeScalars.first.map { $0.value >= 0x2E80 } ?? false }

    fileprivate var ems: Double {
        if isWide { return 1 }
        if self == " " { return 0.3 }
        return isUppercase ? 0.68 : 0.54
    }
}
