import Codes
import DecisionModel
import Foundation
import Refusals
import WorkingTime

extension RecordSchema {
    /// What is wrong with a record, each in a sentence that names its field.
    func faults(_ record: [String: Value]) -> [String] {
        let unknown = record.keys.filter { field($0) == nil }.sorted().prefix(5).map {
            "没有「\($0.prefix(40))」这个字段。"
        }
        return unknown
            + fields.flatMap { field -> [String] in
                let value = record[field.name] ?? .null
                if field.isEmpty(value) {
                    return field.isRequired ? ["缺少「\(field.title)」（\(field.name)）。"] : []
                }
                return field.faults(value).map { "「\(field.title)」（\(field.name)）\($0)" }
            }
    }
}

extension RecordSchema {
    /// A record without the white space around its texts: `A1 ` is no other matter than `A1`, and a blank is nothing.
    static func trimmed(_ record: [String: Value]) -> [String: Value] {
        record.mapValues { value -> Value in
            guard case .string(let text) = value else { return value }
            return .string(text.trimmed)
        }
    }
}

extension RecordSchema.Field {
    func isEmpty(_ value: Value) -> Bool { value == .null || value == .string("") }

    fileprivate func faults(_ value: Value) -> [String] {
        switch (kind, value) {
        case (.string, .string(let text)): faults(text)
        case (.number, .number(let number)): faults(number)
        case (.integer, .number(let number)):
            number.isWhole ? faults(number) : ["应是整数。"]
        case (.boolean, .bool): []
        default: [expected]
        }
    }

    private func faults(_ text: String) -> [String] {
        guard !text.contains("\0") else { return ["不能有空字符。"] }
        guard lengths.contains(text.count) else {
            return [
                text.count > lengths.upperBound
                    ? "不能超过 \(lengths.upperBound) 个字。" : "不能少于 \(lengths.lowerBound) 个字。"
            ]
        }
        guard options.isEmpty || options.contains(text) else {
            return ["应是\(options.map { "“\($0)”" }.joined(separator: "、"))之一。"]
        }
        if let format, format.instant(text) == nil { return [expected] }
        // What is supervised is an organ's work: who it was about is kept where it was done.
        let personal = format == nil ? PersonalData.findings(in: text, names: []) : []
        return personal.isEmpty ? [] : ["含有身份证号码或者电话等个人信息，监察不需要，请删去再报。"]
    }

    private func faults(_ number: Decimal) -> [String] {
        if let least, number < least { return ["不能小于 \(least)。"] }
        if let most, number > most { return ["不能大于 \(most)。"] }
        return []
    }

    /// What it should be, in words.
    var expected: String {
        switch (kind, format) {
        case (.string, .date): "应是日期，例如 2026-11-24。"
        case (.string, .dateTime): "应是时间，例如 2026-11-24T09:30:00+08:00。"
        case (.string, nil): "应是文字。"
        case (.number, _): "应是数字。"
        case (.integer, _): "应是整数。"
        case (.boolean, _): "应是“是”或“否”（true、false）。"
        }
    }

    /// What stands in a cell of a table, as the value it is meant to be; what cannot be read stays text and is refused.
    func value(ofCell text: String) -> Value {
        switch kind {
        case _ where text.isEmpty: .null
        case .string: .string(text)
        case .number, .integer:
            text.wholeMatch(of: /-?[0-9]{1,18}(\.[0-9]{1,8})?/) == nil
                ? .string(text) : Decimal(string: text).map(Value.number) ?? .string(text)
        case .boolean:
            ["是": true, "true": true, "否": false, "false": false][text].map(Value.bool) ?? .string(text)
        }
    }
}

extension RecordSchema.Field.Format {
    /// The instant a text names: of a day, its beginning.
    func instant(_ text: String) -> Instant? {
        switch self {
        case .date: CivilDate(iso: text)?.startOfDay
        case .dateTime: Instant(rfc3339: text)
        }
    }
}

extension Decimal {
    fileprivate var isWhole: Bool {
        var (value, rounded) = (self, Decimal())
        NSDecimalRound(&rounded, &value, 0, .plain)
        return rounded == value
    }
}
