/// What a picture says of itself in its first bytes, read before anything is decoded: a few kilobytes can claim to be
/// a picture that fills the memory.
struct PictureHead: Sendable, Hashable {
    /// Pixels as they are stored.
    var width: Int
    /// Pixels as they are stored.
    var height: Int
    /// How it is to be turned to be seen (Exif 2.32 tag 0x0112), 1 for as it is.
    var orientation = 1

    /// Nil when the bytes are no picture of this format.
    init?(_ bytes: [UInt8], _ format: Picture.Format) {
        let head: PictureHead? =
            switch format {
            case .png: Self.png(bytes)
            case .jpeg: Self.jpeg(bytes)
            case .webp: Self.webp(bytes)
            }
        guard let head, head.width > 0, head.height > 0 else { return nil }
        self = head
    }

    private init(width: Int, height: Int) { (self.width, self.height) = (width, height) }

    private static func big(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int? {
        guard place >= 0, place + count <= bytes.count else { return nil }
        return bytes[place..<(place + count)].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func little(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int? {
        guard place >= 0, place + count <= bytes.count else { return nil }
        return bytes[place..<(place + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    private static func png(_ bytes: [UInt8]) -> PictureHead? {
        guard let width = big(bytes, 16, 4), let height = big(bytes, 20, 4) else { return nil }
        return PictureHead(width: width, height: height)
    }

    /// VP8, VP8L and VP8X (RFC 9649).
    private static func webp(_ bytes: [UInt8]) -> PictureHead? {
        guard bytes.count > 30 else { return nil }
        switch String(decoding: bytes[12..<16], as: UTF8.self) {
        case "VP8 ":
            guard let width = little(bytes, 26, 2), let height = little(bytes, 28, 2) else { return nil }
            return PictureHead(width: width & 0x3FFF, height: height & 0x3FFF)
        case "VP8L":
            guard let bits = little(bytes, 21, 4) else { return nil }
            return PictureHead(width: (bits & 0x3FFF) + 1, height: (bits >> 14 & 0x3FFF) + 1)
        case "VP8X":
            guard let width = little(bytes, 24, 3), let height = little(bytes, 27, 3) else { return nil }
            return PictureHead(width: width + 1, height: height + 1)
        default: return nil
        }
    }

    /// Walks along the segments (ITU-T T.81) to the first frame, past the one that holds the orientation.
    private static func jpeg(_ bytes: [UInt8]) -> PictureHead? {
        var (place, orientation) = (2, 1)
        while place + 4 <= bytes.count, bytes[place] == 0xFF {
            let marker = bytes[place + 1]
            // Fill bytes may stand before a marker.
            if marker == 0xFF {
                place += 1
                continue
            }
            guard let length = big(bytes, place + 2, 2), length >= 2 else { return nil }
            if marker == 0xE1 { orientation = Self.orientation(bytes, place + 4, length - 2) ?? orientation }
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                guard let height = big(bytes, place + 5, 2), let width = big(bytes, place + 7, 2) else {
                    return nil
                }
                var head = PictureHead(width: width, height: height)
                head.orientation = orientation
                return head
            }
            place += 2 + length
        }
        return nil
    }

    /// The orientation in the first directory of an Exif segment.
    private static func orientation(_ bytes: [UInt8], _ start: Int, _ length: Int) -> Int? {
        let end = min(start + length, bytes.count)
        guard start + 14 <= end, bytes[start..<(start + 4)].elementsEqual("Exif".utf8) else { return nil }
        let tiff = start + 6
        let number = bytes[tiff] == UInt8(ascii: "I") ? little : big
        guard let first = number(bytes, tiff + 4, 4), let count = number(bytes, tiff + first, 2), count < 500
        else { return nil }
        for index in 0..<count {
            let entry = tiff + first + 2 + 12 * index
            guard entry + 12 <= end else { return nil }
            if number(bytes, entry, 2) == 0x0112 {
                return number(bytes, entry + 8, 2).flatMap { (1...8).contains($0) ? $0 : nil }
            }
        }
        return nil
    }
}
