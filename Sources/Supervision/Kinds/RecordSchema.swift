import DecisionModel
import Foundation
import Refusals

/// What a record of a kind holds: the part of JSON Schema (2020-12) that a flat record needs. A keyword beyond it is refused
/// and not passed over, so that nobody relies on a check that is never made.
struct RecordSchema: Sendable, Hashable {
    /// One field of a record.
    struct Field: Sendable, Hashable {
        enum Kind: String, Sendable, CaseIterable { case string, number, integer, boolean }
        enum Format: String, Sendable { case date, dateTime = "date-time" }

        let name: String
        var title: String
        var kind: Kind
        var format: Format?
        var options: [String] = []
        var lengths: ClosedRange<Int> = 0...2_000
        var least: Decimal?
        var most: Decimal?
        var isRequired = false
    }

    static let mostFields = 60
    /// In the order of need, then of the alphabet.
    let fields: [Field]

    func field(_ name: String?) -> Field? { fields.first { $0.name == name } }

    /// - Throws: `invalid` at `schema`, naming what cannot be read.
    init(_ schema: Value) throws {
        guard case .context(let members) = schema, members["type"] == .string("object"),
            case .context(let properties) = members["properties"] ?? .null, !properties.isEmpty,
            properties.count <= Self.mostFields
        else {
            throw Self.wrong("应是 JSON Schema：type 为 object，properties 写明 1 到 \(Self.mostFields) 个字段。")
        }
        try Self.requireKnown(
            members,
            ["$schema", "title", "description", "type", "properties", "required", "additionalProperties"],
            "最外层")
        let required = try Self.required(members["required"])
        for name in required where properties[name] == nil {
            throw Self.wrong("required 里的「\(name)」不在 properties 里。")
        }
        fields = try properties.map { name, value in
            var field = try Field(name, value)
            field.isRequired = required.contains(name)
            return field
        }.sorted { ($0.isRequired ? 0 : 1, $0.name) < ($1.isRequired ? 0 : 1, $1.name) }
    }

    private static func required(_ value: Value?) throws -> Set<String> {
        guard let value else { return [] }
        guard case .list(let names) = value else { throw wrong("required 应是字段名的列表。") }
        return Set(
            try names.map { name in
                guard case .string(let name) = name else { throw wrong("required 应是字段名的列表。") }
                return name
            })
    }

    static func wrong(_ sentence: Sentence) -> DomainError { .invalid("schema", sentence) }

    static func requireKnown(_ members: [String: Value], _ known: Set<String>, _ place: String) throws {
        guard let other = members.keys.sorted().first(where: { !known.contains($0) }) else { return }
        throw wrong("\(place)的「\(other)」不能检查，请删去。")
    }
}

extension RecordSchema.Field {
    private static let known: Set<String> = [
        "type", "title", "description", "enum", "format", "minLength", "maxLength", "minimum", "maximum",
    ]

    fileprivate init(_ name: String, _ value: Value) throws {
        guard name.wholeMatches(of: /[a-z][a-z0-9_]{0,39}/) else {
            throw RecordSchema.wrong("字段名「\(name)」应由小写字母、数字和下划线组成，以字母开头。")
        }
        guard case .context(let members) = value, case .string(let type) = members["type"] ?? .null,
            let kind = Kind(rawValue: type)
        else { throw RecordSchema.wrong("字段「\(name)」的 type 应是 string、number、integer 或 boolean。") }
        try RecordSchema.requireKnown(members, Self.known, "字段「\(name)」")
        self.init(name: name, title: name, kind: kind)
        if case .string(let words) = members["title"] ?? .null, (1...40).contains(words.count) {
            title = words
        }
        if case .string(let text) = members["format"] ?? .null {
            guard let format = Format(rawValue: text) else {
                throw RecordSchema.wrong("字段「\(name)」的 format 只能是 date 或 date-time。")
            }
            self.format = format
        }
        if case .list(let values) = members["enum"] ?? .null {
            options = values.compactMap { if case .string(let text) = $0 { text } else { nil } }
            guard options.count == values.count, !options.isEmpty else {
                throw RecordSchema.wrong("字段「\(name)」的 enum 应是文字的列表。")
            }
        }
        (least, most) = (Self.number(members["minimum"]), Self.number(members["maximum"]))
        let (short, long) = (Self.whole(members["minLength"]) ?? 0, Self.whole(members["maxLength"]) ?? 2_000)
        guard short >= 0, short <= long, long <= 2_000 else {
            throw RecordSchema.wrong("字段「\(name)」的长度应在 0 到 2000 之间。")
        }
        lengths = short...long
    }

    private static func number(_ value: Value?) -> Decimal? {
        if case .number(let number) = value ?? .null { number } else { nil }
    }

    private static func whole(_ value: Value?) -> Int? {
        number(value).flatMap { Int(exactly: NSDecimalNumber(decimal: $0).doubleValue) }
    }
}

extension String {
    fileprivate func wholeMatches(of pattern: some RegexComponent) -> Bool {
        (try? pattern.regex.wholeMatch(in: self)) != nil
    }
}
