/// What an item ends with when it is granted (办理结果).
public struct Output: Codable, Sendable, Hashable {
    /// What sort of result it is.
    public var kind: Kind
    /// The document's or payment's name.
    public var name: String
    /// How long it holds, in months; nil for as long as its reason lasts.
    public var validityMonths: Int?
    /// The type code of the electronic licence, 18 + 3 characters, GB/T 36904; nil when none is issued.
    public var certificateType: String?
    /// Names of the questions whose answers are printed on the licence; nil for none.
    public var printed: [String]?

    /// What an item ends with.
    public init(
        kind: Kind, name: String, validityMonths: Int?, certificateType: String?, printed: [String]?
    ) {
        (self.kind, self.name, self.validityMonths) = (kind, name, validityMonths)
        (self.certificateType, self.printed) = (certificateType, printed)
    }

    enum CodingKeys: String, CodingKey {
        case kind, name, printed
        case validityMonths = "validity_months"
        case certificateType = "certificate_type"
    }

    /// The sorts of results.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// 许可证.
        case licence
        /// 批复、决定.
        case approval
        /// 登记证、执照.
        case registration
        /// 发放款项.
        case payment
        /// 证件、证明.
        case certificate
    }
}
