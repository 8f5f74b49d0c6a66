import Cases
import Refusals
import Storage
import WorkingTime

/// A licence in the place of an upload (免提交): consented to for one material of one application.
public struct LicenceUse: Sendable, Hashable {
    /// The licence.
    public let licenceID: Int64
    /// The copy of its paper that lies in the case.
    public let fileID: Int64
    /// Code of the item it was consented to for.
    public let itemCode: String
    /// The item's name.
    public let itemName: String
    /// The material in whose place it stands.
    public let requirement: String
    /// Who consented: the applicant, or the clerk before whom they did.
    public let consentedBy: Signatory
    /// When.
    public let consentedAt: Instant
    /// The case it was used in; `nil` until the application is handed in.
    public let caseNumber: String?
    /// The organ it was used before; `nil` until then.
    public let organName: String?
    /// When it was used; `nil` until then.
    public let usedAt: Instant?

    /// A consent.
    public init(
        licence: Licence, file: Int64, item: (code: String, name: String), requirement: String,
        by: Signatory, at now: Instant
    ) {
        (licenceID, fileID, itemCode, itemName) = (licence.id, file, item.code, item.name)
        (self.requirement, consentedBy, consentedAt) = (requirement, by, now)
        (caseNumber, organName, usedAt) = (nil, nil, nil)
    }
}

extension LicenceUse {
    init(_ row: Row) throws {
        licenceID = try row.id("licence_id")
        fileID = try row.id("file_id")
        itemCode = try row.text("item_code")
        itemName = try row.text("item_name")
        requirement = try row.text("requirement")
        consentedBy = Signatory(
            accountID: try row.id("consented_by"), name: try row.text("consented_by_name"))
        consentedAt = try row.instant("consented_at")
        caseNumber = try row.optionalText("case_number")
        organName = try row.optionalText("organ_name")
        usedAt = try row.optionalInstant("used_at")
    }
}

/// The SQL of uses.
public enum LicenceUses {
    /// Keeps a consent, in the transaction that puts the copy among the materials.
    public static func insert(_ use: LicenceUse, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO licence_use (id, licence_id, file_id, item_code, item_name, requirement, consented_by,
                consented_by_name, consented_at)
            VALUES (\(tx.ids.next()), \(use.licenceID), \(use.fileID), \(use.itemCode), \(use.itemName),
                \(use.requirement), \(use.consentedBy.accountID), \(use.consentedBy.name),
                \(use.consentedAt))
            """)
    }

    /// Takes a consent back with the copy, as long as the application has not been handed in.
    public static func withdraw(file: Int64, in tx: Transaction) throws {
        try tx.execute("DELETE FROM licence_use WHERE file_id = \(file) AND case_number IS NULL")
    }

    /// The uses of a licence in cases, the newest first.
    static func uses(of licence: Int64, in tx: Transaction) throws -> [LicenceUse] {
        try tx.rows(
            """
            SELECT * FROM licence_use WHERE licence_id = \(licence) AND case_number IS NOT NULL
            ORDER BY id DESC LIMIT 100
            """
        ).map(LicenceUse.init)
    }

    /// Consents to applications that were never handed in, and showings that are over.
    static func tidy(before cutoff: Instant, in tx: Transaction) throws {
        try tx.execute(
            "DELETE FROM licence_use WHERE case_number IS NULL AND consented_at < \(cutoff)")
        try tx.execute("DELETE FROM licence_showing WHERE expires_at < \(cutoff)")
    }
}
