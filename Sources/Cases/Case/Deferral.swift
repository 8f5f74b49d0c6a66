import WorkingTime

/// On which terms secondary materials may come after the acceptance (容缺受理).
public struct DeferralTerms: Codable, Sendable, Hashable {
    /// How long the applicant has, counted from the acceptance.
    public let limit: TimeLimit
    /// Whether the application may be granted before they are in.
    public let decidesBefore: Bool

    enum CodingKeys: String, CodingKey {
        case limit
        case decidesBefore = "decides_before"
    }

    /// Terms.
    public init(limit: TimeLimit, decidesBefore: Bool = false) {
        self.limit = limit
        self.decidesBefore = decidesBefore
    }
}

/// What a case was accepted without, and what the applicant has promised about it (容缺受理).
public struct Deferral: Codable, Sendable, Hashable {
    /// One material that is to come.
    public struct Item: Codable, Sendable, Hashable {
        /// Id of the requirement.
        public let requirement: String
        /// Its name.
        public let name: String
        /// When it came.
        public internal(set) var suppliedAt: Instant?
    }

    /// What was promised.
    public internal(set) var items: [Item]
    /// Who promised it: the applicant, or the clerk in front of whom they did.
    public let promisedBy: Signatory
    /// When it was promised.
    public let promisedAt: Instant
    /// The terms on which it was.
    public let terms: DeferralTerms
    /// The end of the last day; `nil` before the acceptance, from which it counts.
    public internal(set) var dueAt: Instant?
    /// When the applicant is reminded; `nil` where there is no time for it.
    public internal(set) var remindAt: Instant?
    /// When the applicant was reminded.
    public internal(set) var remindedAt: Instant?
    /// When the day passed with something missing: what follows is that the applicant is told, that the head of the organ
    /// knows, and that it stays on the case.
    public internal(set) var lapsedAt: Instant?

    /// What has not come yet.
    public var outstanding: [Item] { items.filter { $0.suppliedAt == nil } }
    /// Whether everything has come.
    public var isComplete: Bool { outstanding.isEmpty }
}
