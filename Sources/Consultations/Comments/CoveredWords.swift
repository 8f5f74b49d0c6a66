import Codes

/// Words of people as they are kept and published.
enum CoveredWords {
    /// Numbers by which somebody could be found are covered.
    static func covered(_ text: String) -> String { Masking.numbers(in: text) }

    /// What two comments that say the same have in common: no blanks, no punctuation, no case.
    static func likeness(_ text: String) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}
