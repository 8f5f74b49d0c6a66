import Identity
import Modules
import Refusals
import Storage
import Web

/// From an organ to its offices to their persons, for whoever sees how the persons of the organ do.
extension PerformanceAPI {
    private static let offices = "\(path)/{period}/scores/{organ}/offices"
    private static let officesAtOnce = 100

    var officeRoutes: [Route] {
        [
            .get(
                Self.offices, .may(.readPerformance, .readPersonPerformance), "一期一个部门各科室的得分",
                api: Self.listOffices
            ) { request, officer in
                let organ = try await AssessedPeople(request, officer, office)
                let slice = try Self.slice(organ.scores.rows, after: request.query("after"))
                return try .json(ListDocument(slice) { OfficeDocument($0, organ.assessment) })
                    .header("Cache-Control", "no-store")
            },
            .get(
                "\(Self.offices)/{office}", .may(.readPerformance, .readPersonPerformance),
                "一期一个科室和其中各人的得分", api: Self.readOffice
            ) { request, officer in
                let organ = try await AssessedPeople(request, officer, office)
                let document = try organ.document(ofOffice: try request.parameter("office"))
                return try .json(document).header("Cache-Control", "no-store")
            },
        ]
    }

    /// By their keys, an order that stays while points change. What was done outside offices has no key and stands first.
    private static func slice(_ rows: [OfficeScores.Row], after cursor: String?) throws
        -> Slice<OfficeScores.Row>
    {
        let from = try cursor.map { try Cursor($0).key }
        let rest = rows.filter { row in from.map { row.owner.office > $0 } ?? true }
            .sorted { $0.owner.office < $1.owner.office }
        return Slice(fetched: Array(rest.prefix(officesAtOnce + 1)), size: officesAtOnce) {
            Cursor(key: $0.owner.office, id: 0)
        }
    }

    private static let listOffices = APIOperation(
        id: "listPerformanceOffices", tag: "绩效", parameters: [.query("after", "上一页的 next")],
        responses: [200: .page(of: OfficeDocument.schema)])

    private static let readOffice = APIOperation(
        id: "readPerformanceOffice", tag: "绩效", responses: [200: OfficeDocument.schema])
}

/// An organ of which one may see how its people do, in a period: the page of an office and programs look at it alike.
struct AssessedPeople: Sendable {
    static let noOffice: Sentence = "没有这个科室的绩效。"

    let assessment: Assessment
    let scores: OfficeScores
    private let figures: FigureSums
    let names: [Int64: String]

    /// - Throws: `notFound` for no such period and organ, and for one whose persons one may not see.
    init(_ request: WebRequest, _ officer: OfficerContext, _ office: PerformanceOffice) async throws {
        let (period, organ) = (
            try PerformanceOffice.period(request), try await office.organ(request, officer)
        )
        let assessment = try await office.assessment(period)
        guard PerformanceOffice.seesPersons(officer, of: organ),
            assessment.organs.contains(where: { $0.key == organ })
        else { throw DomainError.notFound(PerformanceOffice.noOrgan) }
        (figures, names) = try await office.everybody(of: organ, in: period)
        scores = assessment.officeScores(of: organ, figures)
        self.assessment = assessment
    }

    /// The row of an office; `none` stands for what was done outside offices.
    /// - Throws: `notFound`.
    func row(ofOffice wish: String) throws -> OfficeScores.Row {
        let key = wish == AssessedOffice.none ? "" : wish
        guard let row = scores.rows.first(where: { $0.owner.office == key }) else {
            throw DomainError.notFound(Self.noOffice)
        }
        return row
    }

    /// Who stood there, with what they did meanwhile.
    func persons(of row: OfficeScores.Row) -> [PersonScores.Row] {
        PersonScores(assessment.model, figures.filter { $0.key.office == row.owner.office }).persons
    }

    func document(ofOffice wish: String) throws -> OfficeDocument {
        let row = try row(ofOffice: wish)
        var document = OfficeDocument(row, assessment)
        document.indicators = row.score.lines.map(ScoreDocument.Line.init)
        document.persons = persons(of: row).map { .init($0, name: names[$0.owner.accountID] ?? "") }
        return document
    }
}
