import CSV
import DecisionModel
import Foundation
import Refusals

/// A file of records: comma-separated values with the names or titles of fields in the first line, or JSON.
enum DeliveredFile {
    static let limitBytes = 4 << 20

    /// - Throws: `invalid` at the field `file` when it is no such file at all.
    static func records(_ bytes: [UInt8], of schema: RecordSchema) throws -> [DeliveredRecord] {
        let start = bytes.first { !" \t\r\n".utf8.contains($0) }
        if start == UInt8(ascii: "[") || start == UInt8(ascii: "{") { return try json(bytes) }
        return try table(bytes, schema)
    }

    private static func json(_ bytes: [UInt8]) throws -> [DeliveredRecord] {
        guard let value = try? JSONDecoder().decode(Value.self, from: Data(bytes)) else {
            throw DomainError.invalid("file", "JSON 读不懂，请核对。")
        }
        var list = value
        if case .context(let members) = value { list = members["records"] ?? .null }
        guard case .list(let values) = list else {
            throw DomainError.invalid("file", "JSON 应是记录的列表，或者 {\"records\": [ … ]}。")
        }
        return values.enumerated().map { place, value in
            guard case .context(let record) = value else {
                return DeliveredRecord(line: place + 1, fault: "应是一条记录（JSON 对象）。")
            }
            return DeliveredRecord(line: place + 1, record: record)
        }
    }

    private static func table(_ bytes: [UInt8], _ schema: RecordSchema) throws -> [DeliveredRecord] {
        guard let encoding = [CSVEncoding.utf8, .gb18030].first(where: { $0.text(bytes) != nil }) else {
            throw DomainError.invalid("file", "文件的编码不认识，请存成 UTF-8 的 CSV 或者 JSON。")
        }
        var reader = CSVReader(bytes, at: .init(), isEnd: true)
        let head = try reader.next().map { try cells($0, encoding).get() } ?? []
        let columns = try head.map { name in
            guard let field = schema.fields.first(where: { $0.name == name || $0.title == name }) else {
                throw DomainError.invalid("file", "第一行的“\(name.prefix(40))”不是这类事项的字段。")
            }
            return field
        }
        guard Set(columns.map(\.name)).count == columns.count else {
            throw DomainError.invalid("file", "第一行有重复的字段。")
        }
        var records: [DeliveredRecord] = []
        while let line = reader.next(), records.count <= MatterIntake.mostRecords {
            records.append(record(line, columns, encoding))
        }
        return records
    }

    private static func record(_ line: CSVRecord, _ columns: [RecordSchema.Field], _ encoding: CSVEncoding)
        -> DeliveredRecord
    {
        switch cells(line, encoding) {
        case .failure(let error): DeliveredRecord(line: line.line, fault: error.sentence.chinese)
        case .success(let cells) where cells.count != columns.count:
            DeliveredRecord(line: line.line, fault: "列数与第一行不同。")
        case .success(let cells):
            DeliveredRecord(
                line: line.line,
                record: Dictionary(zip(columns, cells).map { ($0.name, $0.value(ofCell: $1)) }) { first, _ in
                    first
                })
        }
    }

    private static func cells(_ record: CSVRecord, _ encoding: CSVEncoding) -> Result<[String], DomainError> {
        switch record.cells {
        case .success(let cells): .success(cells.map { encoding.text($0) ?? "" })
        case .failure(let fault): .failure(.invalid("file", fault.sentence))
        }
    }
}
