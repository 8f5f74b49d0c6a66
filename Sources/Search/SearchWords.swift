/// Chinese text cut for a full-text index: every pair of neighbouring characters is a word (食品经营 is 食品,
/// 品经, 经营), and the last one stands alone, so that a single character finds its words by their beginning.
/// Letters and digits stay whole.
///
/// Both engines index the same words, and no dictionary has to know the names of people.
public enum SearchWords {
    /// The words of a text, in order, each once, in small letters.
    public static func of(_ text: String) -> [String] { words(of: runs(of: text), andCharacters: false) }

    /// The same, and every character of Chinese text as a word of its own: a character that stands in half of all
    /// texts is then found along one list of the index and not along all that begin with it.
    public static func withCharacters(of text: String) -> [String] {
        words(of: runs(of: text), andCharacters: true)
    }

    /// A word as it stands for one scope, such as an organ, apart from all others: one word to both engines. The
    /// letter between the two is in no language that names are written in here.
    public static func scoped(_ word: String, to scope: String) -> String { "\(scope)ǀ\(word)" }

    /// Two neighbours, or one character alone. Told apart by their numbers: to hash a Chinese string costs twenty times as much as to make it.
    struct Pair: Hashable {
        let first: Unicode.Scalar
        let second: Unicode.Scalar?

        var word: String {
            var word = String(first)
            if let second { word.unicodeScalars.append(second) }
            return word
        }
    }

    private static func words(of runs: [Run], andCharacters: Bool) -> [String] {
        var (pairs, latin, words) = (Set<Pair>(), Set<String>(), [String]())
        for run in runs {
            guard run.isChinese else {
                if latin.insert(run.text).inserted { words.append(run.text) }
                continue
            }
            let scalars = run.scalars
            for place in scalars.indices {
                let second = place + 1 < scalars.endIndex ? scalars[place + 1] : nil
                let pair = Pair(first: scalars[place], second: second)
                if pairs.insert(pair).inserted { words.append(pair.word) }
            }
            guard andCharacters else { continue }
            for scalar in scalars where pairs.insert(Pair(first: scalar, second: nil)).inserted {
                words.append(String(scalar))
            }
        }
        return words
    }

    /// Neighbouring letters and digits of one kind.
    struct Run {
        var scalars: [Unicode.Scalar]
        let isChinese: Bool

        var text: String {
            var text = ""
            text.unicodeScalars.append(contentsOf: scalars)
            return text
        }
    }

    static func runs(of text: String) -> [Run] {
        var (runs, isJoined) = ([Run](), false)
        for scalar in text.lowercased().unicodeScalars {
            guard scalar.isOfWord else {
                isJoined = false
                continue
            }
            let isChinese = !scalar.isASCII
            if isJoined, runs.last?.isChinese == isChinese {
                runs[runs.count - 1].scalars.append(scalar)
            } else {
                runs.append(Run(scalars: [scalar], isChinese: isChinese))
            }
            isJoined = true
        }
        return runs
    }
}
