import Codes
import DecisionModel
import Services

/// The answers of an application with people's numbers, telephones and addresses hidden.
struct FormMasking: Sendable {
    /// The item as it stood when the case was filed; nil when that version is no longer kept.
    let item: ServiceItem?

    func masked(_ form: [String: Value]) -> [String: Value] {
        guard let item else { return form.mapValues(Self.recognised) }
        return Self.masked(form, by: item.fields)
    }

    private static func masked(_ form: [String: Value], by fields: [FormField]) -> [String: Value] {
        let known = Dictionary(fields.map { ($0.name, $0) }) { first, _ in first }
        return Dictionary(
            uniqueKeysWithValues: form.map { name, value in
                (name, known[name].map { masked(value, by: $0) } ?? recognised(value))
            })
    }

    private static func masked(_ value: Value, by field: FormField) -> Value {
        switch value {
        case .list(let values): .list(values.map { masked($0, by: field) })
        case .context(let cells): .context(masked(cells, by: field.columns))
        case .string(let text): .string(masked(text, field.kind))
        case .null, .bool, .number: value
        }
    }

    private static func masked(_ text: String, _ kind: FieldKind) -> String {
        switch kind {
        case .identityNumber: Masking.identityNumber(text)
        case .phone: Masking.phone(text)
        case .address: Masking.address(text)
        case .bankAccount: Masking.bankAccount(text)
        default: text
        }
    }

    /// An answer to a question nobody knows any more: what is a person's number is hidden all the same.
    private static func recognised(_ value: Value) -> Value {
        switch value {
        case .list(let values): .list(values.map(recognised))
        case .context(let cells): .context(cells.mapValues(recognised))
        case .string(let text) where (try? IdentityNumber(text)) != nil:
            .string(Masking.identityNumber(text))
        case .string(let text) where (try? MobileNumber(text)) != nil: .string(Masking.phone(text))
        case .null, .bool, .number, .string: value
        }
    }
}
