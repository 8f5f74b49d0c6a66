import Foundation
import Refusals

extension FormField {
    /// The picked option. A community's code stands for the street it lies in (its first nine digits), for
    /// what the government knows of a person is the community.
    func readPick(_ value: FormValue) throws(FieldError) -> String {
        guard let text = value.text?.trimmed else { throw refusal("请只选一项\(label)。") }
        let isInStreet = kind == .division && divisionLevel != .community && text.count == 12
        let pick = isInStreet ? String(text.prefix(9)) : text
        try requireOption(pick)
        return pick
    }

    /// The picked options, each once, in the order they are listed in.
    func readPicks(_ value: FormValue) throws(FieldError) -> [String] {
        let picks: [String]
        switch value {
        case .list(let list): picks = list
        case .string(let text): picks = [text.trimmed]
        case .number, .bool, .table: throw refusal("请从列出的选项中选择\(label)。")
        }
        for pick in picks { try requireOption(pick) }
        let read = options.map(\.value).filter(picks.contains)
        if let least = min, Decimal(read.count) < least { throw refusal("\(label)至少选 \(least) 项。") }
        if let most = max, Decimal(read.count) > most { throw refusal("\(label)最多选 \(most) 项。") }
        return read
    }

    private func requireOption(_ pick: String) throws(FieldError) {
        guard options.contains(where: { $0.value == pick }) else {
            throw refusal("请从列出的选项中选择\(label)。")
        }
    }
}

extension FormField {
    /// The most rows a table takes when it says nothing else.
    static let defaultMaxRows = 50

    /// The rows of a table; the first wrong cell is the refusal, with its row in words.
    func readRows(_ value: FormValue) throws(FieldError) -> [[String: FormValue]] {
        guard case .table(let rows) = value else { throw refusal("\(label)应为表格，每行一条。") }
        let most = max.map { NSDecimalNumber(decimal: $0).intValue } ?? Self.defaultMaxRows
        guard rows.count <= most else { throw refusal("\(label)最多 \(most) 行，现在有 \(rows.count) 行。") }
        if let least = min, Decimal(rows.count) < least { throw refusal("\(label)至少填写 \(least) 行。") }
        var read: [[String: FormValue]] = []
        for (index, row) in rows.enumerated() { read.append(try readRow(row, number: index + 1)) }
        return read
    }

    private func readRow(_ row: [String: FormValue], number: Int) throws(FieldError) -> [String: FormValue] {
        let known = Set(columns.map(\.name))
        if let stranger = row.keys.sorted().first(where: { !known.contains($0) }) {
            throw refusal("\(label)第 \(number) 行没有“\(stranger.prefix(40))”这一栏。")
        }
        var read: [String: FormValue] = [:]
        for column in columns {
            do {
                read[column.name] = try column.read(row[column.name])
            } catch {
                throw refusal("\(label)第 \(number) 行：\(error.sentence.chinese)")
            }
        }
        return read
    }
}
