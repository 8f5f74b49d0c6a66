import Cases
import Services

/// An application as it comes from a page or from the API, before it is checked.
public struct Submission: Sendable {
    let service: PublicService
    let form: FormAnswers
    /// Which file for which material.
    let materials: [(requirement: String, file: Int64)]
    let applicant: Applicant
    /// `page`, `api` or `counter`.
    let channel: String
    /// Ids of the materials promised for later (容缺受理).
    let deferred: Set<String>
    /// Whether the applicant has confirmed the commitment (告知承诺).
    let commits: Bool
    /// The drawn signatures, by the names of their files.
    let drawings: [String: Int64]
    /// How the applicant has said yes to what a clerk files for them.
    let confirmation: FilingConfirmation?

    /// An application.
    public init(
        service: PublicService, form: FormAnswers, materials: [(requirement: String, file: Int64)],
        applicant: Applicant, channel: String, deferred: Set<String> = [], commits: Bool = false,
        drawings: [String: Int64] = [:], confirmation: FilingConfirmation? = nil
    ) {
        self.service = service
        self.form = form
        self.materials = materials
        self.applicant = applicant
        self.channel = channel
        self.deferred = deferred
        self.commits = commits
        self.drawings = drawings
        self.confirmation = confirmation
    }
}
