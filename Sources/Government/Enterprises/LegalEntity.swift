import Codes
import WorkingTime

/// A company, sole trader or cooperative (法人和其他组织), from which an enterprise's form is filled in.
public struct LegalEntity: Sendable, Hashable, Identifiable {
    /// Ours, time-ordered.
    public let id: Int64
    /// The registered name.
    public let name: String
    /// The unified social credit code (GB 32100).
    public let creditCode: CreditCode
    /// Its legal form.
    public let kind: Kind
    /// The name of the legal representative (法定代表人) or, for a sole trader, of the operator (经营者).
    public let legalRepresentative: String
    /// The representative among the persons we know.
    public let representativeID: Int64?
    /// The telephone number on the register.
    public let phone: String
    /// The community of the registered address.
    public let division: DivisionCode
    /// The registered address (住所).
    public let address: String
    /// The day of registration (成立日期).
    public let registeredOn: CivilDate
    /// The scope of business (经营范围).
    public let scope: String

    /// The legal forms the platform treats differently.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// 企业
        case company
        /// 个体工商户
        case soleTrader = "sole_trader"
        /// 农民专业合作社
        case cooperative

        /// The legal form in Chinese.
        public var chinese: String {
            switch self {
            case .company: "企业"
            case .soleTrader: "个体工商户"
            case .cooperative: "农民专业合作社"
            }
        }
    }

    /// An entity as registered.
    public init(
        id: Int64, name: String, creditCode: CreditCode, kind: Kind, legalRepresentative: String,
        representativeID: Int64?, phone: String, division: DivisionCode, address: String,
        registeredOn: CivilDate, scope: String
    ) {
        self.id = id
        self.name = name
        self.creditCode = creditCode
        self.kind = kind
        self.legalRepresentative = legalRepresentative
        self.representativeID = representativeID
        self.phone = phone
        self.division = division
        self.address = address
        self.registeredOn = registeredOn
        self.scope = scope
    }
}
