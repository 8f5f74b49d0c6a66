/// Why a material is not asked for (免提交).
///
/// Data already shared must not be asked for again (国务院关于在线政务服务的若干规定).
public enum Waiver: String, Codable, Sendable, CaseIterable {
    /// The form itself: what was answered online takes the place of a paper application.
    case onlineForm = "online-form"
    /// 居民身份证.
    case identityCard = "identity-card"
    /// 户口簿.
    case householdRegister = "household-register"
    /// 营业执照.
    case businessLicence = "business-licence"
    /// 居住证.
    case residencePermit = "residence-permit"
    /// 社会保险参保记录.
    case socialInsurance = "social-insurance"
    /// 不动产登记簿.
    case realEstateRegister = "real-estate-register"

    /// The name of what takes the material's place.
    public var chinese: String {
        switch self {
        case .onlineForm: "在线表单"
        case .identityCard: "居民身份证"
        case .householdRegister: "户口簿"
        case .businessLicence: "营业执照"
        case .residencePermit: "居住证"
        case .socialInsurance: "社会保险参保记录"
        case .realEstateRegister: "不动产登记簿"
        }
    }

    /// The words beside the material in the guide.
    public var explanation: String {
        self == .onlineForm ? "由在线填写的内容生成，免提交" : "由系统核验\(chinese)信息，免提交"
    }
}
