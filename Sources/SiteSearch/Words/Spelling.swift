/// What somebody may have meant (您是不是要找): the piece of a known name that differs from what was typed by a slip, or
/// sounds like it.
struct Spelling: Sendable {
    /// What was typed, in small letters.
    private let typed: [Character]
    private let initials: PinyinInitials
    /// Longer questions are sentences, in which a slip is found by their other words.
    private static let lengths = 2...12
    private var slips: Int { typed.count > 4 ? 2 : 1 }

    /// Nil when what was typed is too short or too long to be a misspelt word.
    init?(_ typed: String, initials: PinyinInitials) {
        self.typed = Array(typed.lowercased())
        self.initials = initials
        guard Self.lengths.contains(self.typed.count) else { return nil }
    }

    /// The best of what the names offer, at most three; the first names count first among equals.
    func suggestions(from names: [String]) -> [String] {
        var best: [String: Int] = [:]
        var order: [String] = []
        for name in names {
            guard let (word, distance) = closest(in: Array(name)) else { continue }
            if best[word] == nil { order.append(word) }
            best[word] = min(best[word] ?? .max, distance)
        }
        let ranked = order.enumerated().sorted {
            (best[$0.element] ?? .max, $0.offset) < (best[$1.element] ?? .max, $1.offset)
        }
        return ranked.prefix(3).map(\.element)
    }

    private func closest(in name: [Character]) -> (String, Int)? {
        // What was typed rightly needs no other word.
        guard !String(name).lowercased().contains(String(typed)) else { return nil }
        var best: (word: String, distance: Int, inside: Int)?
        for length in (max(typed.count - 1, 2)...(typed.count + 1)).reversed() where length <= name.count {
            for start in 0...(name.count - length) {
                let word = Array(name[start..<(start + length)])
                guard word.allSatisfy({ $0.isLetter || $0.isNumber }), let distance = distance(to: word)
                else { continue }
                // A whole name is a better word than its beginning or end, and that than a piece from inside.
                let inside = (start == 0 ? 0 : 1) + (start + length == name.count ? 0 : 1)
                if let best, (best.distance, best.inside) <= (distance, inside) { continue }
                best = (String(word), distance, inside)
            }
        }
        return best.map { ($0.word, $0.distance) }
    }

    /// How far a word is from what was typed; nil when it is another one. A word of the same length that sounds alike is
    /// as near as one slip.
    func distance(to word: [Character]) -> Int? {
        let word = word.map { $0.lowercased().first ?? $0 }
        guard word != typed else { return nil }
        let shared = typed.count { word.contains($0) }
        if shared > 0, initials.soundAlike(typed, word) { return 1 }
        guard shared >= typed.count - slips, shared > 0 else { return nil }
        let distance = Self.edits(typed, word)
        return distance <= slips ? distance : nil
    }

    /// Levenshtein's distance: letters put in, left out or changed.
    static func edits(_ first: [Character], _ second: [Character]) -> Int {
        var row = Array(0...second.count)
        for (index, character) in first.enumerated() {
            var (diagonal, left) = (row[0], index + 1)
            row[0] = left
            for place in second.indices {
                let change = diagonal + (character == second[place] ? 0 : 1)
                diagonal = row[place + 1]
                left = min(change, diagonal + 1, left + 1)
                row[place + 1] = left
            }
        }
        return row[second.count]
    }
}
