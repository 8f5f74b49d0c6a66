import Cases
import Codes
import Identity
import Web
import WorkingTime

/// One line of a list of cases.
struct CaseSummaryDocument: Encodable, Sendable {
    let number: String
    @OrNull var parent: String?
    let service: String
    let organ: String
    let applicant: String
    let state: String
    let state_label: String
    @OrNull var outcome: String?
    let filed_at: String
    @OrNull var due_at: String?
    let overdue: Bool

    init(_ line: CaseSummary, seenBy viewer: Viewer, now: Instant) {
        number = line.number
        service = line.name
        organ = line.organ
        applicant = viewer.onlyOversees(line.organ) ? Masking.name(line.applicant) : line.applicant
        state = line.phase.rawValue
        state_label = line.phase.chinese
        filed_at = line.filedAt.rfc3339
        overdue = line.isOverdue(at: now)
        _parent = OrNull(wrappedValue: line.parentNumber)
        _outcome = OrNull(wrappedValue: line.outcome?.rawValue)
        _due_at = OrNull(wrappedValue: line.dueAt?.rfc3339)
    }
}

extension Viewer {
    /// Sees the case because some see all, and not because they handle it.
    fileprivate func onlyOversees(_ organ: String) -> Bool {
        guard case .officer(_, let organs, _, let seesDistrict) = self else { return false }
        return seesDistrict && !organs.contains(organ)
    }
}

extension CaseSummaryDocument {
    static let schema = Schema.object([
        .init("number", .text, "办件编号，21 位"),
        .init("parent", .nullable(.text), "所属“一件事”的办件编号"),
        .init("service", .text, "事项名称"),
        .init("organ", .text, "主办部门代码"),
        .init("applicant", .text),
        .init("state", .oneOf(Phase.allCases.map(\.rawValue))),
        .init("state_label", .text),
        .init("outcome", .nullable(.text)),
        .init("filed_at", .formatted("date-time")),
        .init("due_at", .nullable(.formatted("date-time"))),
        .init("overdue", .boolean),
    ])
}
