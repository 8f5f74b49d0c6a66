/// Unguessable codes on receipts and licences: who holds the paper may ask about it.
public enum VerificationCode {
    /// Letters and digits that are not mistaken for one another when read aloud or typed.
    private static let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")
    /// 16 characters of 5 bits: 80 bits.
    private static let length = 16

    /// A new code.
    public static func new() -> String {
        var generator = SystemRandomNumberGenerator()
        return String(
            (0..<length).map { _ in alphabet[Int.random(in: alphabet.indices, using: &generator)] })
    }
}
