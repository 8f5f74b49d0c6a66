import Foundation

// Written by hand because a field says only what is special about it: most of its keys may be left out.
extension FormField: Codable {
    private enum CodingKeys: String, CodingKey {
        case name, label, kind, required, hint, prefill, options, min, max, unit, affirm, columns
        case group, calculated, rules, licence
        case inWords = "in_words"
        case maxLength = "max_length"
        case visibleWhen = "visible_when"
        case divisionLevel = "division_level"
    }

    /// Reads the keys that are there; the others have their usual meaning.
    public init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        name = try box.decode(String.self, forKey: .name)
        label = try box.decode(String.self, forKey: .label)
        kind = try box.decode(FieldKind.self, forKey: .kind)
        required = try box.decodeIfPresent(Bool.self, forKey: .required) ?? false
        hint = try box.decodeIfPresent(String.self, forKey: .hint)
        prefill = try box.decodeIfPresent(Prefill.self, forKey: .prefill)
        options = try box.decodeIfPresent([FormOption].self, forKey: .options) ?? []
        min = try box.decodeIfPresent(Decimal.self, forKey: .min)
        max = try box.decodeIfPresent(Decimal.self, forKey: .max)
        maxLength = try box.decodeIfPresent(Int.self, forKey: .maxLength)
        unit = try box.decodeIfPresent(String.self, forKey: .unit)
        visibleWhen = try box.decodeIfPresent(String.self, forKey: .visibleWhen)
        divisionLevel = try box.decodeIfPresent(DivisionLevel.self, forKey: .divisionLevel)
        affirm = try box.decodeIfPresent(Bool.self, forKey: .affirm) ?? false
        columns = try box.decodeIfPresent([FormField].self, forKey: .columns) ?? []
        group = try box.decodeIfPresent(String.self, forKey: .group)
        inWords = try box.decodeIfPresent(Bool.self, forKey: .inWords) ?? false
        calculated = try box.decodeIfPresent(String.self, forKey: .calculated)
        rules = try box.decodeIfPresent([AnswerRule].self, forKey: .rules) ?? []
        licence = try box.decodeIfPresent(LicencePrefill.self, forKey: .licence)
        formerOptions = []
    }

    /// Writes only what is special about the field.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: CodingKeys.self)
        try box.encode(name, forKey: .name)
        try box.encode(label, forKey: .label)
        try box.encode(kind, forKey: .kind)
        try box.encode(required, forKey: .required)
        try box.encodeIfPresent(hint, forKey: .hint)
        try box.encodeIfPresent(prefill, forKey: .prefill)
        // The regions of the country are the installation's and not the item's.
        if !options.isEmpty, kind != .region { try box.encode(options, forKey: .options) }
        try box.encodeIfPresent(min, forKey: .min)
        try box.encodeIfPresent(max, forKey: .max)
        try box.encodeIfPresent(maxLength, forKey: .maxLength)
        try box.encodeIfPresent(unit, forKey: .unit)
        try box.encodeIfPresent(visibleWhen, forKey: .visibleWhen)
        try box.encodeIfPresent(divisionLevel, forKey: .divisionLevel)
        if affirm { try box.encode(affirm, forKey: .affirm) }
        if !columns.isEmpty { try box.encode(columns, forKey: .columns) }
        try box.encodeIfPresent(group, forKey: .group)
        if inWords { try box.encode(inWords, forKey: .inWords) }
        try box.encodeIfPresent(calculated, forKey: .calculated)
        if !rules.isEmpty { try box.encode(rules, forKey: .rules) }
        try box.encodeIfPresent(licence, forKey: .licence)
    }
}
