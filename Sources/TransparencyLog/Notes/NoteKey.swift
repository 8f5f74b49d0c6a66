import Crypto

/// The public half of a key that signs notes, and the name it signs under (C2SP signed-note).
///
/// As text, a verifier key: `<name>+<id in hexadecimal>+<base64 of type and public key>`.
public struct NoteKey: Sendable, Hashable {
    /// Who signs: an address without scheme, such as `minben.duanzhou.gov.cn/journal`.
    public let name: String
    /// The first byte says of which type the key is; 0xff is followed by a longer identifier of its own. Then
    /// comes the public key.
    public let material: [UInt8]
    /// What tells the keys of a name apart: the first four bytes of a hash over name and material.
    public let id: UInt32

    /// A key under a name.
    ///
    /// - Throws: ``LogFault/malformedKey`` when the name is empty or has spaces or plus signs in it.
    public init(name: String, material: [UInt8]) throws {
        guard Self.isName(name), material.count > 1 else { throw LogFault.malformedKey }
        self.name = name
        self.material = material
        let digest = SHA256.hash(data: Array(name.utf8) + [UInt8(ascii: "\n")] + material)
        id = digest.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The key that a verifier key spells.
    ///
    /// - Throws: ``LogFault/malformedKey``, also when the id is that of another key.
    public init(_ text: String) throws {
        let (name, id, material) = try Self.parts(of: text)
        try self.init(name: name, material: material)
        guard idText == id else { throw LogFault.malformedKey }
    }

    /// The public key, when it is of the type that these bytes name.
    public func publicKey(ofType type: [UInt8]) -> [UInt8]? {
        material.starts(with: type) ? Array(material.dropFirst(type.count)) : nil
    }

    /// What a verifier key is written of; a secret key has the same form.
    static func parts(of text: String) throws -> (name: String, id: String, material: [UInt8]) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(
            String.init)
        guard parts.count == 3, let material = Base64.bytes(parts[2]) else { throw LogFault.malformedKey }
        return (parts[0], parts[1], material)
    }

    static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "+" && $0.value >= 0x20 }
    }

    var idText: String {
        let digits = String(id, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}

extension NoteKey: CustomStringConvertible {
    /// The verifier key, to be published.
    public var description: String { "\(name)+\(idText)+\(Base64.text(material))" }
}
