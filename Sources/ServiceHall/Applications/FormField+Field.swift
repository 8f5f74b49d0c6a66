import Refusals
import Services
import Web

extension FormField {
    /// The question as a field of a page.
    func field(_ answer: FormValue?, provenance: String? = nil, error: Sentence? = nil) -> Field {
        var field = affirm ? promise(answer) : control(inputName, answer)
        field.columns = columns.map { $0.control($0.name, nil) }
        if case .table(let rows) = answer { field.rows = rows.map { $0.mapValues { $0.text ?? "" } } }
        field.provenance = provenance
        field.error = error
        return field
    }

    private func control(_ inputName: String, _ answer: FormValue?) -> Field {
        Field(
            inputName, kind == .money ? label : unit.map { "\(label)（\($0)）" } ?? label,
            Field.Kind(rawValue: kind.rawValue) ?? .text,
            hint: hint, isRequired: required, values: answer?.strings ?? [],
            options: options.map { .init($0.value, $0.label) })
    }

    /// A promise is one box to tick, not a question to be answered with yes or no.
    private func promise(_ answer: FormValue?) -> Field {
        Field(
            inputName, "声明和承诺", .choices, hint: hint, isRequired: required, values: answer?.strings ?? [],
            options: [.init("true", label)])
    }
}

extension FormValue {
    /// The answer as the inputs of a page hold it; the rows of a table stand elsewhere.
    fileprivate var strings: [String] {
        switch self {
        case .list(let picks): picks
        case .string, .number, .bool: [text ?? ""]
        case .table: []
        }
    }
}
