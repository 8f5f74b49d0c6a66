import BusinessProcess
import Storage
import WorkingTime

/// The parts of a case nobody searches by, kept as one JSON document.
struct CaseBody: Codable, Sendable, Hashable {
    var process: ProcessInstance?
    var outcomes: [String: String]
    var evidenceRequest: EvidenceRequest?
    var result: CaseResult?
    var rating: Rating?
    var urgedAt: Instant?
    /// Left out where none is kept, as older programs do.
    var heldMessages: [String]?
    /// Left out where there is none, as is what follows.
    var draft: AnswerDraft?
    var deferral: Deferral?
    var commitment: Commitment?
    var hearing: Hearing?

    init(_ subject: Case) {
        process = subject.process
        outcomes = subject.outcomes
        evidenceRequest = subject.evidenceRequest
        result = subject.result
        rating = subject.rating
        urgedAt = subject.urgedAt
        heldMessages = subject.heldMessages.isEmpty ? nil : subject.heldMessages
        draft = subject.draft
        deferral = subject.deferral
        commitment = subject.commitment
        hearing = subject.hearing
    }

    private static let recalled = Recalled<CaseBody>(limit: 1_000)

    /// The body in a row of `service_case`.
    static func of(_ row: Row) throws -> CaseBody {
        try recalled.value(of: row.id("id"), [row.text("body")]) { try row.json("body") }
    }

    /// As text, to be written to the case of this id.
    func text(of id: Int64) throws -> String {
        let text = try encodeJSON(self)
        Self.recalled.keep(self, of: id, [text])
        return text
    }
}
