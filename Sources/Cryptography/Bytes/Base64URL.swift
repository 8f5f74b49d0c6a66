/// Base64 in the alphabet of RFC 4648 §5, without padding: 6 bits a character, nothing that needs quoting.
public enum Base64URL {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xff, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()

    /// The bytes as text.
    public static func text(_ bytes: [UInt8]) -> String {
        let count = (bytes.count * 8 + 5) / 6
        return String(unsafeUninitializedCapacity: count) { buffer in
            var (bits, held, place): (UInt32, Int, Int) = (0, 0, 0)
            for byte in bytes {
                (bits, held) = (bits << 8 | UInt32(byte), held + 8)
                while held >= 6 {
                    held -= 6
                    buffer[place] = alphabet[Int(bits >> held & 63)]
                    place += 1
                }
            }
            if held > 0 {
                buffer[place] = alphabet[Int(bits << (6 - held) & 63)]
                place += 1
            }
            return place
        }
    }

    /// The bytes that the text spells, or nil; there is one text only for the same bytes.
    public static func bytes(_ text: Substring.UTF8View) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count * 3 / 4)
        var (bits, held): (UInt32, Int) = (0, 0)
        for character in text {
            let value = values[Int(character)]
            guard value != 0xff else { return nil }
            (bits, held) = (bits << 6 | UInt32(value), held + 6)
            if held >= 8 {
                held -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> held))
            }
        }
        // What is left over is less than a character, and zero.
        guard held < 6, bits & (1 << held - 1) == 0 else { return nil }
        return bytes
    }
}
