public import Refusals

/// Why a document cannot be read.
public struct XMLTreeError: Error, Sendable, Hashable {
    /// The line on which reading stopped, counted from 1.
    public let line: Int
    /// What is wrong, in words for the person who chose the file.
    public let sentence: Sentence

    init(line: Int, _ sentence: Sentence) {
        self.line = line
        self.sentence = sentence
    }
}
