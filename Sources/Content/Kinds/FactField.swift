import Refusals
import Web

/// One thing that is asked of a document of a kind besides its text: the schema its facts are checked against.
struct FactField: Sendable {
    /// The name under which it is kept and sent.
    let name: String
    /// What it is called, also on the page.
    let label: String
    var kind = Field.Kind.text
    var hint: String?
    var isRequired = true
    /// What may be chosen; none for organs, which the directory knows.
    var options: [Field.Option] = []
    /// Characters.
    var longest = 60
    /// Whether people write it in English too.
    var isTranslated = false
    /// Whether it is shown; what only orders a list is not.
    var isShown = true

    /// What documents with this value are found under.
    func facet(_ value: String) -> String { "\(name) \(value)" }

    /// The value as people read it.
    func shown(_ value: String) -> String { options.first { $0.value == value }?.label ?? value }

    /// What keeps a value from being saved; nil for nothing.
    func mistake(in value: String) -> Sentence? {
        if value.count > longest { return "\(label)最多 \(longest) 字。" }
        switch kind {
        case .choice where !options.isEmpty && !options.contains(where: { $0.value == value }):
            return "请从列出的选项里选择\(label)。"
        case .integer:
            guard let number = Int(value), (1...100_000_000).contains(number) else {
                return "\(label)请写大于零的整数，不带单位。"
            }
            return nil
        case .phone where value.wholeMatch(of: /[0-9+() \-]{3,30}/) == nil:
            return "\(label)请写号码，例如 0758-2700000。"
        default: return nil
        }
    }

    /// The field of the form.
    func field(_ value: String, options organs: [Field.Option], _ error: Sentence?) -> Field {
        Field(
            name, label, kind, hint: hint, isRequired: isRequired, value: value,
            options: options.isEmpty ? organs : options, error: error)
    }
}
