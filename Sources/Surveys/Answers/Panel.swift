import CSV
import Refusals
import Storage
import WorkingTime

/// Answers that somebody else has collected (第三方样本): counted beside ours and never among them.
struct Panel: Sendable, Hashable {
    let id: Int64
    let name: String
    let answers: Int
    let importedAt: Instant
}

/// A file of such answers: the first line names the columns (年龄, q1, q2 …), each further line is one answer. Choices are
/// written by their numbers or their words, several of them with 、 between.
struct PanelFile: Sendable {
    static let mostRows = 20_000
    static let limitBytes = 4 << 20
    private static let mostFaults = 20

    /// One line that can be counted.
    struct Row: Sendable, Hashable {
        let band: AgeBand
        let answers: [String: [String]]
    }

    let rows: [Row]

    /// Reads the whole file, or nothing of it.
    ///
    /// - Throws: `invalid` at the field `file`, naming the first lines that are wrong.
    init(_ bytes: [UInt8], for survey: Survey) throws {
        guard let encoding = [CSVEncoding.utf8, .gb18030].first(where: { $0.text(bytes) != nil }) else {
            throw DomainError.invalid("file", "文件的编码不认识，请存成 UTF-8 的 CSV。")
        }
        var reader = CSVReader(bytes, at: .init(), isEnd: true)
        let head = try Self.cells(reader.next(), encoding) ?? []
        let columns = try Self.columns(head, of: survey)
        var (rows, faults) = ([Row](), [String]())
        while let record = reader.next(), faults.count < Self.mostFaults {
            do {
                let cells = try Self.cells(record, encoding) ?? []
                rows.append(try Self.row(cells, columns, of: survey))
            } catch DomainError.invalid(let errors) {
                faults.append("第 \(record.line) 行：\(errors.map { "\($0.sentence)" }.joined())")
            }
            guard rows.count <= Self.mostRows else {
                throw DomainError.invalid("file", "一次最多导入 \(Self.mostRows) 份。")
            }
        }
        guard faults.isEmpty else {
            throw DomainError.invalid("file", "\(faults.joined(separator: " "))整个文件没有导入。")
        }
        guard !rows.isEmpty else { throw DomainError.invalid("file", "文件里没有答卷。") }
        self.rows = rows
    }

    private static func cells(_ record: CSVRecord?, _ encoding: CSVEncoding) throws -> [String]? {
        guard let record else { return nil }
        switch record.cells {
        case .success(let cells): return cells.map { encoding.text($0) ?? "" }
        case .failure(let fault): throw DomainError.invalid("file", fault.sentence)
        }
    }

    /// Which column holds what; nil for the age.
    private static func columns(_ head: [String], of survey: Survey) throws -> [SurveyQuestion?] {
        guard head.contains("年龄") else { throw DomainError.invalid("file", "第一行要有“年龄”一列。") }
        if let twice = head.first(where: { name in head.count { $0 == name } > 1 }) {
            throw DomainError.invalid("file", "第一行的“\(twice)”写了不止一列。")
        }
        return try head.map { name in
            if name == "年龄" { return nil }
            guard let question = survey.questions.first(where: { $0.key == name }) else {
                throw DomainError.invalid("file", "问卷里没有“\(name)”这个编号。")
            }
            return question
        }
    }

    private static func row(_ cells: [String], _ columns: [SurveyQuestion?], of survey: Survey) throws -> Row
    {
        guard cells.count == columns.count else { throw DomainError.invalid("file", "列数与第一行不同。") }
        var (band, given) = (AgeBand?.none, [String: [String]]())
        for (cell, question) in zip(cells, columns) {
            if let question {
                given[question.key] = question.values(of: cell)
            } else {
                band = AgeBand(written: cell)
            }
        }
        guard let band else {
            throw DomainError.invalid(
                "file", "年龄要写成“\(AgeBand.allCases.map(\.chinese).joined(separator: "”“"))”。")
        }
        return Row(band: band, answers: try survey.checked { given[$0] ?? [] })
    }
}

extension SurveyQuestion {
    /// What a cell chooses: numbers, or the words of the options.
    fileprivate func values(of cell: String) -> [String] {
        guard kind != .text else { return [cell] }
        let parts = kind == .several ? cell.split(separator: "、").map(String.init) : [cell]
        return parts.map { part in choices.first { $0.label == part.trimmed }?.value ?? part }
    }
}
