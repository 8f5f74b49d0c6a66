extension Masking {
    /// Words of people as they are published: telephone, identity and card numbers in them are covered, also with blanks
    /// and strokes between their digits or in wide digits. Days, amounts and articles stay.
    public static func numbers(in text: String) -> String {
        let narrow = String(text.map { wide[$0] ?? $0 })
        // The shortest of them, a landline, has ten digits; most titles and many letters have fewer.
        guard narrow.count(where: \.isNumber) >= 10 else { return narrow }
        return
            narrow
            .replacing(/\d{6}[ \-]?\d{8}[ \-]?\d{3}[ \-]?[\dXx](?!\d)/) { identityNumber(plain($0.output)) }
            .replacing(/1[3-9]\d[ \-.·•\/_]?\d{4}[ \-.·•\/_]?\d{4}(?!\d)/) { phone(plain($0.output)) }
            .replacing(/\d{4}(?:[ \-]?\d{4}){3}(?:[ \-]?\d{1,3})?(?!\d)/) { stars(plain($0.output)) }
            .replacing(/0\d{2,3}[ \-]?\d{7,8}(?!\d)/) { stars(plain($0.output)) }
            .replacing(/\d{15}(?!\d)/) { stars(plain($0.output)) }
    }

    /// Whether a mobile number stands in a text with points or strokes between its parts.
    static func hasDottedMobile(_ text: String) -> Bool {
        String(text.map { wide[$0] ?? $0 })
            .contains(/(?:^|[^0-9])1[3-9]\d[.·•\/_]?\d{4}[.·•\/_]?\d{4}(?!\d)/)
    }

    /// The landlines in a text, each as its digits: three or four of the area and seven or eight of the line.
    static func landlines(in text: String) -> [String] {
        let narrow = String(text.map { wide[$0] ?? $0 })
        return narrow.matches(of: /(?:^|[^0-9])(0\d{2,3}[ \-]?\d{7,8})(?!\d)/).map { plain($0.output.1) }
    }

    private static func plain(_ found: Substring) -> String {
        found.filter { !" -.·•/_".contains($0) }.uppercased()
    }

    private static func stars(_ plain: String) -> String {
        String(repeating: "*", count: plain.count - 4) + plain.suffix(4)
    }

    private static let wide: [Character: Character] = Dictionary(
        zip("０１２３４５６７８９－　Ｘ", "0123456789- X")
    ) { first, _ in first }
}
