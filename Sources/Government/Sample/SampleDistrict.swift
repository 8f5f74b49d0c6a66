import Codes
import WorkingTime
import Yams

/// The sample district as it stands in `Resources/duanzhou.yaml`.
///
/// Codes decode through their own types, so a wrong check digit in the file is refused on loading.
struct SampleDistrict: Decodable {
    let organs: [Organ]
    let offices: [OfficeEntry]
    let divisions: [Division]
    let persons: [PersonEntry]
    let legalEntities: [EntityEntry]

    enum CodingKeys: String, CodingKey {
        case organs, offices, divisions, persons
        case legalEntities = "legal_entities"
    }

    /// The offices of an organ, in their order.
    struct OfficeEntry: Decodable {
        let organ: String
        let names: [String]
    }

    /// A resident, before the database has given an id.
    struct PersonEntry: Decodable {
        let name: String
        let identityNumber: IdentityNumber
        let phone: String
        let division: DivisionCode
        let address: String

        enum CodingKeys: String, CodingKey {
            case name, phone, division, address
            case identityNumber = "identity_number"
        }
    }

    /// An enterprise, before the database has given an id; its representative is one of the residents.
    struct EntityEntry: Decodable {
        let name: String
        let creditCode: CreditCode
        let kind: LegalEntity.Kind
        let legalRepresentative: String
        let representativeIdentity: IdentityNumber
        let phone: String
        let division: DivisionCode
        let address: String
        let registeredOn: CivilDate
        let scope: String

        enum CodingKeys: String, CodingKey {
            case name, kind, phone, division, address, scope
            case creditCode = "credit_code"
            case legalRepresentative = "legal_representative"
            case representativeIdentity = "representative_identity"
            case registeredOn = "registered_on"
        }
    }

    /// 端州区 as it stands in the resources, read once.
    static func duanzhou() throws -> SampleDistrict { try file.get() }

    private static let file = Result {
        try YAMLDecoder().decode(SampleDistrict.self, from: Resource.data("duanzhou.yaml"))
    }
}
