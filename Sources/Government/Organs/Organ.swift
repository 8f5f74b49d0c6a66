import Codes
import WorkingTime

/// An organ of the district (机关): a bureau, a branch of a city bureau, the service hall, a street office.
///
/// Tasks, service items and posts name an organ by its `key`, which never changes; names may.
public struct Organ: Sendable, Hashable, Codable {
    /// The short stable key, for example `scjg`.
    public let key: String
    /// The short name shown beside a task, for example `市场监督管理局`.
    public let name: String
    /// The full name as it stands on a decision, for example `肇庆市端州区市场监督管理局`.
    public let fullName: String
    /// The unified social credit code (GB 32100).
    public let code: CreditCode
    /// What sort of organ it is.
    public let kind: Kind
    /// The street a street office serves; `nil` for an organ that serves the whole district.
    public let divisionCode: DivisionCode?
    /// The telephone number for the public.
    public let phone: String
    /// Where the organ receives the public.
    public let address: String
    /// The first day it exists as an organ of its own; `nil` for those that were there from the beginning.
    public private(set) var validFrom: CivilDate?
    /// The last day it existed; `nil` while it lives.
    public private(set) var validUntil: CivilDate?
    /// The key of the organ that took up what it did, once it is gone.
    public private(set) var successor: String?

    /// Whether work may be given to it. A vanished organ stays in the directory for what it did.
    public var isLiving: Bool { validUntil == nil }

    /// The sorts of organ that the platform treats differently.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// The office of the district government.
        case government
        /// A bureau of the district or the district branch of a city bureau.
        case bureau
        /// The bureau that runs the service hall (政务服务大厅).
        case hall
        /// A street office (街道办事处).
        case street
    }

    private enum CodingKeys: String, CodingKey {
        case key, name, code, kind, phone, address
        case fullName = "full_name"
        case divisionCode = "division"
    }

    /// An organ as it is registered.
    public init(
        key: String, name: String, fullName: String, code: CreditCode, kind: Kind,
        divisionCode: DivisionCode?, phone: String, address: String, validFrom: CivilDate? = nil,
        validUntil: CivilDate? = nil, successor: String? = nil
    ) {
        self.key = key
        self.name = name
        self.fullName = fullName
        self.code = code
        self.kind = kind
        self.divisionCode = divisionCode
        self.phone = phone
        self.address = address
        (self.validFrom, self.validUntil, self.successor) = (validFrom, validUntil, successor)
    }
}
