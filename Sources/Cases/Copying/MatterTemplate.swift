import Codes
import Files
import Journal
import Refusals
import Storage
import WorkingTime

/// A matter that was really lived through, ready to be copied: its rows and journal, and what in them differs
/// from copy to copy. For trials under load; every copy is as consistent as what it was copied from.
public struct MatterTemplate: Sendable {
    /// The tables a matter has rows in, in an order in which they may be inserted.
    static let tables: [StaticString] = [
        "service_case", "case_task", "case_clock", "case_timer", "case_incident", "file_object",
        "case_material",
        "case_document", "case_party", "message",
    ]

    /// The day it was filed.
    public let day: CivilDate
    /// When it was filed.
    public let filedAt: Instant
    /// How many case numbers a copy needs.
    public var caseCount: Int { cases.count }
    /// Whether a natural person applied.
    public var isPersonal: Bool { cases[0].applicant.kind == .person }

    let cases: [Case]
    let rows: [CopyTable]
    let entries: [CopyEntry]
    /// The parties of each case.
    let parties: [[CopyText]]
    let tokens: CopyTokens

    /// Reads a matter.
    ///
    /// - Throws: `notFound` when there is no such case.
    public init(_ number: String, in tx: Transaction) throws {
        guard let root = try CaseReading.rootID(of: number, in: tx) else {
            throw DomainError.notFound("没有找到这个办件。")
        }
        let cases = try CaseReading.family(ofRoot: root, in: tx)
        let rows = try Self.tables.map { ($0, try Self.rows(of: $0, cases, in: tx)) }
        let tokens = CopyTokens(cases, rows: rows.flatMap(\.1))
        self.cases = cases
        self.tokens = tokens
        self.rows = rows.map { CopyTable(table: $0, rows: $1, tokens: tokens) }
        entries = try cases.flatMap {
            try Journal.entries(subject: $0.number.text, onlyPublic: false, limit: 500, in: tx)
        }.sorted { $0.id < $1.id }.map { CopyEntry($0.entry, tokens: tokens) }
        parties = cases.map { subject in
            subject.parties(withRoot: cases[0]).map { CopyText($0, tokens: tokens.texts) }
        }
        filedAt = cases[0].filing.filedAt
        day = filedAt.day
    }

    private static func rows(of table: StaticString, _ cases: [Case], in tx: Transaction) throws -> [Row] {
        let (ids, numbers) = (cases.map(\.id), cases.map(\.number.text))
        return switch table.description {
        case "service_case":
            try tx.rows("SELECT * FROM service_case WHERE id IN \(list: ids) ORDER BY position")
                .map { try SealedTable.cases.opened($0, in: tx) }
        case "case_task": try tx.rows("SELECT * FROM case_task WHERE case_id IN \(list: ids)")
        case "case_clock": try tx.rows("SELECT * FROM case_clock WHERE case_id IN \(list: ids)")
        case "case_timer": try tx.rows("SELECT * FROM case_timer WHERE case_id IN \(list: ids)")
        case "case_incident": try tx.rows("SELECT * FROM case_incident WHERE case_id IN \(list: ids)")
        case "file_object": try tx.rows("SELECT * FROM file_object WHERE case_number IN \(list: numbers)")
        case "case_material": try tx.rows("SELECT * FROM case_material WHERE case_id IN \(list: ids)")
        case "case_document": try tx.rows("SELECT * FROM case_document WHERE case_id IN \(list: ids)")
        case "case_party": try tx.rows("SELECT * FROM case_party WHERE case_id IN \(list: ids)")
        default:
            try tx.rows(
                """
                SELECT * FROM message WHERE account_id = \(cases[0].applicant.accountID)
                    AND subject IN \(list: numbers)
                """)
        }
    }
}
