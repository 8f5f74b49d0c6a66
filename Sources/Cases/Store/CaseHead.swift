import Codes
import DecisionModel
import Storage

/// What a case was begun with and keeps to its end.
struct CaseHead: Sendable {
    let number: CaseNumber
    let plan: CasePlan
    let applicant: Applicant
    let filing: FilingRecord
    let parts: [String: String]
    let form: [String: Value]

    /// Thousands of cases are begun under the same rules.
    private static let plans = RepeatedJSON<CasePlan>()
    private static let recalled = Recalled<CaseHead>(limit: 1_000)

    /// The head in a row of `service_case`.
    static func of(_ row: Row) throws -> CaseHead {
        let texts = try ["number", "plan", "applicant", "filing", "parts", "form"].map { try row.text($0) }
        return try recalled.value(of: row.id("id"), texts) { try CaseHead(row) }
    }

    init(_ subject: Case) {
        number = subject.number
        plan = subject.plan
        applicant = subject.applicant
        filing = subject.filing
        parts = subject.parts
        form = subject.form
    }

    /// As texts, to be written to the case of this id.
    func texts(of id: Int64) throws -> Texts {
        let texts = Texts(
            plan: try encodeJSON(plan), applicant: try encodeJSON(applicant), filing: try encodeJSON(filing),
            parts: try encodeJSON(parts), form: try encodeJSON(form))
        Self.recalled.keep(self, of: id, [number.text] + texts.all)
        return texts
    }

    /// The columns that hold it, beside the number.
    struct Texts {
        let plan: String
        let applicant: String
        let filing: String
        let parts: String
        let form: String

        fileprivate var all: [String] { [plan, applicant, filing, parts, form] }
    }

    private init(_ row: Row) throws {
        number = try CaseNumber(row.text("number"))
        plan = try Self.plans.value(row, "plan")
        applicant = try row.json("applicant")
        filing = try row.json("filing")
        parts = try row.json("parts")
        form = try row.json("form")
    }
}
