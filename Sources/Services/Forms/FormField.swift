import Foundation

/// One question of a form.
public struct FormField: Sendable, Hashable, Identifiable {
    /// The name the answer is kept under, for example `shop_name`.
    public let name: String
    /// The question as a noun phrase, for example 店铺名称, so that sentences can be made of it.
    public let label: String
    /// What sort of answer it takes.
    public let kind: FieldKind
    /// Whether the form is incomplete without it.
    public let required: Bool
    /// One sentence of help.
    public let hint: String?
    /// What the government already knows and fills in.
    public let prefill: Prefill?
    /// The answers to pick from.
    public var options: [FormOption]
    /// The smallest number, or the fewest rows or picks.
    public let min: Decimal?
    /// The largest number, or the most rows or picks.
    public let max: Decimal?
    /// The most characters of a written answer.
    public let maxLength: Int?
    /// The unit shown behind a number, for example 平方米.
    public let unit: String?
    /// A FEEL expression over the other answers; the question is asked only while it is true.
    public let visibleWhen: String?
    /// Which divisions answer it; only for the kind `division`.
    public let divisionLevel: DivisionLevel?
    /// Whether a boolean must be true: a declaration or promise rather than a question.
    public let affirm: Bool
    /// The columns of a table.
    public let columns: [FormField]

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

/// Which divisions a question about a place takes.
public enum DivisionLevel: String, Codable, Sendable {
    /// One of the district's streets, because a street has to act.
    case street
    /// A street, or the district when the street does not matter.
    case district
}

/// A page of questions that belong together.
public struct FormPage: Codable, Sendable, Hashable, Identifiable {
    /// The page's place in the address, for example `shop`.
    public let id: String
    /// Its heading.
    public let title: String
    /// Its questions.
    public var fields: [FormField]
}

/// Something the government knows of the applicant.
public enum Prefill: String, Codable, Sendable, CaseIterable {
    /// The person's name.
    case personName = "person.name"
    /// The person's 公民身份号码.
    case personIdentityNumber = "person.identity_number"
    /// The person's telephone number.
    case personPhone = "person.phone"
    /// The person's address.
    case personAddress = "person.address"
    /// The division the person lives in.
    case personDivision = "person.division"
    /// The enterprise's name.
    case entityName = "entity.name"
    /// The enterprise's 统一社会信用代码.
    case entityCreditCode = "entity.credit_code"
    /// The name of the enterprise's legal representative.
    case entityLegalRepresentative = "entity.legal_representative"
    /// The enterprise's registered address.
    case entityAddress = "entity.address"
    /// The enterprise's telephone number.
    case entityPhone = "entity.phone"
    /// The division the enterprise is registered in.
    case entityDivision = "entity.division"
}
