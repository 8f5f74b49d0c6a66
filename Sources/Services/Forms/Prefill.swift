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

    /// What people call it.
    public var chinese: String {
        switch self {
        case .personName: "本人姓名"
        case .personIdentityNumber: "本人身份证号码"
        case .personPhone: "本人电话"
        case .personAddress: "本人住址"
        case .personDivision: "本人所在区划"
        case .entityName: "企业名称"
        case .entityCreditCode: "统一社会信用代码"
        case .entityLegalRepresentative: "法定代表人"
        case .entityAddress: "登记住所"
        case .entityPhone: "企业电话"
        case .entityDivision: "登记地区划"
        }
    }
}
