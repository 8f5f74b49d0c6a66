/// Chinese text cut for a full-text index: every pair of neighbouring characters is a word (食品经营 is 食品,
/// 品经, 经营), and the last one stands alone, so that a single character finds its words by their beginning.
/// Letters and digits stay whole.
///
/// Both engines index the same words, and no dictionary has to know the names of people.
public enum SearchWords {
    /// The words of a text, in order, each once, in small letters.
    public static func of(_ text: String) -> [String] {
        var seen: Set<String> = []
        return runs(of: text).flatMap(words).filter { seen.insert($0).inserted }
    }

    /// The same, and every character of Chinese text as a word of its own: a character that stands in half of all
    /// texts is then found along one list of the index and not along all that begin with it.
    public static func withCharacters(of text: String) -> [String] {
        var seen: Set<String> = []
        return runs(of: text).flatMap { run in
            words(run) + (run.isChinese ? run.characters.map { String($0) } : [])
        }.filter { seen.insert($0).inserted }
    }

    /// A word as it stands for one scope, such as an organ, apart from all others: one word to both engines. The
    /// letter between the two is in no language that names are written in here.
    public static func scoped(_ word: String, to scope: String) -> String { "\(scope)ǀ\(word)" }

    private static func words(_ run: Run) -> [String] {
        guard run.isChinese else { return [String(run.characters)] }
        return run.characters.indices.map { place in
            String(run.characters[place..<min(place + 2, run.characters.endIndex)])
        }
    }

    /// Neighbouring characters of one kind.
    struct Run {
        var characters: [Character]
        let isChinese: Bool
    }

    static func runs(of text: String) -> [Run] {
        var runs: [Run] = []
        var isJoined = false
        for character in text.lowercased() {
            guard character.isLetter || character.isNumber else {
                isJoined = false
                continue
            }
            let isChinese = !character.isASCII
            if isJoined, runs.last?.isChinese == isChinese {
                runs[runs.count - 1].characters.append(character)
            } else {
                runs.append(Run(characters: [character], isChinese: isChinese))
            }
            isJoined = true
        }
        return runs
    }
}
