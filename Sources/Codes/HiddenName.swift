/// A name or a number that must not be read in a text, wherever it stands: blanks between the characters of a name do not hide it,
/// nor do the marks that people put between digits.
struct HiddenName {
    private let characters: [Character]
    /// Whether it is a telephone number.
    let isNumber: Bool

    init(_ name: String) {
        let digits = name.filter(\.isNumber)
        isNumber = digits.count >= 7 && name.allSatisfy { $0.isNumber || Self.isMark($0) }
        characters = Array(isNumber ? digits : name)
    }

    /// Where it stands in a text.
    func places(in text: String) -> [Range<String.Index>] {
        var places: [Range<String.Index>] = []
        var start = text.startIndex
        while start < text.endIndex {
            if let end = end(of: text[start...]) {
                places.append(start..<end)
                start = end
            } else {
                start = text.index(after: start)
            }
        }
        return places
    }

    /// The text with it covered.
    func covered(in text: String) -> String {
        var (covered, rest) = ("", text.startIndex)
        for place in places(in: text) {
            covered += text[rest..<place.lowerBound] + cover
            rest = place.upperBound
        }
        return covered + text[rest...]
    }

    private var cover: String {
        isNumber ? Masking.phone(String(characters)) : Masking.name(String(characters))
    }

    /// Where it ends, if the text begins with it.
    private func end(of text: Substring) -> String.Index? {
        var (index, found) = (text.startIndex, 0)
        while index < text.endIndex, found < characters.count {
            let character = text[index]
            if character == characters[found] || isNumber && character.isSameDigit(as: characters[found]) {
                found += 1
            } else if found == 0 || !isGap(character) {
                return nil
            }
            index = text.index(after: index)
        }
        return found == characters.count ? index : nil
    }

    private func isGap(_ character: Character) -> Bool {
        character.isWhitespace || isNumber && Self.isMark(character)
    }

    private static func isMark(_ character: Character) -> Bool { " +-－—–.．·•/_()（）".contains(character) }
}

extension Character {
    /// Full-width digits are the same digits.
    fileprivate func isSameDigit(as other: Character) -> Bool {
        wholeNumberValue.map { (0...9).contains($0) && $0 == other.wholeNumberValue } ?? false
    }
}
