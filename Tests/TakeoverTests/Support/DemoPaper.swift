import Foundation

/// A small real picture, and archives of one file.
enum DemoPaper {
    /// One grey point.
    static let png: [UInt8] = Array(
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
        ) ?? Data())

    /// An archive with one file, stored as it is; its name in the bytes given or in UTF-8.
    static func archive(_ name: String, _ content: [UInt8], rawName: [UInt8]? = nil) -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        let name = rawName ?? Array(name.utf8)
        let common =
            number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(0, 4)
            + number(content.count, 4) + number(content.count, 4) + number(name.count, 2) + number(0, 2)
        let local = number(0x0403_4B50, 4) + common + name + content
        let directory =
            number(0x0201_4B50, 4) + number(20, 2) + common + [UInt8](repeating: 0, count: 14) + name
        return local + directory + number(0x0605_4B50, 4) + number(0, 4) + number(1, 2) + number(1, 2)
            + number(directory.count, 4) + number(local.count, 4) + number(0, 2)
    }
}
