import Refusals
import Web
import WorkingTime

/// An inquiry as programs read it: as much of it as whoever asks may see.
struct InquiryDocument: Encodable, Sendable {
    struct Fact: Encodable, Sendable {
        let name: String
        let words: String
    }

    struct Step: Encodable, Sendable {
        let kind: String
        let by: String?
        let words: String?
        let at: String
    }

    let id: String
    let caseNumber: String
    let source: String
    let organ: String
    let stage: String
    let overdue: Bool
    let filedAt: String
    let dueAt: String?
    let closedAt: String?
    let outcome: String?
    let measure: String?
    let title: String?
    let reference: String?
    var person: String?
    var facts: String?
    var retraction: String?
    var evidence: [Fact]?
    var steps: [Step]?

    enum CodingKeys: String, CodingKey {
        case id, source, organ, stage, overdue, outcome, measure, title, reference, person, facts,
            retraction, evidence, steps
        case caseNumber = "case"
        case filedAt = "filed_at"
        case dueAt = "due_at"
        case closedAt = "closed_at"
    }

    /// As it stands in lists, which name no person.
    init(_ inquiry: Inquiry, _ sight: InquirySight, now: Instant) {
        (id, caseNumber, source) = (String(inquiry.id), inquiry.number, inquiry.source.rawValue)
        (organ, stage, overdue) = (inquiry.organ, inquiry.stage.rawValue, inquiry.isOverdue(at: now))
        filedAt = inquiry.filedAt.rfc3339
        dueAt = inquiry.closedAt == nil ? inquiry.dueAt?.rfc3339 : nil
        closedAt = inquiry.closedAt?.rfc3339
        outcome = inquiry.closedAt == nil ? nil : inquiry.outcome?.rawValue
        measure = inquiry.measureName
        title = sight.showsOrigin ? inquiry.title : nil
        reference = sight.showsOrigin ? inquiry.reference : nil
    }

    /// The whole of it.
    init(_ inquiry: Inquiry, steps: [InquiryStep], _ sight: InquirySight, now: Instant) {
        self.init(inquiry, sight, now: now)
        person = inquiry.person
        facts = sight.showsWords ? inquiry.facts : nil
        retraction = sight.showsWords ? inquiry.retraction?.chinese : nil
        evidence =
            sight.showsEvidence(of: inquiry)
            ? inquiry.evidence.map { Fact(name: $0.name, words: $0.words) } : nil
        self.steps = steps.filter { sight.shows($0.kind) }.map { step in
            Step(
                kind: step.kind.rawValue, by: sight.showsOrigin ? step.name : nil,
                words: sight.showsWords ? step.words : nil, at: step.at.rfc3339)
        }
    }

    static let schema = Schema.object([
        .init("id", .text), .init("case", .text, "办件编号"),
        .init("source", .oneOf(Inquiry.Source.allCases.map(\.rawValue))),
        .init("organ", .text, "当事人的部门"), .init("stage", .oneOf(Inquiry.Stage.allCases.map(\.rawValue))),
        .init("overdue", .boolean, "本步是否超期"), .init("filed_at", .formatted("date-time")),
        .init("due_at", .formatted("date-time"), "本步期限", optional: true),
        .init("closed_at", .formatted("date-time"), optional: true),
        .init("outcome", .text, "结果，办结以后有", optional: true),
        .init("measure", .text, "措施的名称", optional: true),
        .init("title", .text, "事由，只给经办的监察人员和领导", optional: true),
        .init("reference", .text, "来源的编号，只给经办的监察人员和领导", optional: true),
        .init("person", .text, "当事人，列表里没有", optional: true),
        .init("facts", .text, "所述事实，不给部门负责人", optional: true),
        .init("retraction", .text, "依据已经不成立的，说明；列表里没有，不给部门负责人", optional: true),
        .init(
            "evidence", .list(.object([.init("name", .text), .init("words", .text)])), "提出时的证据",
            optional: true),
        .init(
            "steps",
            .list(
                .object([
                    .init("kind", .text), .init("by", .text, optional: true),
                    .init("words", .text, optional: true), .init("at", .formatted("date-time")),
                ])), "看得到的经过，列表里没有", optional: true),
    ])
}
