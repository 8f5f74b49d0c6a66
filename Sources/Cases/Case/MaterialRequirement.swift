/// One material the applicant has to bring.
public struct MaterialRequirement: Codable, Sendable, Hashable {
    /// Its id in the item.
    public let id: String
    /// Its name.
    public let name: String
    /// Whether the application is incomplete without it.
    public let isRequired: Bool
    /// Whether it is secondary, and may come after the acceptance (次要材料); `nil` for no.
    public let isDeferrable: Bool?

    /// A requirement of a material.
    public init(id: String, name: String, isRequired: Bool, isDeferrable: Bool? = nil) {
        self.id = id
        self.name = name
        self.isRequired = isRequired
        self.isDeferrable = isDeferrable
    }
}
