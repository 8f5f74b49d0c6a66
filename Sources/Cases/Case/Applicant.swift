/// In whose name the case is, and who acts for them.
public struct Applicant: Codable, Sendable, Hashable {
    /// A natural person or a legal entity.
    public enum Kind: String, Codable, Sendable { case person, entity }

    /// Person or entity.
    public let kind: Kind
    /// Name of the person or entity.
    public let name: String
    /// Identity number of a person, unified social credit code of an entity.
    public let code: String
    /// The directory's person, when a natural person is known there.
    public let personID: Int64?
    /// The account that receives notices; none when filed at the counter for someone without one.
    public let accountID: Int64?
    /// Who acts for the applicant, when it is not the applicant in person (办事人).
    public let agentName: String?
    /// Where they can be reached.
    public let phone: String?

    /// An applicant.
    public init(
        kind: Kind, name: String, code: String, personID: Int64? = nil, accountID: Int64? = nil,
        agentName: String? = nil, phone: String? = nil
    ) {
        self.kind = kind
        self.name = name
        self.code = code
        self.personID = personID
        self.accountID = accountID
        self.agentName = agentName
        self.phone = phone
    }
}
