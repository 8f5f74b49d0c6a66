/// What the rules list.
extension RequestRules {
    /// What a request is, with the working days a ticket of it may take.
    public struct Kind: Codable, Sendable, Hashable {
        let code: String
        let name: String
        let days: Int
    }

    /// A lawful way that is not answered here.
    public struct Way: Codable, Sendable, Hashable {
        let code: String
        let name: String
        let words: String
    }

    /// What an opinion says.
    public struct Result: Codable, Sendable, Hashable {
        let code: String
        let name: String
        let words: String
    }

    /// A review of an opinion.
    public struct Review: Codable, Sendable, Hashable {
        let code: String
        let name: String
        let organ: String
        /// Who reviews when that organ is accused or gave the opinion itself.
        let substitute: String?
        let document: String
    }

    /// What stands at the end of an opinion; `{days}` is the time to ask for the next one.
    public struct Remedies: Codable, Sendable, Hashable {
        let opinion: String
        let review: String
        let last: String
    }
}
