import Cases
import Codes
import DecisionModel
import Identity
import Journal
import Web
import WorkingTime

/// A case with everything its reader may see of it.
struct CaseDocument: Encodable, Sendable {
    let number: String
    let state: String
    let state_label: String
    let paused: Bool
    let overdue: Bool
    let service: ServiceReference
    let organ: String
    let organ_name: String
    /// The number of the joint service it is part of.
    @OrNull var parent: String?
    let applicant: ApplicantDocument
    let channel: String
    let filed_at: String
    @OrNull var accepted_at: String?
    @OrNull var closed_at: String?
    /// Of this case and, for a joint service, of the cases it composes.
    let tasks: [TaskDocument]
    let clocks: [ClockDocument]
    let children: [String]
    let history: [HistoryLine]
    let materials: [MaterialDocument]
    let signatures: [SignatureDocument]
    @OrNull var evidence_request: EvidenceRequestDocument?
    @OrNull var deferral: DeferralDocument?
    @OrNull var commitment: CommitmentDocument?
    @OrNull var hearing: HearingDocument?
    @OrNull var form: [String: Value]?
    let documents: [PaperDocument]
    @OrNull var result: ResultDocument?
    @OrNull var rating: RatingDocument?
    /// Lets the holder of the receipt look up progress; null for everyone but the applicant's side.
    @OrNull var query_code: String?
    /// What somebody without an account is answered, for whoever holds the receipt.
    @OrNull var answer: [String]?

    /// - Parameter masking: what hides people's numbers from staff; nil shows them to whoever may know them.
    init(_ view: CaseView, seenBy viewer: Viewer, masking: FormMasking? = nil) {
        var sight = Sight(view, seenBy: viewer)
        sight.hidesNumbers = masking != nil
        let subject = view.subject
        number = subject.number.text
        state = subject.phase.rawValue
        state_label = subject.phase.chinese
        paused = subject.isPaused
        overdue = subject.governingClock?.isOverdue(at: view.now) ?? false
        service = ServiceReference(code: subject.plan.code, name: subject.plan.name)
        organ = subject.plan.organ
        organ_name = subject.plan.organName
        applicant = ApplicantDocument(subject.applicant, sight)
        channel = subject.filing.channel
        filed_at = subject.filing.filedAt.rfc3339
        tasks = view.tasks(sight)
        clocks = subject.clocks.map { ClockDocument($0, by: view.calendar, now: view.now) }
        children = view.children.map(\.number.text)
        history = view.history.map { HistoryLine($0.entry, sight, hiding: view.applicantNames) }
        // What was drawn is an answer and no material.
        let drawn = sight.isWhole ? subject.materials.compactMap(SignatureDocument.init) : []
        signatures = drawn
        materials =
            sight.isWhole
            ? subject.materials.filter { SignatureDocument($0) == nil }
                .map { MaterialDocument($0, in: subject.plan) } : []
        documents = sight.isWhole ? subject.documents.map(PaperDocument.init) : []
        _parent = OrNull(wrappedValue: view.parent?.number.text)
        _accepted_at = OrNull(wrappedValue: subject.acceptedAt?.rfc3339)
        _closed_at = OrNull(wrappedValue: subject.closedAt?.rfc3339)
        _evidence_request = OrNull(
            wrappedValue: sight.isWhole ? subject.evidenceRequest.map(EvidenceRequestDocument.init) : nil)
        let promised = sight.isWhole ? subject : nil
        _deferral = OrNull(wrappedValue: promised?.deferral.map(DeferralDocument.init))
        _commitment = OrNull(wrappedValue: promised?.commitment.map(CommitmentDocument.init))
        _hearing = OrNull(wrappedValue: promised?.hearing.map { HearingDocument($0, at: view.now) })
        _form = OrNull(wrappedValue: sight.isWhole ? masking?.masked(subject.form) ?? subject.form : nil)
        _result = OrNull(wrappedValue: subject.result.map { ResultDocument($0, sight) })
        _rating = OrNull(wrappedValue: sight.isWhole ? subject.rating.map(RatingDocument.init) : nil)
        _query_code = OrNull(wrappedValue: sight.isWhole && !sight.isStaff ? subject.queryCode : nil)
        _answer = OrNull(wrappedValue: sight.isStaff ? nil : subject.answerByReceipt?.paragraphs)
    }
}

extension CaseView {
    /// The tasks of the case and of its children; consultations among officers are theirs alone.
    fileprivate func tasks(_ sight: Sight) -> [TaskDocument] {
        ([subject] + children).flatMap { element in
            // What another organ's officers wrote in a child is for those who may open the child.
            let mayOpen = element.id == subject.id || visibleChildren.contains(element.number.text)
            let sight = mayOpen ? sight : Sight(isStaff: false, isWhole: sight.isWhole)
            let joint = parent ?? (element.isChild ? subject : nil)
            let place = TaskDocument.Surroundings(
                number: element.number.text, service: element.plan.name, parentService: joint?.plan.name,
                isPaused: element.isPaused, now: now, sight: sight)
            return element.tasks.filter { sight.isStaff || !$0.isInternal }
                .map { TaskDocument($0, applicant: element.applicant.name, in: place) }
        }
    }
}
