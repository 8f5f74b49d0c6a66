/// How much there is to guess in a password: characters that stand for themselves count one each, and so does every
/// piece that everybody thinks of: a common word, a run along the keyboard, a repetition, a year.
///
/// `Duanzhou@2026` weighs 3, although it is 13 long: that is what who tries common passwords sees.
struct PasswordWeight {
    /// Common words and habits in normalised form.
    let words: CommonWords

    /// The rows of the keyboard and the order of letters and digits, along which fingers run.
    private static let rows = [
        "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "0123456789",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "147258369",
    ].flatMap { [Array($0.utf8), Array($0.utf8.reversed())] }

    private static let shortestRun = 3

    /// How many pieces a guesser has to hit.
    func weight(of password: String) -> Int {
        let letters = CommonWords.normalise(password)
        let plain = Array(password.lowercased().utf8)
        var (position, weight) = (0, 0)
        while position < letters.count {
            position += max(
                1, words.longestMatch(letters[position...]), Self.run(plain, position),
                Self.repetition(plain, position), Self.year(plain, position))
            weight += 1
        }
        return weight
    }

    /// How far a run along a row goes from here; 0 when it is too short to be one.
    private static func run(_ letters: [UInt8], _ start: Int) -> Int {
        let longest =
            rows.map { row in
                row.indices.map { place in
                    zip(row[place...], letters.dropFirst(start)).prefix { $0 == $1 }.count
                }.max() ?? 0
            }.max() ?? 0
        return longest >= shortestRun ? longest : 0
    }

    /// How far the same one, two, three or four characters repeat from here: `aaaa`, `abab`, `520520`.
    private static func repetition(_ letters: [UInt8], _ start: Int) -> Int {
        (1...4).map { period in
            let rest = letters.dropFirst(start)
            let same = zip(rest.dropFirst(period), rest).prefix { $0 == $1 }.count
            return same >= max(2, period) ? same + period : 0
        }.max() ?? 0
    }

    /// A year of a living person's life, or a day in it: 1985, 19851115.
    private static func year(_ letters: [UInt8], _ start: Int) -> Int {
        let digits = letters.dropFirst(start).prefix(8).prefix {
            $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")
        }
        guard digits.count >= 4, let year = Int(String(decoding: digits.prefix(4), as: UTF8.self)),
            (1900...2099).contains(year)
        else { return 0 }
        guard digits.count == 8, let day = Int(String(decoding: digits.dropFirst(4), as: UTF8.self)),
            (1...12).contains(day / 100), (1...31).contains(day % 100)
        else { return 4 }
        return 8
    }
}
