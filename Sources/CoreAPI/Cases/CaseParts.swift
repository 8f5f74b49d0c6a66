import Cases
import Codes
import Journal
import WorkingTime

/// The service a case asks for.
struct ServiceReference: Encodable, Sendable {
    let code: String
    let name: String
}

/// In whose name a case is; masked for readers who need not know.
struct ApplicantDocument: Encodable, Sendable {
    let kind: String
    let name: String
    let code: String
    @OrNull var agent: String?
    @OrNull var phone: String?

    init(_ applicant: Applicant, _ sight: Sight) {
        // The name and code of an enterprise are public (企业信息公示暂行条例); those of a person are not.
        let (isWhole, isEntity) = (sight.isWhole && !sight.hidesNumbers, applicant.kind == .entity)
        kind = applicant.kind.rawValue
        name = sight.isWhole || isEntity ? applicant.name : Masking.name(applicant.name)
        code = isWhole || isEntity ? applicant.code : Masking.identityNumber(applicant.code)
        _agent = OrNull(wrappedValue: applicant.agentName.map(sight.name))
        _phone = OrNull(wrappedValue: applicant.phone.map { isWhole ? $0 : Masking.phone($0) })
    }
}

/// One line of what happened.
struct HistoryLine: Encodable, Sendable {
    let at: String
    let action: String
    let sentence: String
    @OrNull var actor: String?

    init(_ entry: JournalEntry, _ sight: Sight, hiding names: [String]) {
        at = entry.at.rfc3339
        action = entry.action
        sentence = sight.words(entry.sentence, hiding: names)
        let name = names.contains(entry.actor.name) ? sight.name(entry.actor.name) : entry.actor.name
        _actor = OrNull(wrappedValue: sight.isStaff ? name : nil)
    }
}

/// A file that was handed in for a material.
struct MaterialDocument: Encodable, Sendable {
    let requirement: String
    let name: String
    let file: String
    let file_name: String
    let filed_at: String

    init(_ material: FiledMaterial, in plan: CasePlan) {
        requirement = material.requirement
        name = plan.materials.first { $0.id == material.requirement }?.name ?? material.name
        file = String(material.fileID)
        file_name = material.name
        filed_at = material.filedAt.rfc3339
    }
}

/// The one request for what is missing.
struct EvidenceRequestDocument: Encodable, Sendable {
    struct Item: Encodable, Sendable {
        @OrNull var requirement: String?
        let reason: String
        let organ: String
    }

    let items: [Item]
    let sent_at: String
    @OrNull var supplied_at: String?

    init(_ request: EvidenceRequest) {
        items = request.items.map { item in
            Item(
                requirement: OrNull(wrappedValue: item.requirement), reason: item.words, organ: item.organ)
        }
        sent_at = request.sentAt.rfc3339
        _supplied_at = OrNull(wrappedValue: request.suppliedAt?.rfc3339)
    }
}

/// A paper the government issued in a case.
struct PaperDocument: Encodable, Sendable {
    let kind: String
    let title: String
    let number: String
    let organ_name: String
    let issued_at: String
    @OrNull var valid_until: String?
    let url: String
    let verify: String
    let in_force: Bool

    init(_ paper: IssuedDocument) {
        kind = paper.kind.rawValue
        title = paper.title
        number = paper.number
        organ_name = paper.organName
        issued_at = paper.issuedAt.rfc3339
        url = APIPath.document(paper.verificationCode)
        in_force = paper.isInForce
        verify = APIPath.verification(paper.verificationCode)
        _valid_until = OrNull(wrappedValue: paper.validUntil?.iso)
    }
}

/// How a case ended.
struct ResultDocument: Encodable, Sendable {
    let outcome: String
    let outcome_label: String
    @OrNull var reason: String?
    let decided_at: String

    init(_ result: CaseResult, _ sight: Sight) {
        outcome = result.outcome.rawValue
        outcome_label = result.outcome.chinese
        decided_at = result.decidedAt.rfc3339
        _reason = OrNull(wrappedValue: sight.isWhole ? result.reason : nil)
    }
}

/// What the applicant thought of it.
struct RatingDocument: Encodable, Sendable {
    let grade: Int
    let label: String
    @OrNull var comment: String?
    let rated_at: String

    init(_ rating: Rating) {
        grade = rating.grade
        label = rating.label
        rated_at = rating.ratedAt.rfc3339
        _comment = OrNull(wrappedValue: rating.comment)
    }
}
