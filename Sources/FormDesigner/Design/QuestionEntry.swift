import Foundation
import Refusals
import Services
import Web

/// What somebody entered about a question, read into the question.
struct QuestionEntry: Sendable {
    let form: FormData
    /// What licences can fill in.
    var licences: [LicencePrefill] = []

    /// The question with what was entered.
    ///
    /// What its kind does not have is left out, so that a question may change its kind.
    /// - Throws: `invalid` naming everything that cannot be read; whether it can be answered is found later.
    func field(_ before: FormField, among fields: [FormField]) throws -> FormField {
        guard let kind = form["kind"].flatMap(FieldKind.init) else {
            throw DomainError.invalid("kind", "请选择怎么答。")
        }
        let label = try FormDesign.checked(form["label"] ?? "", at: "label", "请写明题目。")
        var field = FormField(before.name, label, kind, required: isTicked("required"))
        (field.hint, field.group) = (text("hint"), text("group"))
        try readAnswers(into: &field, before)
        field.prefill = form["prefill"].flatMap(Prefill.init)
        // What stood there stays, even when the type is offered no more.
        let known = licences + [before.licence].compactMap(\.self)
        field.licence = form["licence"].flatMap { key in known.first { $0.key == key } }
        field.visibleWhen = try condition(among: fields)
        field.calculated = kind.canBeCalculated ? text("calculated") : nil
        field.rules = form.rows("rules", columns: ["holds", "otherwise"]).map {
            AnswerRule(holds: $0["holds"] ?? "", otherwise: $0["otherwise"] ?? "")
        }
        return field
    }

    private func readAnswers(into field: inout FormField, _ before: FormField) throws {
        let kind = field.kind
        if kind.takesOptions {
            field.options = EntryLines.options(in: form["options"] ?? "", before: before.options)
        }
        if kind == .table {
            field.columns = try EntryLines.columns(in: form["columns"] ?? "", before: before.columns)
        }
        if kind.takesBounds { (field.min, field.max) = (try number("min"), try number("max")) }
        if kind.takesLength {
            field.maxLength = try number("max_length").map { NSDecimalNumber(decimal: $0).intValue }
        }
        if kind == .integer || kind == .number { field.unit = text("unit") }
        if kind == .division {
            field.divisionLevel = form["division_level"].flatMap(DivisionLevel.init) ?? .street
        }
        field.affirm = kind == .boolean && isTicked("affirm")
        field.inWords = kind == .money && isTicked("in_words")
    }

    /// The choice `landlord=relative`, or the expression that was written.
    private func condition(among fields: [FormField]) throws -> String? {
        guard let choice = form["when"], !choice.isEmpty else { return nil }
        guard choice != "feel" else {
            guard let text = text("visible_when") else {
                throw DomainError.invalid("visible_when", "请写明表达式，或者改选“总是要答”。")
            }
            return text
        }
        let parts = choice.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let feel = SimpleCondition(name: parts[0], answer: parts[1]).feel(in: fields)
        else { throw DomainError.invalid("when", "请从列表里选择什么时候问。") }
        return feel
    }

    private func number(_ name: String) throws -> Decimal? {
        guard let text = text(name) else { return nil }
        guard text.wholeMatch(of: /-?[0-9]{1,13}(\.[0-9]{1,6})?/) != nil,
            let number = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
        else { throw DomainError.invalid(name, "这里应为数字，例如 12。") }
        return number
    }

    private func text(_ name: String) -> String? { form[name].flatMap { $0.isEmpty ? nil : $0 } }

    private func isTicked(_ name: String) -> Bool { form[name] == "true" }
}

extension LicencePrefill {
    /// How it is told apart in a list.
    var key: String { "\(type)|\(fact)" }
}

extension FieldKind {
    /// Whether the question lists what can be picked.
    var takesOptions: Bool { self == .choice || self == .choices || self == .mapPoint }

    /// Whether the answer, or the number of picks or rows, has a least and a most.
    var takesBounds: Bool { [.integer, .number, .money, .choices, .table].contains(self) }

    /// Whether the length of the answer can be limited.
    var takesLength: Bool { [.text, .longText, .address].contains(self) }
}
