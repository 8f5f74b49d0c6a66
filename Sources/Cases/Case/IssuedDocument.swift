import WorkingTime

/// A document the government issued in a case: a notice, a decision, a licence.
public struct IssuedDocument: Sendable, Hashable {
    /// What it is.
    public enum Kind: String, Codable, Sendable {
        case acceptance, evidenceRequest = "evidence_request", acceptanceRefusal = "acceptance_refusal"
        case denial, termination, licence, answer

        /// Its official name.
        public var chinese: String {
            switch self {
            case .acceptance: "受理通知书"
            case .evidenceRequest: "补正告知书"
            case .acceptanceRefusal: "不予受理通知书"
            case .denial: "不予许可决定书"
            case .termination: "终止办理通知书"
            case .licence: "证照"
            case .answer: "答复书"
            }
        }
    }

    /// One line of a licence or notice.
    public struct Fact: Codable, Sendable, Hashable {
        /// What it is.
        public let label: String
        /// What stands there.
        public let value: String

        /// A line.
        public init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    /// Ours, time-ordered.
    public let id: Int64
    /// What it is.
    public let kind: Kind
    /// Its title.
    public let title: String
    /// Licence identifier (GB/T 36904) of a licence; document number of a notice.
    public let number: String
    /// In whose name.
    public let holder: String
    /// Key of the issuing organ.
    public let organ: String
    /// Full name of the issuing organ.
    public let organName: String
    /// When it was issued.
    public let issuedAt: Instant
    /// Last day of validity; `nil` when it has none.
    public let validUntil: CivilDate?
    /// The lines of a licence.
    public let facts: [Fact]
    /// The text of a notice or decision.
    public let paragraphs: [String]
    /// Unguessable: whoever holds the paper may check it.
    public let verificationCode: String

    /// A document as it was issued.
    public init(
        id: Int64, kind: Kind, title: String, number: String, holder: String, organ: String,
        organName: String, issuedAt: Instant, validUntil: CivilDate?, facts: [Fact], paragraphs: [String],
        verificationCode: String
    ) {
        (self.id, self.kind, self.title, self.number) = (id, kind, title, number)
        (self.holder, self.organ, self.organName) = (holder, organ, organName)
        (self.issuedAt, self.validUntil) = (issuedAt, validUntil)
        (self.facts, self.paragraphs, self.verificationCode) = (facts, paragraphs, verificationCode)
    }
}
