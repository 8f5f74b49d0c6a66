/// What a browser should know about a line to be filled in, by its kind.
struct InputTraits {
    var type = "text"
    var inputMode: String?
    var autocomplete: String?
    var maximumLength: Int?
    /// The class that makes the line as long as what goes into it.
    var width = ""
    var unit: String?
    /// Whether the text is a code: nothing to spell, capitals only.
    var isCode = false

    init(_ kind: Field.Kind) {
        switch kind {
        case .integer: (inputMode, width) = ("numeric", " short")
        case .number: (inputMode, width) = ("decimal", " short")
        case .money: (inputMode, width, unit) = ("decimal", " short", "元")
        case .date: (type, width) = ("date", " short")
        case .phone: (type, inputMode, autocomplete, width) = ("tel", "tel", "tel", " medium")
        case .email: (type, inputMode, autocomplete) = ("email", "email", "email")
        case .identityNumber, .creditCode:
            (maximumLength, width, isCode, autocomplete) = (18, " medium", true, "off")
        case .bankAccount: (inputMode, width, autocomplete) = ("numeric", " medium", "off")
        case .signature: (width, autocomplete) = (" medium", "off")
        default: break
        }
    }
}
