/// Addresses on this site.
enum LocalPath {
    /// Whether an address a visitor brought along stays on this site: `//host` and `/\host` do not.
    static func isLocal(_ address: String) -> Bool {
        let start = address.utf8.prefix(2)
        return start.first == UInt8(ascii: "/")
            && !(start.count == 2 && "/\\".utf8.contains(start[start.index(after: start.startIndex)]))
            && !address.utf8.contains { $0 < 0x20 || $0 == 0x7f }
    }

    /// The address as a header can carry it: what is not visible ASCII is percent-encoded.
    static func escaped(_ address: String) -> String {
        guard !address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else { return address }
        var bytes: [UInt8] = []
        for character in address {
            if character.isASCII, character.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) {
                bytes += character.utf8
            } else {
                Escaping.appendURLComponent(String(character), to: &bytes)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
