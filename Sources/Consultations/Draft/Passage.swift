import Refusals
import WorkingTime

/// An article or a heading of a draft, under a mark that stays the same in all versions.
struct Passage: Sendable, Hashable, Codable {
    static let longestWords = 3_000

    /// `p1`, `p2` …: what comments are fastened to.
    let anchor: String
    var heading: String
    var words: String
    /// The numbers of the comments it was changed because of.
    var because: [Int]

    /// A passage as it was written on the desk.
    ///
    /// - Throws: `invalid` at the field.
    init(anchor: String, heading: String, words: String, because: [Int] = []) throws {
        var errors: [FieldError] = []
        if !(1...60).contains(heading.count) { errors.append(FieldError("heading", "请写明条目名称，1 到 60 字。")) }
        if !(2...Self.longestWords).contains(words.count) {
            errors.append(FieldError("words", "请写明内容，2 到 \(Self.longestWords) 字；更长的请分成几条。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        (self.anchor, self.heading, self.words) = (anchor, heading, words)
        self.because = Array(Set(because)).sorted()
    }

    /// Whether it says the same, whatever brought it about.
    func saysSame(as other: Passage?) -> Bool { heading == other?.heading && words == other?.words }
}

/// A version of a draft as it was published.
struct PublishedVersion: Sendable {
    let version: Int
    let passages: [Passage]
    let note: String
    let publishedAt: Instant
    /// The passages that went with it, each because of the comments that were named for it.
    let removed: [Passage]
}
