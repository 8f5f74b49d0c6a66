import Foundation

/// Which words titles have now and had not before: pieces of two to four characters, weighed by how rare they were (tf-idf),
/// each shown as the whole it was cut out of.
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
        let hottest = sorted.prefix(shown * Self.looked).map(\.word)
        let found = places(of: Set(hottest), in: now)
        let phrases = hottest.map { Phrase($0, at: found[$0] ?? []) }
        return distinct(phrases.filter { !$0.isMiddle }, shown: shown)
    }

    /// So many pieces are looked at for each word that is shown: a sentence said again and again has many.
    private static let looked = 50

    /// Of phrases with the same words the first alone, unless a further one stands in more titles or says mostly something
    /// else.
    private func distinct(_ phrases: [Phrase], shown: Int) -> [(word: String, count: Int)] {
        var chosen: [(word: String, count: Int, pairs: Set<String>)] = []
        for phrase in phrases where chosen.count < shown {
            let letters = phrase.word.map(String.init)
            let pairs = Set(zip(letters, letters.dropFirst()).map { $0 + $1 })
            let isTold = chosen.contains { other in
                let shared = other.pairs.intersection(pairs).count
                guard other.word != phrase.word, other.count != phrase.count else { return shared > 0 }
                return other.count > phrase.count && shared * 2 >= pairs.count
            }
            if !isTold { chosen.append((phrase.word, phrase.count, pairs)) }
        }
        return chosen.map { ($0.word, $0.count) }
    }

    /// Where these words stand, the first place in each title.
    private func places(of words: Set<String>, in titles: [String]) -> [String: [Phrase.Place]] {
        titles.reduce(into: [:]) { found, title in
            var seen: Set<String> = []
            for letters in runs(of: title) {
                for (word, start) in cuts(of: letters, upTo: 4)
                where words.contains(word) && seen.insert(word).inserted {
                    found[word, default: []].append(Phrase.Place(letters: letters, start: start))
                }
            }
        }
    }

    private func frequencies(_ titles: [String]) -> [String: Int] {
        titles.reduce(into: [:]) { counts, title in
            for word in pieces(of: title) { counts[word, default: 0] += 1 }
        }
    }

    func pieces(of title: String) -> Set<String> {
        runs(of: title).reduce(into: []) { $0.formUnion(cuts(of: $1, upTo: 4).map(\.word)) }
    }

    /// What stands between marks and stops.
    private func runs(of title: String) -> [[Character]] {
        title.split { !$0.isLetter || stops.contains($0) || $0.isASCII }.map { Array($0) }
    }

    /// The pieces a word is longer than.
    private func parts(of word: String) -> Set<String> {
        Set(cuts(of: Array(word), upTo: word.count - 1).map(\.word))
    }

    private func cuts(of letters: [Character], upTo longest: Int) -> [(word: String, start: Int)] {
        var found: [(word: String, start: Int)] = []
        for length in 2..<max(2, longest + 1) where letters.count >= length {
            for start in 0...(letters.count - length) {
                found.append((String(letters[start..<start + length]), start))
            }
        }
        return found
    }
}
