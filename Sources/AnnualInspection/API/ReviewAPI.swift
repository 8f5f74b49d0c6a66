import HTTPTypes
import Identity
import Modules
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// An organ's part of the annual inspection for programs, by the rules of the pages.
struct ReviewAPI: Sendable {
    private static let year = "/api/v1/inspection-reviews/{year}"
    private static let one = "\(year)/{id}"
    private static let unknown: Sentence = "没有这份年检申报，可能链接不完整。"

    let desk: InspectionDesk

    var routes: [Route] {
        [
            .get(Self.year, .may(.readInspections), "本部门的联合年检", api: InspectionSchemas.reviews) {
                try await list($0, $1)
            },
            .get(Self.one, .may(.readInspections), "一份年检申报", api: InspectionSchemas.review) {
                try await show($0, $1, .readInspections)
            },
            .post(
                "\(Self.one)/decisions", .may(.reviewInspections), journal: "annual_inspection.decided",
                "年检结论", api: InspectionSchemas.decision
            ) { try await decide($0, $1) },
        ]
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let state = try request.query("state").map { text in
            guard let state = InspectionPart.State(rawValue: text) else {
                throw DomainError.invalid("state", "没有这种状态。")
            }
            return state
        }
        let slice = try await desk.database.read { tx in
            let plan = try desk.plan(request, in: tx)
            let organ = try desk.organ(request, officer, .readInspections, plan)
            return try FilingStore.list(
                state ?? .waiting, of: organ, in: plan.id, after: request.query("after"), tx)
        }
        return try .json(ListDocument(slice, ReviewLineJSON.init))
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, _ power: Power, isNew: Bool = false
    ) async throws -> WebResponse {
        let id = try request.id(Self.unknown)
        let (plan, filing) = try await desk.database.read { tx in
            let plan = try desk.plan(request, in: tx)
            return (plan, try FilingStore.filing(id, in: plan.id, tx))
        }
        let organ = try desk.organ(request, officer, power, plan)
        guard let asked = plan.parts.first(where: { $0.organ == organ }) else {
            throw DomainError.notFound("这次年检没有您部门的内容。")
        }
        let name = try await desk.organNames()[organ] ?? organ
        return try .json(ReviewJSON(filing, asked, name: name), status: isNew ? .created : .ok)
            .header("Cache-Control", "no-store")
    }

    private func decide(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, entry) = (try request.id(Self.unknown), try await request.json(DecisionJSON.self))
        let plan = try await desk.database.read { try desk.plan(request, in: $0) }
        let organ = try desk.organ(request, officer, .reviewInspections, plan)
        let (actor, now) = (officer.actor(request, organ: organ), request.now)
        let until = entry.correct_by.flatMap { CivilDate(iso: $0) }
        try await desk.change(
            id, organ, "annual_inspection.decided", "审查了", by: actor,
            once: try officer.account.once(request, "POST \(request.path)", entry), request, telling: true
        ) { try $0.decide(entry.outcome, entry.reason ?? "", until: until, by: actor, at: now) }
        return try await show(request, officer, .reviewInspections, isNew: true)
    }
}

/// What an organ decides.
private struct DecisionJSON: Codable, Sendable {
    let outcome: String
    let reason: String?
    let correct_by: String?
}

/// A filing in an organ's list.
private struct ReviewLineJSON: Encodable, Sendable {
    let id: String
    let code: String
    let name: String
    let filed_at: String
    let correct_by: CivilDate?

    init(_ listed: FilingStore.Listed) {
        (id, code, name) = (String(listed.id), listed.code, listed.name)
        (filed_at, correct_by) = (listed.filedAt.rfc3339, listed.correctBy)
    }
}

/// What an organ sees of a filing: its own questions, and their answers.
private struct ReviewJSON: Encodable, Sendable {
    let id: String
    let year: Int
    let code: String
    let name: String
    let filed_by: String
    let filed_at: String
    let answers: FormAnswers
    let confirmed: [String]
    let part: InspectionPartJSON

    init(_ filing: InspectionFiling, _ asked: InspectionPlan.Part, name organ: String) {
        (id, year, code, name) = (String(filing.id), filing.year, filing.code, filing.name)
        (filed_by, filed_at) = (filing.filedBy, filing.filedAt.rfc3339)
        let own = Set(asked.fields.map(\.name))
        answers = filing.answers.filter { own.contains($0.key) }
        confirmed = filing.carried.intersection(own).sorted()
        part = InspectionPartJSON(asked, filing[asked.organ], name: organ)
    }
}
