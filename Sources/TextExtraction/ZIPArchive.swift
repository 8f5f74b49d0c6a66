import Refusals

/// A ZIP archive in memory, as office documents are (APPNOTE 6.3): its entries by the central directory, unfolded one
/// by one and never beyond a limit.
struct ZIPArchive {
    /// One file in it.
    struct Entry {
        let name: String
        /// The bytes of the name, for who knows better how it is written.
        let rawName: [UInt8]
        let isFolded: Bool
        let foldedBytes: Int
        /// Where its own head stands.
        let offset: Int
    }

    /// So many files an archive may have.
    static let mostEntries = 5_000
    /// So much all of them together may unfold to.
    static let limitBytes = 200 << 20

    static let damaged = DomainError.invalid("file", "文件已损坏，读不出里面的内容。请重新导出后再上传。")
    static let bomb = DomainError.invalid(
        "file", "文件展开以后大得异常（超过 \(limitBytes >> 20) MB 或 \(mostEntries) 项），像是压缩炸弹，不能上传。")

    let entries: [Entry]
    private let bytes: [UInt8]

    /// Reads the directory of an archive. Throws `invalid` when it is damaged or has too many entries.
    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        let reader = LittleEndian(bytes)
        let end = try Self.end(of: bytes)
        let (count, start) = (
            try reader.number(at: end + 10, bytes: 2), try reader.number(at: end + 16, bytes: 4)
        )
        guard count <= Self.mostEntries else { throw Self.bomb }
        var (entries, place) = ([Entry](), start)
        for _ in 0..<count {
            guard try reader.number(at: place, bytes: 4) == 0x0201_4B50 else { throw Self.damaged }
            let method = try reader.number(at: place + 10, bytes: 2)
            guard method == 0 || method == 8 else { throw Self.damaged }
            let lengths = try [28, 30, 32].map { try reader.number(at: place + $0, bytes: 2) }
            let name = try reader.slice(at: place + 46, count: lengths[0])
            entries.append(
                Entry(
                    name: String(decoding: name, as: UTF8.self), rawName: Array(name), isFolded: method == 8,
                    foldedBytes: try reader.number(at: place + 20, bytes: 4),
                    offset: try reader.number(at: place + 42, bytes: 4)))
            place += 46 + lengths.reduce(0, +)
        }
        self.entries = entries
    }

    /// Unfolds everything once and keeps nothing: what an archive says of its sizes is not believed.
    ///
    /// - Throws: `invalid` for one that unfolds to more than ``limitBytes``, and for one that is damaged.
    func requireBounded() throws {
        var rest = Self.limitBytes
        for entry in entries { rest -= try unfold(entry, limitBytes: rest) { _ in } }
    }

    /// What an entry holds, at most `limitBytes` of it or else it is refused.
    func bytes(of entry: Entry, limitBytes: Int = limitBytes) throws -> [UInt8] {
        var bytes: [UInt8] = []
        _ = try unfold(entry, limitBytes: limitBytes) { bytes.append(contentsOf: $0) }
        return bytes
    }

    private func unfold(
        _ entry: Entry, limitBytes: Int, _ take: (UnsafeBufferPointer<UInt8>) -> Void
    ) throws -> Int {
        let reader = LittleEndian(bytes)
        guard try reader.number(at: entry.offset, bytes: 4) == 0x0403_4B50 else { throw Self.damaged }
        let lengths = try [26, 28].map { try reader.number(at: entry.offset + $0, bytes: 2) }
        let content = try reader.slice(
            at: entry.offset + 30 + lengths[0] + lengths[1], count: entry.foldedBytes)
        guard entry.isFolded else {
            guard content.count <= limitBytes else { throw Self.bomb }
            content.withUnsafeBufferPointer(take)
            return content.count
        }
        do { return try Inflation.run(content, limitBytes: limitBytes, take) } catch Inflation.Failure.tooMuch
        {
            throw Self.bomb
        } catch { throw Self.damaged }
    }

    /// The end of the directory stands at the end, before a comment of at most 65,535 bytes.
    private static func end(of bytes: [UInt8]) throws -> Int {
        guard bytes.count >= 22 else { throw damaged }
        let first = max(0, bytes.count - 22 - 65_535)
        for place in stride(from: bytes.count - 22, through: first, by: -1)
        where bytes[place] == 0x50 && bytes[place + 1] == 0x4B && bytes[place + 2] == 5
            && bytes[place + 3] == 6
        {
            return place
        }
        throw damaged
    }
}

/// Numbers and stretches of an archive, never beyond its end.
struct LittleEndian {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func number(at place: Int, bytes count: Int) throws -> Int {
        try slice(at: place, count: count).reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    func slice(at place: Int, count: Int) throws -> ArraySlice<UInt8> {
        guard place >= 0, count >= 0, place <= bytes.count, count <= bytes.count - place else {
            throw ZIPArchive.damaged
        }
        return bytes[place..<(place + count)]
    }
}
