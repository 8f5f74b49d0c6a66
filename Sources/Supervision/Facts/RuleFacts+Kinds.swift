import DecisionModel
import Foundation

extension RuleFacts {
    /// The fields that conditions may ask for, with values that never were.
    static func fields(of kinds: [SupervisedKind]) -> [String: Value] {
        let fields = kinds.compactMap { try? RecordSchema($0.schema).fields }.joined()
        return Dictionary(fields.map { ($0.name, $0.sample) }) { first, _ in first }
    }
}

extension RecordSchema.Field {
    /// A value as the field might hold it.
    var sample: Value {
        switch (kind, format) {
        case (.boolean, _): false
        case (.integer, _), (.number, _): .number(least ?? 1)
        case (.string, .date): "2026-11-24"
        case (.string, .dateTime): "2026-11-24T09:30:00+08:00"
        case (.string, nil): .string(options.first ?? "示例")
        }
    }
}
