import WorkingTime

/// A document the government issued in a case: a notice, a decision, a licence.
public struct IssuedDocument: Sendable, Hashable {
    /// What it is.
    public enum Kind: String, Codable, Sendable {
        case acceptance, evidenceRequest = "evidence_request", acceptanceRefusal = "acceptance_refusal"
        case denial, termination, licence, answer
        case deferredAcceptance = "deferred_acceptance", commitment, hearingRight = "hearing_right"
        case hearingNotice = "hearing_notice", hearingRecord = "hearing_record", suspension, `extension`
        case grant, correction, revocation, delivery

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
            case .deferredAcceptance: "容缺受理告知书"
            case .commitment: "告知承诺书"
            case .hearingRight: "听证告知书"
            case .hearingNotice: "听证通知书"
            case .hearingRecord: "听证笔录"
            case .suspension: "特别程序告知书"
            case .extension: "延期通知书"
            case .grant: "准予决定书"
            case .correction: "更正通知书"
            case .revocation: "撤销决定书"
            case .delivery: "送达回证"
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
    /// The version of the template it was written from, 0 for what came with the program; `nil` for what has none.
    public internal(set) var templateVersion: Int?
    /// The paper it stands in the place of (更正).
    public internal(set) var corrects: Int64?
    /// The paper that stands in its place.
    public internal(set) var correctedBy: Int64?
    /// Since when it no longer holds (撤销).
    public internal(set) var revokedAt: Instant?

    /// A document as it was issued.
    public init(
        id: Int64, kind: Kind, title: String, number: String, holder: String, organ: String,
        organName: String, issuedAt: Instant, validUntil: CivilDate?, facts: [Fact], paragraphs: [String],
        verificationCode: String, templateVersion: Int? = nil, corrects: Int64? = nil,
        correctedBy: Int64? = nil, revokedAt: Instant? = nil
    ) {
        (self.id, self.kind, self.title, self.number) = (id, kind, title, number)
        (self.holder, self.organ, self.organName) = (holder, organ, organName)
        (self.issuedAt, self.validUntil) = (issuedAt, validUntil)
        (self.facts, self.paragraphs, self.verificationCode) = (facts, paragraphs, verificationCode)
        (self.templateVersion, self.corrects) = (templateVersion, corrects)
        (self.correctedBy, self.revokedAt) = (correctedBy, revokedAt)
    }

    /// Neither corrected nor revoked.
    public var isInForce: Bool { correctedBy == nil && revokedAt == nil }
}

extension IssuedDocument.Kind {
    /// What the applicant came for, or why they do not get it: what is delivered at the end.
    var isResult: Bool { [.grant, .denial, .licence].contains(self) }
}
