import Services
import Web
import WorkingTime

/// How a group is shown and read.
protocol ItemPart {
    static func fields(_ item: ServiceItem, _ choices: ItemChoices) -> [Field]
    static func apply(_ entry: inout ItemEntry, to item: inout ServiceItem)
}

extension Field {
    /// Shows what was entered instead of what is known.
    mutating func take(_ form: FormData) {
        if kind == .table {
            rows = form.rows(name, columns: columns.map(\.name))
        } else {
            values = form.all(name).filter { !$0.isEmpty }
        }
    }
}

extension Field {
    /// A limit: a number and its unit.
    static func limit(_ name: String, _ label: String, _ limit: TimeLimit?, hint: String) -> [Field] {
        [
            Field(
                "\(name)_value", label, .integer, hint: hint, isRequired: false,
                value: limit.map { String($0.value) } ?? ""),
            Field(
                "\(name)_unit", "\(label)的单位", .choice, isRequired: false, value: limit?.unit.rawValue ?? "",
                options: LimitUnit.options),
        ]
    }

    /// A type of licence, or none.
    static func licence(
        _ name: String, _ label: String, hint: String, none: String, _ code: String?, _ types: [Option]
    ) -> Field {
        let known = code.map { code in
            types.contains { $0.value == code } ? types : types + [Option(code, code)]
        }
        return Field(
            name, label, .choice, hint: hint, isRequired: false, value: code ?? Self.noLicence,
            options: [Option(noLicence, none)] + (known ?? types))
    }

    /// What is sent where no type of licence is meant.
    static let noLicence = "none"
}
