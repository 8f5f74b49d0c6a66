import Foundation

/// Which words titles have now and had not before: pieces of two to four characters, weighed by how rare they were (tf-idf).
struct HotWords: Sendable {
    private let stops: Set<Character>

    init(stops: String) { self.stops = Set(stops) }

    /// The words with how many titles have them, the hottest first.
    func hottest(_ now: [String], before: [String], shown: Int) -> [(word: String, count: Int)] {
        let (counts, earlier) = (frequencies(now), frequencies(before))
        let repeated = counts.filter { $0.value > 1 }
        // A piece of a longer word that stands in just as many titles tells nothing of its own.
        let told = repeated.reduce(into: Set<String>()) { told, word in
            told.formUnion(parts(of: word.key).filter { repeated[$0] == word.value })
        }
        let whole = repeated.filter { !told.contains($0.key) }
        let documents = Double(max(1, before.count))
        let weighed = whole.map { word, count in
            (
                word: word, count: count,
                weight: Double(count) * log((documents + 1) / Double((earlier[word] ?? 0) + 1) + 1)
            )
        }
        let sorted = weighed.sorted { ($0.weight, $1.word) > ($1.weight, $0.word) }
        return distinct(sorted.prefix(shown * 10).map { ($0.word, $0.count) }, shown: shown)
    }

    /// Of pieces of the same words, which stand in just as many titles, the first alone.
    private func distinct(_ words: [(word: String, count: Int)], shown: Int) -> [(word: String, count: Int)] {
        var chosen: [(word: String, count: Int, pairs: Set<String>)] = []
        for (word, count) in words where chosen.count < shown {
            let letters = word.map(String.init)
            let pairs = Set(zip(letters, letters.dropFirst()).map { $0 + $1 })
            guard !chosen.contains(where: { $0.count == count && !$0.pairs.isDisjoint(with: pairs) }) else {
                continue
            }
            chosen.append((word, count, pairs))
        }
        return chosen.map { ($0.word, $0.count) }
    }

    private func frequencies(_ titles: [String]) -> [String: Int] {
        titles.reduce(into: [:]) { counts, title in
            for word in pieces(of: title) { counts[word, default: 0] += 1 }
        }
    }

    func pieces(of title: String) -> Set<String> {
        let runs = title.split { !$0.isLetter || stops.contains($0) || $0.isASCII }
        return runs.reduce(into: []) { $0.formUnion(pieces(of: Array($1), upTo: 4)) }
    }

    /// The pieces a word is longer than.
    private func parts(of word: String) -> Set<String> { pieces(of: Array(word), upTo: word.count - 1) }

    private func pieces(of letters: [Character], upTo longest: Int) -> Set<String> {
        var found: Set<String> = []
        for length in 2..<max(2, longest + 1) where letters.count >= length {
            for start in 0...(letters.count - length) {
                found.insert(String(letters[start..<start + length]))
            }
        }
        return found
    }
}
