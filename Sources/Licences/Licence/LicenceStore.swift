import Cases
import Identity
import Refusals
import Storage
import WorkingTime

/// The SQL of licences.
enum LicenceStore {
    /// How many stand on a page.
    static let pageSize = 20

    /// The licences of holders, the newest first.
    static func held(by codes: [String], in tx: Transaction) throws -> [Licence] {
        let mine = try SealedTable.held(by: codes, in: tx)
        return try tx.rows("SELECT * FROM licence WHERE \(mine) ORDER BY id DESC LIMIT 100")
            .map { try Licence($0, in: tx) }
    }

    /// One licence of these holders.
    /// - Throws: `notFound` also for another holder's.
    static func held(_ id: Int64, by codes: [String], in tx: Transaction) throws -> Licence {
        let mine = try SealedTable.held(by: codes, in: tx)
        return try first("SELECT * FROM licence WHERE id = \(id) AND \(mine)", in: tx)
    }

    /// The licences of organs, the newest first.
    static func issued(
        by organs: Set<String>, to holder: String?, after: String?, in tx: Transaction
    ) throws -> Slice<Licence> {
        let last = try after.map { try Cursor($0).id } ?? Int64.max
        let ofHolder: SQL = if let holder { try SealedTable.held(by: [holder], in: tx) } else { "1 = 1" }
        let rows = try tx.rows(
            """
            SELECT * FROM licence WHERE organ IN \(list: organs.sorted()) AND id < \(last) AND \(ofHolder)
            ORDER BY id DESC LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map { try Licence($0, in: tx) }, size: pageSize) {
            Cursor(key: "", id: $0.id)
        }
    }

    /// One licence of these organs.
    /// - Throws: `notFound` also for another organ's.
    static func issued(_ id: Int64, by organs: Set<String>, in tx: Transaction) throws -> Licence {
        try first("SELECT * FROM licence WHERE id = \(id) AND organ IN \(list: organs.sorted())", in: tx)
    }

    /// The licence with a code on it; nil when there is none.
    static func licence(verificationCode code: String, in tx: Transaction) throws -> Licence? {
        try tx.row("SELECT * FROM licence WHERE verification_code = \(code)").map { try Licence($0, in: tx) }
    }

    /// The licence with a national identifier; nil when there is none.
    static func licence(number: String, in tx: Transaction) throws -> Licence? {
        try tx.row("SELECT * FROM licence WHERE number = \(number)").map { try Licence($0, in: tx) }
    }

    /// The signed file of a licence.
    static func signed(_ id: Int64, in tx: Transaction) throws -> String {
        guard let row = try tx.row("SELECT id, signed FROM licence WHERE id = \(id)") else { throw missing }
        return try SealedTable.licences.open("signed", of: row, in: tx)
    }

    /// What was done with a licence, the newest first.
    static func acts(of id: Int64, in tx: Transaction) throws -> [LicenceAct] {
        try tx.rows("SELECT * FROM licence_act WHERE licence_id = \(id) ORDER BY id DESC LIMIT 100").map {
            row in
            LicenceAct(
                try row.value("kind"), try row.optionalText("reason"),
                by: Signatory(accountID: try row.id("by_id"), name: try row.text("by_name")),
                at: try row.instant("at"))
        }
    }

    private static func first(_ sql: SQL, in tx: Transaction) throws -> Licence {
        guard let row = try tx.row(sql) else { throw missing }
        return try Licence(row, in: tx)
    }

    static let missing = DomainError.notFound("没有找到这份证照，或者您无权查看。")
}

extension Licence {
    init(_ sealed: Row, in tx: Transaction) throws {
        let row = try SealedTable.licences.opened(sealed, in: tx)
        self.init(
            id: try row.id("id"), number: try row.text("number"), typeCode: try row.text("type_code"),
            name: try row.text("name"),
            holder: LicenceHolder(
                kind: try row.value("holder_kind"), name: try row.text("holder_name"),
                code: try row.text("holder_code")),
            organ: try row.text("organ"), organName: try row.text("organ_name"),
            issuedAt: try row.instant("issued_at"), validUntil: try row.optionalDay("valid_until"),
            facts: try row.json("facts"), verificationCode: try row.text("verification_code"),
            caseNumber: try row.optionalText("case_number"), accountID: try row.optionalID("account_id"),
            state: try row.value("state"), stateSince: try row.instant("state_since"),
            reason: try row.optionalText("reason"),
            ground: try row.optionalText("ground").flatMap(RevocationGround.init(rawValue:)),
            asked: try RevocationRequest(row), confirmedBy: try row.optionalID("confirmed_by"))
    }
}

extension Licence.RevocationRequest {
    fileprivate init?(_ row: Row) throws {
        guard let account = try row.optionalID("asked_by") else { return nil }
        self.init(
            by: Signatory(accountID: account, name: try row.text("asked_by_name")),
            at: try row.instant("asked_at"),
            ground: try row.optionalText("asked_ground").flatMap(RevocationGround.init(rawValue:))
                ?? .penalty,
            reason: try row.text("asked_reason"))
    }
}
