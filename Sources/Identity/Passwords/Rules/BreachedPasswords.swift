import Crypto
import Foundation

/// A list of passwords that are known to be out, in a file of the installation's own: SHA-1 in capital hexadecimal at the
/// start of each line, lines in order, as the public collections are delivered. It may hold billions of lines: nothing
/// of it is read into memory.
struct BreachedPasswords: Sendable {
    /// The file is not such a list.
    struct Unreadable: Error, CustomStringConvertible {
        let path: String
        var description: String { "泄露密码库 \(path) 无法读取：应为按 SHA-1（大写十六进制）排序的文本，每行一个" }
    }

    private static let digits = 40
    /// Longer than any line: the digest, a colon, a count.
    private static let windowBytes = 128

    private let path: String

    /// - Throws: ``Unreadable`` when the first line does not begin with a digest.
    init(path: String) throws {
        self.path = path
        guard let file = FileHandle(forReadingAtPath: path) else { throw Unreadable(path: path) }
        defer { try? file.close() }
        guard try line(after: 0, in: file) != nil else { throw Unreadable(path: path) }
    }

    /// Whether a password is in the list: about thirty short reads in the largest of them.
    /// - Throws: ``Unreadable`` when the file has gone or is damaged.
    func contains(_ password: String) throws -> Bool {
        let wanted = Insecure.SHA1.hash(data: Data(password.utf8)).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined().uppercased()
        guard let file = FileHandle(forReadingAtPath: path) else { throw Unreadable(path: path) }
        defer { try? file.close() }
        var (low, high) = (UInt64(0), try file.seekToEnd())
        while low < high {
            let middle = low + (high - low) / 2
            guard let found = try line(after: middle, in: file), found.digest < wanted else {
                high = middle
                continue
            }
            low = found.end
        }
        return try line(after: low, in: file)?.digest == wanted
    }

    /// The first line that begins at this place or after it: its digest, and where the next begins.
    private func line(after place: UInt64, in file: FileHandle) throws -> (digest: String, end: UInt64)? {
        let start = place == 0 ? 0 : place - 1
        try file.seek(toOffset: start)
        guard let window = try file.read(upToCount: 2 * Self.windowBytes), !window.isEmpty else { return nil }
        var bytes = Array(window)[...]
        if place > 0 {
            guard let newline = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            bytes = bytes[(newline + 1)...]
        }
        guard !bytes.isEmpty else { return nil }
        let digest = bytes.prefix(Self.digits)
        guard digest.count == Self.digits, digest.allSatisfy(Self.isDigit) else {
            throw Unreadable(path: path)
        }
        let end = bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.endIndex
        return (String(decoding: digest, as: UTF8.self), start + UInt64(end))
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte)
    }
}
