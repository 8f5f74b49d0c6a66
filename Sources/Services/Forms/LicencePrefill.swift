/// Something an electronic licence (电子证照) of the applicant says, and fills in.
public struct LicencePrefill: Codable, Sendable, Hashable {
    /// The 21 characters of its type (GB/T 36904).
    public let type: String
    /// What licences of the type are called.
    public let name: String
    /// Which fact of it: the label it stands under, or a ``Heading``.
    public let fact: String

    /// A fact of a type of licence.
    public init(type: String, name: String, fact: String) {
        (self.type, self.name, self.fact) = (type, name, fact)
    }

    /// What every licence says, whatever its type.
    public enum Heading: String, CaseIterable, Sendable {
        /// Its national identifier.
        case number = "证照编号"
        /// The organ that issued it.
        case organ = "发证机关"
        /// The day it was issued.
        case issuedOn = "发证日期"
        /// Its last day.
        case validUntil = "有效期至"
    }

    /// `电子证照“食品经营许可证”的“经营场所”`.
    public var chinese: String { "电子证照“\(name)”的“\(fact)”" }
}

extension FieldKind {
    /// Whether what the government knows can answer it.
    public var canBePrefilled: Bool { ![.table, .file, .signature, .mapPoint].contains(self) }
}

extension FormField {
    var licenceSlips: [String] {
        guard let licence else { return [] }
        var slips: [String] = []
        if licence.type.wholeMatch(of: /[0-9A-Z]{21}/) == nil { slips.append("证照类型代码应为 21 位数字和大写字母") }
        if licence.fact.isEmpty || licence.name.isEmpty { slips.append("应写明从证照的哪一项填入") }
        if prefill != nil { slips.append("自动填入只能选一个来源：登记信息或者电子证照") }
        if calculated != nil || affirm || !kind.canBePrefilled { slips.append("这种问题不能从电子证照填入") }
        return slips
    }

    /// The stored form of what a register or a licence says; nil where the question does not take it. An option may be
    /// told by its words.
    public func known(_ text: String) -> FormValue? {
        let option = kind == .region || kind == .choice ? options.first { $0.label == text }?.value : nil
        return (try? read(.string(option ?? text))) ?? nil
    }
}
