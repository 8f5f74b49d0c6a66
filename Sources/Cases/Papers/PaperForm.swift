/// What a paper of a case is written from: each form has one template in force.
///
/// Two forms may bring about papers of one kind: who is deemed accepted gets a notice of acceptance that says so.
public enum PaperForm: String, Codable, Sendable, CaseIterable {
    case acceptance
    case deemedAcceptance = "deemed_acceptance"
    case deferredAcceptance = "deferred_acceptance"
    case acceptanceRefusal = "acceptance_refusal"
    case evidenceRequest = "evidence_request"
    case commitment
    case hearingRight = "hearing_right"
    case hearingNotice = "hearing_notice"
    case hearingRecord = "hearing_record"
    case suspension, `extension`, grant, denial, termination, correction, revocation, delivery

    /// What the district calls it.
    public var chinese: String {
        switch self {
        case .deemedAcceptance: "视为受理的通知书"
        default: kind.chinese
        }
    }

    /// What a paper written from it is.
    public var kind: IssuedDocument.Kind {
        switch self {
        case .acceptance, .deemedAcceptance: .acceptance
        case .deferredAcceptance: .deferredAcceptance
        case .acceptanceRefusal: .acceptanceRefusal
        case .evidenceRequest: .evidenceRequest
        case .commitment: .commitment
        case .hearingRight: .hearingRight
        case .hearingNotice: .hearingNotice
        case .hearingRecord: .hearingRecord
        case .suspension: .suspension
        case .extension: .extension
        case .grant: .grant
        case .denial: .denial
        case .termination: .termination
        case .correction: .correction
        case .revocation: .revocation
        case .delivery: .delivery
        }
    }

    /// What only papers of this form know, besides what every paper knows.
    public var ownBlanks: [PaperBlank] {
        (required + optional).filter { !PaperBlank.common.contains($0) }
    }

    /// Every blank that a template of this form may have.
    public var blanks: [PaperBlank] { PaperBlank.common + ownBlanks }

    /// What the law wants to stand in it: a template without one of these cannot be published.
    public var required: [PaperBlank] {
        switch self {
        case .acceptance: [.item]
        case .deemedAcceptance: [.item, .receivedOn]
        case .deferredAcceptance: [.list, .dueOn]
        case .acceptanceRefusal, .denial, .termination, .revocation: [.reason, .remedies]
        case .evidenceRequest: [.list]
        case .commitment: [.list, .consequence]
        case .hearingRight: [.reason, .dueOn]
        case .hearingNotice: [.time, .place, .chair]
        case .hearingRecord: [.time, .chair, .record]
        case .suspension: [.cause, .days]
        case .extension: [.limit, .reason, .basis]
        case .grant: [.item]
        case .correction: [.paper, .paperNumber, .reason, .list]
        case .delivery: [.list]
        }
    }

    private var optional: [PaperBlank] {
        switch self {
        case .acceptance, .deemedAcceptance: [.legalLimit, .promisedLimit]
        case .deferredAcceptance: [.days]
        case .commitment: [.method, .days]
        case .hearingNotice: [.reason]
        case .hearingRecord: [.place, .list, .reason]
        case .suspension: [.reason]
        case .grant: [.reason, .hearing, .licence]
        case .denial: [.hearing]
        case .correction: [.newNumber]
        case .delivery: [.reason]
        case .acceptanceRefusal, .evidenceRequest, .hearingRight, .extension, .termination, .revocation: []
        }
    }
}
