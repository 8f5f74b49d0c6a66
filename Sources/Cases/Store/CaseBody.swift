import BusinessProcess
import Storage
import WorkingTime

/// The parts of a case nobody searches by, kept as one JSON document.
struct CaseBody: Codable {
    var process: ProcessInstance?
    var outcomes: [String: String]
    var evidenceRequest: EvidenceRequest?
    var result: CaseResult?
    var rating: Rating?
    var urgedAt: Instant?
    /// Left out where none is kept, as older programs do.
    var heldMessages: [String]?

    init(_ subject: Case) {
        process = subject.process
        outcomes = subject.outcomes
        evidenceRequest = subject.evidenceRequest
        result = subject.result
        rating = subject.rating
        urgedAt = subject.urgedAt
        heldMessages = subject.heldMessages.isEmpty ? nil : subject.heldMessages
    }
}

extension CasePlan {
    /// Thousands of cases are begun under the same rules.
    static let texts = RepeatedJSON<CasePlan>()
}
