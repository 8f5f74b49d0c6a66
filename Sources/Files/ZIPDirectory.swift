import Foundation
import Refusals

/// The names of a ZIP archive's entries, read from its central directory (APPNOTE 6.3 §4.3.12, §4.3.16).
/// Nothing is unpacked, so a bomb stays folded.
enum ZIPDirectory {
    private static let endSignature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    private static let entrySignature: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
    private static let endLength = 22
    private static let entryLength = 46
    private static let commentLimit = 65_535
    private static let directoryLimit = 4 << 20
    private static let broken = DomainError.invalid("file", "文件已损坏，无法识别。请重新导出后再上传。")

    /// Throws ``DomainError/invalid(_:)`` when the directory is missing, damaged or out of proportion.
    static func entryNames(in handle: FileHandle) throws -> [String] {
        let directory = try directory(in: handle)
        var names: [String] = []
        var place = 0
        while place < directory.count {
            guard directory[place...].starts(with: entrySignature), place + entryLength <= directory.count
            else { throw broken }
            let lengths = [28, 30, 32].map { number(directory, at: place + $0, bytes: 2) }
            let end = place + entryLength + lengths[0]
            guard end <= directory.count else { throw broken }
            names.append(String(decoding: directory[(place + entryLength)..<end], as: UTF8.self))
            place = end + lengths[1] + lengths[2]
        }
        return names
    }

    private static func directory(in handle: FileHandle) throws -> [UInt8] {
        let size = Int(try handle.seekToEnd())
        let tailLength = min(size, endLength + commentLimit)
        let tail = try bytes(in: handle, at: size - tailLength, count: tailLength)
        guard tail.count >= endLength,
            let end = (0...(tail.count - endLength)).last(where: { tail[$0...].starts(with: endSignature) })
        else { throw broken }
        let length = number(tail, at: end + 12, bytes: 4)
        let offset = number(tail, at: end + 16, bytes: 4)
        guard length > 0, length <= directoryLimit, offset + length <= size else { throw broken }
        return try bytes(in: handle, at: offset, count: length)
    }

    private static func bytes(in handle: FileHandle, at offset: Int, count: Int) throws -> [UInt8] {
        try handle.seek(toOffset: UInt64(offset))
        let data = try handle.read(upToCount: count) ?? Data()
        guard data.count == count else { throw broken }
        return [UInt8](data)
    }

    /// A little-endian number.
    private static func number(_ bytes: [UInt8], at place: Int, bytes count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
}
