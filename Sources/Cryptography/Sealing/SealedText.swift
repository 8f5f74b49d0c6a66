/// A sealed value as a column keeps it: `mb1:<suite>:<key version>:<nonce ‖ ciphertext ‖ tag in base64url>`.
struct SealedText {
    static let mark = "mb1:"
    let key: KeyName
    let content: [UInt8]

    init(key: KeyName, content: [UInt8]) {
        (self.key, self.content) = (key, content)
    }

    /// Whether a text is meant to be a sealed one. Nothing else in a column that is sealed may begin so.
    static func isMarked(_ text: String) -> Bool { text.utf8.starts(with: mark.utf8) }

    /// Throws ``CryptographyError/malformed(_:)``.
    init(_ text: String) throws {
        let parts = text.utf8.dropFirst(Self.mark.utf8.count)
            .split(separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
        guard Self.isMarked(text), parts.count == 3,
            let key = KeyName(suite: Substring(parts[0]), version: Substring(parts[1])),
            let content = Base64URL.bytes(parts[2])
        else { throw CryptographyError.malformed("密文") }
        self.init(key: key, content: content)
    }

    /// What is bound to the content besides its place: that it was sealed with this key.
    static func bound(_ key: KeyName, _ place: Place) -> [UInt8] {
        Array("\(mark)\(key)\n".utf8) + place.bytes
    }

    var text: String { "\(Self.mark)\(key):\(Base64URL.text(content))" }
}
