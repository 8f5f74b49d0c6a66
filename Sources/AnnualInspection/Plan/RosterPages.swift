import Codes
import Government
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// Who has to file in a year, and who has not.
struct RosterPages: Sendable {
    let desk: InspectionDesk

    /// So many codes at once.
    static let mostLines = 2_000

    var routes: [Route] {
        let roster = InspectionPath.roster("{year}")
        return [
            .get(roster, .may(.readInspections), "应检名单") { .page(try await show($0, $1)) },
            .post(roster, .may(.planInspections), journal: "annual_inspection.roster", "增加应检企业") {
                try await add($0, $1)
            },
            .get(InspectionPath.missing("{year}"), .may(.readInspections), "没有申报的企业") { request, _ in
                .page(try await missing(request))
            },
        ]
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let (plan, figures) = try await desk.database.read { tx in
            let plan = try desk.plan(request, in: tx)
            return (plan, try InspectionStore.figures(of: plan.id, in: tx))
        }
        let mayEdit = officer.account.organs(for: .planInspections).contains(plan.lead)
        return RosterPage(
            plan: plan, figures: figures, mayEdit: mayEdit, entered: entered, errors: errors,
            token: request.csrf
        ).page
    }

    private func missing(_ request: WebRequest) async throws -> Page {
        let after = request.query("after")
        let (plan, slice) = try await desk.database.read { tx in
            let plan = try desk.plan(request, in: tx)
            return (plan, try InspectionStore.missing(in: plan.id, after: after, tx))
        }
        return MissingPage(
            plan: plan, duties: slice.items, pager: Pager(next: slice.next, of: request),
            today: request.now.day
        ).page
    }

    private func add(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        let own = officer.account.organs(for: .planInspections)
        let actor = officer.actor(request)
        let plan = try await desk.database.read { try desk.plan(request, in: $0) }
        try PlanPages.require(plan.lead, in: own)
        do {
            let codes = try Self.codes(form["codes"] ?? "")
            try await desk.database.write { tx in
                var added = 0
                for (line, code) in codes {
                    guard let entity = try Directory.entity(code, in: tx) else {
                        throw DomainError.invalid("codes", "第 \(line) 行：登记库里没有 \(code.text) 这家企业。")
                    }
                    added += try InspectionStore.oblige(code.text, entity.name, in: plan.id, tx) ? 1 : 0
                }
                try InspectionDesk.record(
                    "annual_inspection.roster", "增加 \(added) 家应检企业到", plan.title,
                    "annual_inspection/\(plan.year)",
                    by: actor, request.now, tx)
            }
            return .redirect(to: InspectionPath.roster(try request.parameter("year")))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await show(request, officer, entered: form, errors: errors), status: .unprocessableContent
            )
        }
    }

    /// The credit codes, one a line, with the number of each line.
    ///
    /// - Throws: `invalid` naming the line that is none.
    private static func codes(_ text: String) throws -> [(line: Int, code: CreditCode)] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { ($0.offset + 1, $0.element.filter { !$0.isWhitespace }) }.filter { !$0.1.isEmpty }
        guard !lines.isEmpty else { throw DomainError.invalid("codes", "请写统一社会信用代码，每行一个。") }
        guard lines.count <= mostLines else {
            throw DomainError.invalid("codes", "一次最多 \(mostLines) 家，请分几次增加。")
        }
        return try lines.map { line, text in
            guard let code = try? CreditCode(text) else {
                throw DomainError.invalid("codes", "第 \(line) 行：\(text.prefix(30)) 不是正确的统一社会信用代码。")
            }
            return (line, code)
        }
    }
}
