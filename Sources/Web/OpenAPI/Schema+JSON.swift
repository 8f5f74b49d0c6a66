extension Schema {
    /// The schema in the words of JSON Schema 2020-12, which OpenAPI 3.1 speaks.
    var json: JSONValue {
        switch self {
        case .text: ["type": "string"]
        case .formatted(let format): ["type": "string", "format": .string(format)]
        case .oneOf(let values): ["type": "string", "enum": .list(values.map(JSONValue.string))]
        case .words(let count): Schema.words(count)
        case .matching(let pattern): ["type": "string", "pattern": .string(pattern)]
        case .integer: ["type": "integer"]
        case .whole(let range):
            [
                "type": "integer", "minimum": .integer(range.lowerBound),
                "maximum": .integer(range.upperBound),
            ]
        case .number: ["type": "number"]
        case .boolean: ["type": "boolean"]
        case .list(let item): ["type": "array", "items": item.json]
        case .object(let members): Schema.object(members)
        case .map(let value): ["type": "object", "additionalProperties": value.json]
        case .nullable(let schema): ["anyOf": [schema.json, ["type": "null"]]]
        case .any: [:]
        }
    }

    private static func words(_ count: ClosedRange<Int>) -> JSONValue {
        [
            "type": "string", "minLength": .integer(count.lowerBound),
            "maxLength": .integer(count.upperBound),
        ]
    }

    private static func object(_ members: [Member]) -> JSONValue {
        let properties = members.map { ($0.name, described($0)) }
        var object: [String: JSONValue] = [
            "type": "object",
            "properties": .object(Dictionary(properties, uniquingKeysWith: { $1 })),
        ]
        let required = members.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !required.isEmpty { object["required"] = .list(required) }
        return .object(object)
    }

    private static func described(_ member: Member) -> JSONValue {
        guard let description = member.description, case .object(var schema) = member.schema.json else {
            return member.schema.json
        }
        schema["description"] = .string(description)
        return .object(schema)
    }
}
