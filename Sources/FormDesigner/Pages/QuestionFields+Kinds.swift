import Foundation
import Services
import Web

/// The fields of a question's description, each with what was entered or what stands.
extension QuestionFields {
    func line(
        _ name: String, _ label: String, _ value: String?, hint: String, isRequired: Bool = true
    ) -> Field {
        Field(
            name, label, .text, hint: hint, isRequired: isRequired, value: entered?[name] ?? value ?? "",
            error: errors[name], autocomplete: "off")
    }

    func lines(
        _ name: String, _ label: String, _ value: String, _ hint: String, isRequired: Bool = true
    ) -> Field {
        Field(
            name, label, .longText, hint: hint, isRequired: isRequired, value: entered?[name] ?? value,
            error: errors[name])
    }

    func number(_ name: String, _ label: String, _ value: Decimal?) -> Field {
        Field(
            name, label, .number, isRequired: false, value: entered?[name] ?? value.map { "\($0)" } ?? "",
            error: errors[name])
    }

    func choice(_ name: String, _ label: String, _ value: String, _ options: [Field.Option]) -> Field {
        Field(name, label, .choice, values: [entered?[name] ?? value], options: options, error: errors[name])
    }

    func tick(_ name: String, _ label: String, _ words: String, _ value: Bool) -> Field {
        let isTicked = entered.map { $0[name] == "true" } ?? value
        return Field(
            name, label, .choices, isRequired: false, values: isTicked ? ["true"] : [],
            options: [.init("true", words)])
    }
}
