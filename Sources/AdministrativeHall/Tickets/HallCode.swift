/// Codes that open a ticket or an appointment: eight letters without those that look alike, 40 random bits.
enum HallCode {
    private static let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")

    /// A new one, from the random numbers of the system.
    @Sendable static func random() -> String {
        String((0..<8).map { _ in alphabet[Int.random(in: 0..<alphabet.count)] })
    }

    /// What was typed, as it is kept: dashes, blanks and small letters do not matter.
    static func tidied(_ text: String) -> String {
        String(text.uppercased().filter { alphabet.contains($0) }.prefix(8))
    }

    /// `ABCD-EFGH`.
    static func shown(_ code: String) -> String { "\(code.prefix(4))-\(code.dropFirst(4))" }
}
