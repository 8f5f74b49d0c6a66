import CSV
import Files
import Refusals

/// An uploaded file of enterprises, looked through once before anything is done with it: what is wrong with it as a
/// whole is told at the field, what is wrong with a row later, in the list of wrong lines.
struct EnterpriseFile: Sendable, Hashable, Codable {
    /// How many rows one file may have.
    static let rowLimit = 200_000

    /// How its text is encoded.
    let encoding: CSVEncoding
    /// The column of each cell; nil for one that is passed over.
    let columns: [EnterpriseColumn?]
    /// Where the first row begins, behind the header.
    let start: CSVReader.Position
    /// How many rows it has.
    private(set) var rowCount = 0

    /// Looks through a file. Throws `invalid` at the field `file`, and `ContentUnavailable`.
    init(lookingThrough file: ReadableFile) async throws {
        var (position, found) = (CSVReader.Position(), EnterpriseFile?.none)
        while position.offset < file.file.size {
            var reader = try await file.reader(at: position)
            while let record = reader.next() {
                if found == nil {
                    found = try EnterpriseFile(header: record, until: reader.position)
                } else {
                    try found?.count()
                }
            }
            position = reader.position
        }
        guard let found, found.rowCount > 0 else { throw Self.refusal("文件里没有数据，请核对是否选错了文件。") }
        self = found
    }

    /// The header is Chinese in every encoding, so it tells them apart.
    private init(header: CSVRecord, until start: CSVReader.Position) throws {
        guard let cells = try? header.cells.get() else {
            throw Self.refusal("第 \(header.line) 行的表头不是 CSV 格式。请用模板中的列名，另存为 CSV 后再上传。")
        }
        let isUTF8 = cells.allSatisfy { CSVEncoding.utf8.text($0) != nil }
        encoding = isUTF8 ? .utf8 : .gb18030
        columns = try EnterpriseColumn.columns(of: cells.map { [encoding] in encoding.text($0) ?? "" })
        self.start = start
    }

    private mutating func count() throws {
        rowCount += 1
        guard rowCount <= Self.rowLimit else {
            throw Self.refusal("文件超过 \(Self.rowLimit / 10_000) 万行，请分成几个文件导入。")
        }
    }

    fileprivate static func refusal(_ sentence: Sentence) -> DomainError { .invalid("file", sentence) }
}

extension ReadableFile {
    /// A reader of the next stretch of the file.
    ///
    /// - Throws: `invalid` for a byte that is in no text, `ContentUnavailable` when the file cannot be had.
    func reader(at position: CSVReader.Position) async throws -> CSVReader {
        let bytes = try await bytes(from: position.offset, count: CSVReader.stretchBytes)
        guard !bytes.contains(0) else {
            throw EnterpriseFile.refusal("文件里有不属于文字的内容。请在表格软件里另存为“CSV（UTF-8）”后再上传。")
        }
        return CSVReader(bytes, at: position, isEnd: position.offset + bytes.count >= file.size)
    }
}
