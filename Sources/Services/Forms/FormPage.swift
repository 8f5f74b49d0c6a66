/// A page of questions that belong together.
public struct FormPage: Codable, Sendable, Hashable, Identifiable {
    /// The page's place in the address, for example `shop`.
    public var id: String
    /// Its heading.
    public var title: String
    /// Its questions.
    public var fields: [FormField]

    /// A page.
    public init(id: String, title: String, fields: [FormField] = []) {
        self.id = id
        self.title = title
        self.fields = fields
    }
}

/// Which divisions a question about a place takes.
public enum DivisionLevel: String, Codable, Sendable {
    /// One of the district's streets, because a street has to act.
    case street
    /// A street, or the district when the street does not matter.
    case district
    /// One of the district's communities and villages.
    case community
}
