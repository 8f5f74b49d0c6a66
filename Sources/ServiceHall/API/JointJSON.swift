import Cases
import Codes
import Services
import WorkingTime

/// An application for a joint service: the address says which.
struct JointApplicationJSON: Decodable {
    let form: FormAnswers?
    let materials: [MaterialFileJSON]?
    let drawings: [String: String]?
    let applicant: String?
    let deferred: [String]?
    let commitment: Bool?
    let confirmation: ConfirmationJSON?

    /// The same as it is sent for any service.
    func application(for service: PublicService) -> ApplicationJSON {
        ApplicationJSON(
            service: service.code, form: form, materials: materials, drawings: drawings,
            applicant: applicant, deferred: deferred, commitment: commitment, confirmation: confirmation)
    }
}

/// The guide of a joint service, and what each of its items waits for.
struct JointGuideJSON: Encodable {
    private struct Item: Encodable {
        let code: String
        let slug: String
        let name: String
        let organ: String
        let organ_name: String
        let needs: [String]
    }

    private let guide: GuideJSON
    private let items: [Item]

    private enum Key: CodingKey { case items }

    init(_ service: PublicService, children: [PublicService], organs: [String: String]) {
        guide = GuideJSON(service, children: children, organs: organs)
        let order = service.item.order
        items = children.map { child in
            let item = child.item
            return Item(
                code: child.code, slug: item.slug, name: item.name, organ: item.organ,
                organ_name: organs[item.organ] ?? item.organ, needs: order.needs(of: item.slug))
        }
    }

    func encode(to encoder: any Encoder) throws {
        try guide.encode(to: encoder)
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(items, forKey: .items)
    }
}

/// What the sender is told about a joint service that was filed.
struct FiledJointJSON: Encodable {
    let number: String
    let state: Phase
    let receipt: ReceiptJSON
    /// The number of each item, in order.
    let children: [String]

    init(_ matter: Matter) {
        let filed = FiledCaseJSON(matter.root)
        (number, state, receipt) = (filed.number, filed.state, filed.receipt)
        children = matter.children.map(\.number.text)
    }
}

/// How far a joint service is: the whole, and each item with its organ and its clock.
struct JointCaseJSON: Encodable {
    let number: String
    let name: String
    let state: Phase
    let state_label: String
    let filed_at: String
    let closed_at: String?
    let items: [JointItemJSON]

    init(_ view: CaseView) {
        let root = view.subject
        (number, name, state, state_label) = (
            root.number.text, root.plan.name, root.phase, root.phase.chinese
        )
        (filed_at, closed_at) = (root.filing.filedAt.rfc3339, root.closedAt?.rfc3339)
        items = view.children.map { JointItemJSON($0, among: view.children, at: view.now) }
    }
}

/// One item of a joint service under way.
struct JointItemJSON: Encodable {
    let number: String
    let name: String
    let organ: String
    let organ_name: String
    let state: Phase
    let state_label: String
    /// The numbers of the items that must be granted before it begins, and are not yet.
    let waits_for: [String]
    let due_at: String?
    let overdue: Bool
    let outcome: CaseResult.Outcome?

    init(_ item: Case, among all: [Case], at now: Instant) {
        number = item.number.text
        (name, organ, organ_name) = (item.plan.name, item.plan.organ, item.plan.organName)
        (state, state_label, outcome) = (item.phase, item.phase.chinese, item.result?.outcome)
        let needs = item.process == nil && item.result == nil ? item.plan.needs ?? [] : []
        waits_for = all.filter { other in
            other.plan.slug.map(needs.contains) == true && other.result?.outcome != .granted
        }.map(\.number.text)
        let clock = item.governingClock
        (due_at, overdue) = (clock?.dueAt?.rfc3339, clock?.isOverdue(at: now) ?? false)
    }
}
