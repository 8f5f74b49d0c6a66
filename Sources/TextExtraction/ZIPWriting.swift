import CZlib

/// A ZIP archive that is being written (APPNOTE 6.3), its entries as they are, unfolded: small files that a program made.
struct ZIPWriting {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// Puts a text in.
    mutating func add(_ name: String, _ text: String) {
        let (name, content, start) = (Array(name.utf8), Array(text.utf8), bytes.count)
        let sum = content.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
        // Version 2.0, names in UTF-8, stored, and the first day that can be said: the same tables are the same bytes.
        let common =
            Self.number(20, 2) + Self.number(0x0800, 2) + Self.number(0, 2) + Self.number(0, 2)
            + Self.number(0x0021, 2) + Self.number(Int(sum), 4) + Self.number(content.count, 4)
            + Self.number(content.count, 4) + Self.number(name.count, 2) + Self.number(0, 2)
        bytes += Self.number(0x0403_4B50, 4) + common + name + content
        directory += Self.number(0x0201_4B50, 4) + Self.number(20, 2) + common
        // No comment, one volume, no attributes.
        directory += Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 4)
        directory += Self.number(start, 4) + name
        count += 1
    }

    /// The archive with its directory.
    var finished: [UInt8] {
        let end =
            Self.number(0x0605_4B50, 4) + Self.number(0, 4) + Self.number(count, 2) + Self.number(count, 2)
            + Self.number(directory.count, 4) + Self.number(bytes.count, 4) + Self.number(0, 2)
        return bytes + directory + end
    }

    /// A number with its lowest byte first.
    private static func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}
