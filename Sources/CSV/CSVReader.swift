/// Reads records out of one stretch of a file, and says where the next stretch begins: a large file is read step by
/// step, and its reading goes on where it was left.
///
/// A record that is broken costs itself and no other: reading goes on in the next line.
public struct CSVReader: Sendable {
    /// How long a record may be, in bytes: 16 KB.
    public static let recordLimitBytes = 16 << 10
    /// Over how many lines a record may go. It keeps small what an unclosed quotation mark makes us read in vain.
    public static let recordLimitLines = 20
    /// How long a stretch should be, in bytes: 128 KB. It must be longer than a record.
    public static let stretchBytes = 128 << 10

    /// A place between two records.
    public struct Position: Sendable, Hashable, Codable {
        /// How many bytes of the file stand before it.
        public fileprivate(set) var offset = 0
        /// The line of the file, from 1.
        public fileprivate(set) var line = 1
        /// Whether the rest of a broken line is to be passed over first.
        fileprivate var isInBrokenLine = false

        /// The beginning of a file.
        public init() {}
    }

    /// Where the next record is looked for.
    public private(set) var position: Position
    private let bytes: [UInt8]
    private let isEnd: Bool
    private var place = 0

    /// A reader of the bytes that stand at a position.
    ///
    /// - Parameter isEnd: whether the file ends with them.
    public init(_ bytes: [UInt8], at position: Position, isEnd: Bool) {
        (self.bytes, self.position, self.isEnd) = (bytes, position, isEnd)
        if position.offset == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { move(to: 3, lines: 0) }
    }

    /// The next record; nil when no other one ends within these bytes. Empty lines are passed over.
    public mutating func next() -> CSVRecord? {
        while !position.isInBrokenLine || passBrokenLine(), place < bytes.count {
            let line = position.line
            var scan = CSVScan(bytes, from: place, isEnd: isEnd)
            do throws(CSVScan.Stop) {
                let cells = try scan.cells()
                move(to: scan.place, lines: scan.lines)
                guard cells.contains(where: { !Self.isBlank($0) }) else { continue }
                return CSVRecord(line: line, cells: .success(cells))
            } catch .fault(let fault) {
                position.isInBrokenLine = true
                return CSVRecord(line: line, cells: .failure(fault))
            } catch { return nil }
        }
        return nil
    }

    /// Passes over what is left of a broken line; false when it does not end within these bytes.
    private mutating func passBrokenLine() -> Bool {
        let ends = [CSVScan.newline, CSVScan.carriageReturn]
        guard let end = bytes[place...].firstIndex(where: ends.contains) else {
            move(to: bytes.count, lines: 0)
            return false
        }
        let isReturn = bytes[end] == CSVScan.carriageReturn
        // Whether a line feed belongs to it is seen only with the next bytes.
        guard !isReturn || end + 1 < bytes.count || isEnd else {
            move(to: end, lines: 0)
            return false
        }
        let isPair = isReturn && end + 1 < bytes.count && bytes[end + 1] == CSVScan.newline
        move(to: end + (isPair ? 2 : 1), lines: 1)
        position.isInBrokenLine = false
        return true
    }

    private mutating func move(to place: Int, lines: Int) {
        position.offset += place - self.place
        position.line += lines
        self.place = place
    }

    private static func isBlank(_ cell: [UInt8]) -> Bool { cell.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
}
