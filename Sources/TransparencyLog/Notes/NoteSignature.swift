/// One signature below a note: `— <name> <base64 of key id and signature>`.
public struct NoteSignature: Sendable, Hashable {
    /// Under which name was signed.
    public let name: String
    /// The ``NoteKey/id`` of the key.
    public let keyID: UInt32
    /// The signature itself, as its type has it.
    public let bytes: [UInt8]

    /// A signature made with a key.
    public init(by key: NoteKey, bytes: [UInt8]) {
        (name, keyID, self.bytes) = (key.name, key.id, bytes)
    }

    /// The signature that a line without its newline spells; nil when it spells none.
    public init?(line: String) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, parts[0] == "—", NoteKey.isName(parts[1]),
            let payload = Base64.bytes(parts[2]), payload.count > 4
        else { return nil }
        name = parts[1]
        keyID = payload.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
        bytes = Array(payload.dropFirst(4))
    }

    /// The line without its newline.
    public var line: String {
        let id = (0..<4).map { UInt8(truncatingIfNeeded: keyID >> (24 - 8 * $0)) }
        return "— \(name) \(Base64.text(id + bytes))"
    }
}
