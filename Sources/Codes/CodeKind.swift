/// The kinds of code this room reads.
public enum CodeKind: String, Sendable, Codable, CaseIterable {
    /// 公民身份号码, GB 11643.
    case identityNumber = "identity_number"
    /// 统一社会信用代码, GB 32100.
    case creditCode = "credit_code"
    /// 组织机构代码, GB 11714.
    case organisationCode = "organisation_code"
    /// 政务服务事项实施编码, GB/T 39554.1.
    case itemCode = "item_code"
    /// 办件编号, our own with ISO 7064 MOD 11,10.
    case caseNumber = "case_number"
    /// 电子证照标识, GB/T 36904.
    case licenceIdentifier = "licence_identifier"
    /// 行政区划代码, GB/T 2260 and GB/T 10114.
    case divisionCode = "division_code"
    /// 手机号码.
    case mobileNumber = "mobile_number"
    /// 银行账号, of a card (ISO/IEC 7812) or of an account without one.
    case bankAccount = "bank_account"

    /// What people call it.
    public var chinese: String {
        switch self {
        case .identityNumber: "身份证号码"
        case .creditCode: "统一社会信用代码"
        case .organisationCode: "组织机构代码"
        case .itemCode: "事项编码"
        case .caseNumber: "办件编号"
        case .licenceIdentifier: "电子证照标识"
        case .divisionCode: "行政区划代码"
        case .mobileNumber: "手机号码"
        case .bankAccount: "银行账号"
        }
    }
}
