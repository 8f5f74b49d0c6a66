import DecisionModel
import Foundation

/// A form as JSON Schema 2020-12: what a program must send, and what it may show.
///
/// It tells the normal spelling of every answer. What JSON Schema cannot say stands beside it for people and programs
/// that want it: `x-kind`, `x-visible-when`, `x-calculated` and `x-rules` hold our own words and FEEL.
public struct FormSchema: Sendable {
    private let service: PublicService

    /// The schema of a service's form.
    public init(_ service: PublicService) { self.service = service }

    /// The document; `id` is the address it is fetched from.
    public func document(id: String) -> Value {
        let fields = service.item.fields
        var members: [String: Value] = [
            "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": .string(id),
            "title": .string(service.item.name), "type": "object",
            "x-service": .string(service.code), "x-version": .number(.init(service.version)),
            "x-pages": .list(service.item.pages.map(Self.page)),
            "properties": .context(Dictionary(fields.map { ($0.name, $0.schema) }) { first, _ in first }),
            "required": .list(fields.filter(\.isAlwaysAsked).map { .string($0.name) }),
            "additionalProperties": false,
        ]
        let conditions = fields.compactMap { Self.conditional($0, fields) }
        if !conditions.isEmpty { members["allOf"] = .list(conditions) }
        return .context(members)
    }

    private static func page(_ page: FormPage) -> Value {
        [
            "id": .string(page.id), "title": .string(page.title),
            "fields": .list(page.fields.map { .string($0.name) }),
        ]
    }

    /// A question that must be answered when another one has a certain answer.
    private static func conditional(_ field: FormField, _ fields: [FormField]) -> Value? {
        guard field.required, field.calculated == nil, let expression = field.visibleWhen,
            let condition = SimpleCondition(expression, of: fields)?.schema(of: fields)
        else { return nil }
        return ["if": condition, "then": ["required": [.string(field.name)]]]
    }
}

extension FormField {
    /// Whether every sender must answer it.
    fileprivate var isAlwaysAsked: Bool { required && visibleWhen == nil && calculated == nil }

    /// What may be answered.
    var schema: Value {
        var members = shape
        members["title"] = .string(label)
        members["x-kind"] = .string(kind.rawValue)
        members["description"] = hint.map { .string($0) }
        members["x-unit"] = unit.map { .string($0) }
        members["x-group"] = group.map { .string($0) }
        members["x-visible-when"] = visibleWhen.map { .string($0) }
        members["x-calculated"] = calculated.map { .string($0) }
        if calculated != nil { members["readOnly"] = true }
        if !rules.isEmpty {
            members["x-rules"] = .list(
                rules.map { ["holds": .string($0.holds), "otherwise": .string($0.otherwise)] })
        }
        return .context(members)
    }

    private var shape: [String: Value] {
        switch kind {
        case .integer: bounded("integer")
        case .number, .money: bounded("number")
        case .boolean: affirm ? ["const": true] : ["type": "boolean"]
        case .choice, .division: picked
        case .choices: counted(["type": "array", "uniqueItems": true, "items": .context(picked)])
        case .table: counted(["type": "array", "items": row])
        case .region: ["type": "string", "pattern": "^[1-9][0-9]{5}$", "x-code-system": "GB/T 2260"]
        default: written
        }
    }

    private var written: [String: Value] {
        var members: [String: Value] = ["type": "string"]
        members["maxLength"] = .number(.init(maxLength ?? kind.defaultMaxLength))
        if required { members["minLength"] = 1 }
        members["pattern"] = pattern.map { .string($0) }
        if kind == .email { members["format"] = "email" }
        if kind == .date { members["format"] = "date" }
        return members
    }

    private var pattern: String? {
        switch kind {
        case .phone: "^(1[3-9][0-9]{9}|0[1-9][0-9]{1,2}[- ]?[0-9]{7,8})$"
        case .date: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
        case .identityNumber: "^[0-9]{17}[0-9X]$"
        case .creditCode: "^[0-9A-HJ-NPQRTUWXY]{18}$"
        case .bankAccount: "^[0-9]{12,30}$"
        case .file: "^[1-9][0-9]{0,18}$"
        case .mapPoint: "^[0-9]{2,3}(\\.[0-9]+)?,[0-9]{1,2}(\\.[0-9]+)?$"
        default: nil
        }
    }

    private func bounded(_ type: String) -> [String: Value] {
        var members: [String: Value] = ["type": .string(type)]
        members["minimum"] = (min ?? (kind == .money ? 0 : nil)).map { .number($0) }
        members["maximum"] = .number(max ?? 1_000_000_000_000)
        return members
    }

    /// Without options, which a district may not have yet, nothing can be picked and any text is told.
    private var picked: [String: Value] {
        guard !options.isEmpty else { return ["type": "string"] }
        return ["oneOf": .list(options.map { ["const": .string($0.value), "title": .string($0.label)] })]
    }

    private func counted(_ members: [String: Value]) -> [String: Value] {
        var members = members
        members["minItems"] = .number(min ?? (required ? 1 : 0))
        members["maxItems"] = .number(max ?? (kind == .table ? 50 : .init(options.count)))
        return members
    }

    private var row: Value {
        [
            "type": "object", "additionalProperties": false,
            "properties": .context(Dictionary(columns.map { ($0.name, $0.schema) }) { first, _ in first }),
            "required": .list(columns.filter(\.required).map { .string($0.name) }),
        ]
    }
}
