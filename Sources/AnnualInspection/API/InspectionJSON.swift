import Codes
import Government
import Services
import WorkingTime

/// What a program files for an enterprise.
struct InspectionEntryJSON: Codable, Sendable {
    let answers: FormAnswers
    /// The questions answered as the year before, on purpose.
    let confirmed: [String]?
}

/// What an enterprise says it has put right.
struct CorrectionJSON: Codable, Sendable {
    let organ: String
    let words: String
}

/// How far an enterprise is in a year.
enum InspectionProgress: String, Encodable, CaseIterable, Sendable {
    case not_open, open, missed, under_review, correcting, passed, failed

    init(_ plan: InspectionPlan, _ filing: InspectionFiling?, on day: CivilDate) {
        guard let filing else {
            self = plan.isOpen(on: day) ? .open : plan.isOver(on: day) ? .missed : .not_open
            return
        }
        switch filing.outcome {
        case .passed: self = .passed
        case nil: self = filing.parts.contains { $0.state == .correcting } ? .correcting : .under_review
        default: self = .failed
        }
    }
}

/// One enterprise in one year, as a line.
struct InspectionJSON: Encodable, Sendable {
    let year: Int
    let code: String
    let name: String
    let opens_on: CivilDate
    let closes_on: CivilDate
    let state: InspectionProgress

    init(_ row: MyInspectionsPage.Row, on day: CivilDate) {
        (year, code, name) = (row.plan.year, row.code, row.name)
        (opens_on, closes_on) = (row.plan.opensOn, row.plan.closesOn)
        state = InspectionProgress(row.plan, row.filing, on: day)
    }
}

/// The sheet of a year: what each organ asks and finds, what was answered and what stands from the year before.
struct InspectionSheetJSON: Encodable, Sendable {
    struct Carried: Encodable, Sendable {
        let year: Int
        let answers: FormAnswers
    }

    let year: Int
    let code: String
    let name: String
    let opens_on: CivilDate
    let closes_on: CivilDate
    let state: InspectionProgress
    let filed_at: String?
    let answers: FormAnswers?
    /// The answers of the year before that were confirmed.
    let confirmed: [String]?
    /// The answers of the year before, until it has filed.
    let carried: Carried?
    let parts: [InspectionPartJSON]

    init(
        _ sheet: InspectionDesk.Sheet, of entity: LegalEntity, organs: [String: String], on day: CivilDate
    ) {
        let (plan, filing) = (sheet.plan, sheet.filing)
        (year, code, name) = (plan.year, entity.creditCode.text, filing?.name ?? entity.name)
        (opens_on, closes_on) = (plan.opensOn, plan.closesOn)
        state = InspectionProgress(plan, filing, on: day)
        (filed_at, answers) = (filing?.filedAt.rfc3339, filing?.answers)
        confirmed = filing?.carried.sorted()
        let before = CarriedAnswers(for: plan, from: sheet.earlier)
        carried = filing == nil ? before.year.map { Carried(year: $0, answers: before.answers) } : nil
        parts = plan.parts.map {
            InspectionPartJSON($0, filing?[$0.organ], name: organs[$0.organ] ?? $0.organ)
        }
    }
}

/// What one organ asks, and what it finds.
struct InspectionPartJSON: Encodable, Sendable {
    let organ: String
    let organ_name: String
    let fields: [FormField]
    let state: String?
    let reason: String?
    let correct_by: CivilDate?
    let correction: String?
    let decided_at: String?

    init(_ asked: InspectionPlan.Part, _ found: InspectionPart?, name: String) {
        (organ, organ_name, fields) = (asked.organ, name, asked.fields)
        (state, reason, correct_by) = (found?.state.rawValue, found?.reason, found?.correctBy)
        (correction, decided_at) = (found?.correction, found?.decidedAt?.rfc3339)
    }
}
