import Codes
import Journal
import Storage
import WorkingTime

/// Somebody made up, in whose name a copy is.
public struct CopyApplicant: Sendable {
    let name: String
    let code: String
    let accountID: Int64

    /// A person or an enterprise.
    ///
    /// - Parameters:
    ///   - code: identity number or credit code.
    ///   - accountID: an account that does not exist, so that nobody's own list is filled with copies.
    public init(name: String, code: String, accountID: Int64) {
        self.name = name
        self.code = code
        self.accountID = accountID
    }
}

/// One copy of a matter, complete and hashed, ready to be written.
public struct MatterCopy: Sendable {
    private let tables: [(StaticString, [Row])]
    private let entries: [StoredEntry]
    private let words: [CaseWords]

    /// A copy.
    ///
    /// - Parameters:
    ///   - numbers: one case number for each case of the matter.
    ///   - ids: makes the ids.
    /// - Throws: `EncodingError`, or `CodeError` when a licence's identifier cannot be made.
    public init(
        of template: MatterTemplate, numbers: [CaseNumber], applicant: CopyApplicant, ids: IDSource
    ) throws {
        var (texts, numeric) = ([String](), [Int64]())
        for kind in template.tokens.kinds {
            var id: Int64 = 0
            switch kind {
            case .id:
                id = ids.next()
                texts.append(String(id))
            case .number(let place): texts.append(numbers[place].text)
            case .queryCode, .verificationCode: texts.append(VerificationCode.new())
            case .licence(let old, let place): texts.append(try old.renumbered(numbers[place]).text)
            case .applicantName: texts.append(applicant.name)
            case .applicantCode: texts.append(applicant.code)
            case .account, .person:
                id = applicant.accountID
                texts.append(String(id))
            }
            numeric.append(id)
        }
        let values = CopyValues(texts: texts, ids: numeric)
        tables = template.rows.map { ($0.table, $0.copy(values)) }
        entries = try template.entries.map { try StoredEntry(id: ids.next(), entry: $0.copy(values)) }
        words = zip(template.cases, template.parties).map { subject, parties in
            let id = template.tokens.ids[subject.id].map { numeric[$0] } ?? subject.id
            let parties = Set(parties.map { $0.text(texts) })
            return CaseWords(id: id, service: subject.plan.name, applicant: applicant.name, parties: parties)
        }
    }

    /// Writes copies together.
    public static func insert(_ copies: [MatterCopy], in tx: Transaction) throws {
        for (place, table) in MatterTemplate.tables.enumerated() {
            let rows = copies.flatMap { $0.tables[place].1 }
            let isSealed = "\(table)" == "\(SealedTable.cases.name)"
            try tx.insert(
                isSealed ? rows.map { try SealedTable.cases.sealed($0, in: tx) } : rows, into: table)
        }
        try CaseIndexing.insert(copies.flatMap(\.words), in: tx)
        try Journal.append(copies.flatMap(\.entries), in: tx)
    }
}

extension LicenceIdentifier {
    /// The same licence of another case: the serial number is the case number without its division.
    fileprivate func renumbered(_ number: CaseNumber) throws -> LicenceIdentifier {
        try LicenceIdentifier(
            typeCode: typeCode, issuer: issuer, serial: String(number.text.dropFirst(6).prefix(14)),
            version: version)
    }
}

extension Cases {
    /// Case numbers for copies.
    public func numbers(_ count: Int, on day: CivilDate) async throws -> [CaseNumber] {
        try await numbers.take(count, on: day)
    }
}
