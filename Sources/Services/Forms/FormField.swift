import Foundation

/// One question of a form. What it says beside its name, label and kind is all optional.
public struct FormField: Sendable, Hashable, Identifiable {
    /// The name the answer is kept under, for example `shop_name`.
    public var name: String
    /// The question as a noun phrase, for example 店铺名称, so that sentences can be made of it.
    public var label: String
    /// What sort of answer it takes.
    public var kind: FieldKind
    /// Whether the form is incomplete without it.
    public var required: Bool
    /// One sentence of help.
    public var hint: String?
    /// What the government already knows and fills in.
    public var prefill: Prefill?
    /// The answers to pick from.
    public var options: [FormOption]
    /// The smallest number, or the fewest rows or picks.
    public var min: Decimal?
    /// The largest number, or the most rows or picks.
    public var max: Decimal?
    /// The most characters of a written answer.
    public var maxLength: Int?
    /// The unit shown behind a number, for example 平方米.
    public var unit: String?
    /// A FEEL expression over the other answers; the question is asked only while it is true.
    public var visibleWhen: String?
    /// Which divisions answer it; only for the kind `division`.
    public var divisionLevel: DivisionLevel?
    /// Whether a boolean must be true: a declaration or promise rather than a question.
    public var affirm: Bool
    /// The questions of a repeating group.
    public var columns: [FormField]
    /// The heading under which it stands together with its neighbours that name the same one.
    public var group: String?
    /// Whether an amount is also told in capital characters (人民币大写).
    public var inWords: Bool
    /// A FEEL expression over the other answers that works the answer out; then nobody is asked.
    public var calculated: String?
    /// What must hold of the answer, beside what its kind asks for.
    public var rules: [AnswerRule]
    /// What an electronic licence of the applicant says and fills in; nil for nothing.
    public var licence: LicencePrefill?
    /// What could be picked once and cannot any more: earlier answers are read with it. No part of the body.
    public var formerOptions: [FormOption]

    /// A question that says nothing special about itself.
    public init(_ name: String, _ label: String, _ kind: FieldKind, required: Bool = false) {
        self.name = name
        self.label = label
        self.kind = kind
        self.required = required
        (options, columns, rules, formerOptions) = ([], [], [], [])
        (affirm, inWords) = (false, false)
        (hint, unit, visibleWhen, group, calculated) = (nil, nil, nil, nil, nil)
        licence = nil
        (prefill, min, max, maxLength, divisionLevel) = (nil, nil, nil, nil, nil)
    }

    /// The name.
    public var id: String { name }

    /// The name of the answer's input on a page and its path in the API, for example `form.shop_name`.
    public var inputName: String { "form.\(name)" }
}

/// One answer to pick.
public struct FormOption: Codable, Sendable, Hashable {
    /// What is stored.
    public let value: String
    /// What a person reads.
    public let label: String

    /// An option with its words.
    public init(value: String, label: String) {
        self.value = value
        self.label = label
    }
}
