import Foundation
import Yams

/// The initials of pinyin (拼音首字母) of characters: `spjyxk` finds 食品经营许可. A character that is read in several ways
/// (多音字) has several, and any of them finds it.
struct PinyinInitials: Sendable {
    private let initials: [Character: [Character]]

    /// The table that comes with the program, `initials.yaml`.
    static func delivered() throws -> PinyinInitials {
        let file = Bundle.module.bundleURL.appending(path: "Resources/initials.yaml")
        return PinyinInitials(try YAMLDecoder().decode(Table.self, from: Data(contentsOf: file)))
    }

    private struct Table: Decodable {
        let characters: [String: String]
        let readings: [String: String]
    }

    private init(_ table: Table) {
        var initials: [Character: [Character]] = [:]
        for (initial, characters) in table.characters {
            for character in characters { initials[character] = Array(initial) }
        }
        for (read, readings) in table.readings {
            for character in read { initials[character] = Array(readings) }
        }
        self.initials = initials
    }

    /// Where in a text these initials stand one after another: the place of the first, nil when they do not.
    ///
    /// - Parameter letters: small Latin letters.
    func place(of letters: [Character], in text: String) -> Int? {
        let read = text.lowercased().compactMap { initials[$0] ?? ($0.isASCII && $0.isLetter ? [$0] : nil) }
        guard !letters.isEmpty, read.count >= letters.count else { return nil }
        return (0...(read.count - letters.count)).first { start in
            letters.indices.allSatisfy { read[start + $0].contains(letters[$0]) }
        }
    }

    /// Whether two words of one length sound alike as far as their initials say.
    func soundAlike(_ word: [Character], _ other: [Character]) -> Bool {
        word.count == other.count
            && zip(word, other).allSatisfy { first, second in
                guard first != second else { return true }
                guard let some = initials[first], let others = initials[second] else { return false }
                return some.contains(where: others.contains)
            }
    }
}
