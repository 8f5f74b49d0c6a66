import WorkingTime

/// What an applicant may promise instead of proving it (告知承诺): what they are told, how it is verified, and what
/// happens when it is not true.
public struct CommitmentTerms: Codable, Sendable, Hashable {
    /// What is told, a paragraph each: the conditions, and what must be kept.
    public let conditions: [String]
    /// Ids of the materials that need not be brought by whoever promises.
    public let replaces: [String]
    /// How it is verified, in words.
    public let method: String
    /// How long the organ has for it, counted from when the verification begins.
    public let limit: TimeLimit
    /// What happens when it is not true, in words.
    public let consequence: String

    /// Terms.
    public init(
        conditions: [String], replaces: [String], method: String, limit: TimeLimit, consequence: String
    ) {
        self.conditions = conditions
        self.replaces = replaces
        self.method = method
        self.limit = limit
        self.consequence = consequence
    }

    /// The same, for everything but one material.
    public func without(_ id: String) -> CommitmentTerms {
        CommitmentTerms(
            conditions: conditions, replaces: replaces.filter { $0 != id }, method: method, limit: limit,
            consequence: consequence)
    }
}

/// What an applicant has promised, and what came of it.
public struct Commitment: Codable, Sendable, Hashable {
    /// What the verification found.
    public struct Verification: Codable, Sendable, Hashable {
        /// Whether it was true.
        public let isKept: Bool
        /// What was found.
        public let words: String
        /// Who verified it.
        public let verifiedBy: Signatory
        /// When.
        public let verifiedAt: Instant
    }

    /// The end of what was granted on it.
    public struct Revocation: Codable, Sendable, Hashable {
        /// Why.
        public let reason: String
        /// Who decided it.
        public let decidedBy: Signatory
        /// When.
        public let decidedAt: Instant
    }

    /// What was told.
    public let terms: CommitmentTerms
    /// Who confirmed it: the applicant, or the clerk in front of whom they did.
    public let confirmedBy: Signatory
    /// When.
    public let confirmedAt: Instant
    /// What was found afterwards; `nil` while it is not verified.
    public internal(set) var verification: Verification?
    /// `nil` while what was granted holds.
    public internal(set) var revocation: Revocation?

    /// Whether it was found untrue: what is recorded for the credit of whoever promised.
    public var isBroken: Bool { verification?.isKept == false }
}

extension Case {
    /// The item takes a promise, and the applicant brought proof instead: there is nothing to verify afterwards.
    var isProven: Bool { plan.commitment != nil && commitment == nil }
}
