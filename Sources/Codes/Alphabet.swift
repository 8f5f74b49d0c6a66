/// The characters of a code in the order of their values, and how to say them.
struct Alphabet: Sendable {
    let symbols: [UInt8]
    let chinese: String

    private init(_ symbols: String, _ chinese: String) {
        self.symbols = Array(symbols.utf8)
        self.chinese = chinese
    }

    static let digits = Alphabet("0123456789", "数字")
    static let alphanumeric = Alphabet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "数字和字母")
    /// GB 32100 leaves out the letters that are easily misread.
    static let creditCode = Alphabet("0123456789ABCDEFGHJKLMNPQRTUWXY", "数字和字母（不含 I、O、S、V、Z）")

    /// The value of each character; nil when one is not of this alphabet.
    func values(of text: some StringProtocol) -> [Int]? {
        var values: [Int] = []
        for byte in text.utf8 {
            guard let value = symbols.firstIndex(of: byte) else { return nil }
            values.append(value)
        }
        return values
    }

    /// The character with a value, which must be less than the number of symbols.
    func symbol(_ value: Int) -> String { String(UnicodeScalar(symbols[value])) }
}
