import Codes

/// A natural person the district knows (自然人), from whom a form is filled in beforehand.
///
/// Personal data: whoever shows it to somebody other than the person journals the read
/// (个人信息保护法 arts. 34, 51).
public struct Person: Sendable, Hashable, Identifiable {
    /// Ours, time-ordered; never the identity number.
    public let id: Int64
    /// The name on the identity card.
    public let name: String
    /// The citizen's identity number (GB 11643).
    public let identityNumber: IdentityNumber
    /// The mobile telephone number.
    public let phone: String
    /// Where the person lives: a community or a street.
    public let division: DivisionCode
    /// The postal address.
    public let address: String

    /// A person as registered.
    public init(
        id: Int64, name: String, identityNumber: IdentityNumber, phone: String, division: DivisionCode,
        address: String
    ) {
        self.id = id
        self.name = name
        self.identityNumber = identityNumber
        self.phone = phone
        self.division = division
        self.address = address
    }
}
