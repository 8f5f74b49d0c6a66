/// What sort of answer a question takes; the API shows the same words.
public enum FieldKind: String, Codable, Sendable, CaseIterable {
    /// One line of words.
    case text
    /// Several lines of words.
    case longText = "long_text"
    /// A whole number.
    case integer
    /// A number.
    case number
    /// An amount in yuan (元) with at most two decimals.
    case money
    /// A calendar day.
    case date
    /// Yes or no.
    case boolean
    /// A mobile number, or a fixed line with its area code.
    case phone
    /// An e-mail address.
    case email
    /// 公民身份号码, GB 11643.
    case identityNumber = "identity_number"
    /// 统一社会信用代码, GB 32100.
    case creditCode = "credit_code"
    /// 行政区划, GB/T 2260: a street of the district, or the district itself.
    case division
    /// A postal address in one line.
    case address
    /// One of the options.
    case choice
    /// Any number of the options.
    case choices
    /// The id of an uploaded file.
    case file
    /// Rows of answers to the same columns.
    case table

    /// How many characters a written answer may have when the field says nothing else.
    public var defaultMaxLength: Int {
        self == .longText ? 2000 : 200
    }

    /// Whether the answer is picked from options that the question itself lists.
    public var isPickedFromOwnOptions: Bool {
        self == .choice || self == .choices
    }
}

extension Set<FieldKind> {
    /// The kinds of answers that are hidden from staff until they say what they need them for
    /// (个人信息保护法 art. 6).
    public static let personal: Set<FieldKind> = [.identityNumber, .phone, .address]
}
