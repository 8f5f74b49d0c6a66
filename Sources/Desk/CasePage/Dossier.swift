import Cases
import Codes
import Government
import Identity
import Licences
import Services
import Web
import WorkingTime

/// A case as it lies on an officer's desk: what was read for its page.
struct Dossier: Sendable {
    let view: CaseView
    /// The item as it stood when the case was filed; `nil` when that version is no longer kept.
    let item: ServiceItem?
    /// What organs are called now, and were on a day.
    let organs: OrganNameHistory
    let colleagues: [OrganMember]
    let duties: CaseDuties
    /// What of people's data is shown.
    let disclosure: Disclosure
    /// How far the grants let this officer see them.
    let grade: DataGrade
    /// The licences that stand in the place of uploads, as they are now.
    let licences: UsedLicences
    /// Where else this case is worked on.
    var links: [Link] = []
    /// What was said, by label, where no item says what its form asks; nil for an application.
    var words: [(label: String, words: String)]?

    var subject: Case { view.subject }
    var number: String { view.subject.number.text }

    /// The short name of an organ, as it was on a day.
    func name(of organ: String, on day: CivilDate? = nil) -> String {
        organ == CaseTask.applicant ? "申请人" : organs.name(of: organ, on: day)
    }
}
