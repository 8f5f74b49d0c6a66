/// The query code of a receipt, as it is printed and as it is typed.
public enum QueryCode {
    private static let groupLength = 4

    /// In groups of four, which are easier to read out: `7K3M 9QXA 2CDE 8FGH`.
    public static func grouped(_ code: String) -> String {
        let characters = Array(code)
        return stride(from: 0, to: characters.count, by: groupLength)
            .map { String(characters[$0..<min($0 + groupLength, characters.count)]) }
            .joined(separator: " ")
    }

    /// What was typed, without blanks and hyphens, in capitals.
    public static func read(_ typed: String) -> String {
        typed.uppercased().filter { $0.isLetter || $0.isNumber }
    }
}
