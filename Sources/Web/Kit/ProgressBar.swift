/// How far long work has come: a bar, and beside it the same in words.
public struct ProgressBar: Sendable {
    private let label: String
    private let percent: Int?
    private let words: [String]

    /// A bar; without a percentage there are only the words.
    ///
    /// - Parameters:
    ///   - label: what is progressing, for screen readers.
    ///   - percent: 0 to 100; nil while nobody knows how much there is.
    ///   - words: the count, and what else is known: rate, remaining time.
    public init(_ label: String, percent: Int?, words: [String]) {
        self.label = label
        self.percent = percent
        self.words = words
    }

    /// The bar and the words.
    public var html: HTML {
        "\(bar)\(each: words.enumerated(), { index, words in index == 0 ? "<span>\(words)</span>" : "<br><span class=\"quiet-words\">\(words)</span>" })"
    }

    private var bar: HTML? {
        percent.map {
            "<progress class=\"bar\" max=\"100\" value=\"\($0)\" aria-label=\"\(label)\">\($0)%</progress>"
        }
    }
}
