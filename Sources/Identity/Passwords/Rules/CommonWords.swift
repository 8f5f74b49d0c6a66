import Foundation

/// What people make passwords of, one normalised word a line in `Resources/common-words.txt`.
struct CommonWords: Sendable {
    private let words: Set<[UInt8]>
    private let longest: Int

    /// - Parameter lines: words; blank lines and those that begin with `#` are left out.
    init(lines: some Sequence<some StringProtocol>) {
        words = Set(
            lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }.map { Self.normalise(String($0)) }
                .filter { $0.count >= 2 })
        longest = words.map(\.count).max() ?? 0
    }

    /// Reads the list that comes with the program.
    /// - Throws: when the delivered file is damaged.
    static func delivered() throws -> CommonWords {
        let file = Bundle.module.bundleURL.appending(path: "Resources/common-words.txt")
        return CommonWords(lines: try String(contentsOf: file, encoding: .utf8).split(separator: "\n"))
    }

    /// Small letters, and the usual disguises taken off: `P@ssw0rd` becomes `password`.
    static func normalise(_ text: String) -> [UInt8] {
        text.lowercased().utf8.map { disguises[$0] ?? $0 }
    }

    /// The length of the longest word with which these letters begin; 0 when there is none.
    func longestMatch(_ letters: ArraySlice<UInt8>) -> Int {
        stride(from: min(longest, letters.count), to: 1, by: -1)
            .first { words.contains(Array(letters.prefix($0))) } ?? 0
    }

    private static let disguises: [UInt8: UInt8] = [
        UInt8(ascii: "@"): UInt8(ascii: "a"), UInt8(ascii: "0"): UInt8(ascii: "o"),
        UInt8(ascii: "1"): UInt8(ascii: "l"), UInt8(ascii: "!"): UInt8(ascii: "l"),
        UInt8(ascii: "3"): UInt8(ascii: "e"), UInt8(ascii: "$"): UInt8(ascii: "s"),
        UInt8(ascii: "5"): UInt8(ascii: "s"), UInt8(ascii: "7"): UInt8(ascii: "t"),
        UInt8(ascii: "+"): UInt8(ascii: "t"), UInt8(ascii: "4"): UInt8(ascii: "a"),
    ]
}
