import Cases
import Codes
import DecisionModel
import Government
import Identity
import Journal
import Refusals
import WorkingTime

/// Everything that is kept of a person, to be taken along (个人信息保护法 art. 45).
struct PersonalCopy: Encodable, Sendable {
    /// How many cases one copy holds, the newest first.
    static let mostCases = 100

    /// Who the person is, as registered.
    struct Registered: Encodable, Sendable {
        let name: String
        let identity_number: String
        let phone: String
        let address: String
    }

    /// One thing that happened.
    struct Line: Encodable, Sendable {
        let at: String
        let sentence: String
    }

    /// One case.
    struct Matter: Encodable, Sendable {
        let number: String
        let service: String
        let organ: String
        let filed_at: String
        let state: String
        let applicant: String
        let phone: String?
        let form: [String: Value]
        let materials: [String]
        let documents: [String]
        let history: [Line]
    }

    let made_at: String
    let account: String
    let name: String
    let registered: Registered?
    let cases: [Matter]

    init(_ account: Account, _ person: Person?, _ views: [CaseView], at now: Instant) {
        made_at = now.rfc3339
        self.account = account.name
        name = account.displayName
        registered = person.map {
            Registered(
                name: $0.name, identity_number: $0.identityNumber.text, phone: $0.phone, address: $0.address)
        }
        cases = views.map(Matter.init)
    }
}

extension PersonalCopy.Matter {
    fileprivate init(_ view: CaseView) {
        let subject = view.subject
        number = subject.number.text
        service = subject.plan.name
        organ = subject.plan.organName
        filed_at = subject.filing.filedAt.rfc3339
        state = subject.phase.chinese
        applicant = subject.applicant.name
        phone = subject.applicant.phone
        form = subject.form
        materials = subject.materials.map { "\($0.name)：\($0.filedAt.chinese)" }
        documents = subject.documents.map { "\($0.title) \($0.number)" }
        history = view.history.map { .init(at: $0.entry.at.rfc3339, sentence: $0.entry.sentence.chinese) }
    }
}
