import Cases
import Storage
import WorkingTime

/// The licences that stand in the place of uploads in a case, as they are now.
public struct UsedLicences: Sendable {
    /// A licence that stands in the place of an upload.
    public struct Entry: Sendable {
        /// The consent.
        public let use: LicenceUse
        /// The licence as it is now.
        public let licence: Licence
    }

    /// By the file that lies among the materials.
    public let byFile: [Int64: Entry]
    /// The day of the question.
    public let day: CivilDate

    /// None.
    public static func none(on day: CivilDate) -> UsedLicences { UsedLicences(byFile: [:], day: day) }

    /// Those of some materials. The caller has checked that whoever looks may see them.
    public static func among(
        _ materials: [FiledMaterial], on day: CivilDate, in tx: Transaction
    ) throws -> UsedLicences {
        let files = materials.map(\.fileID)
        guard !files.isEmpty else { return none(on: day) }
        let uses = try tx.rows("SELECT * FROM licence_use WHERE file_id IN \(list: files) LIMIT 200").map(
            LicenceUse.init)
        guard !uses.isEmpty else { return none(on: day) }
        let rows = try tx.rows("SELECT * FROM licence WHERE id IN \(list: uses.map(\.licenceID)) LIMIT 200")
        let licences = Dictionary(try rows.map { try Licence($0, in: tx) }.map { ($0.id, $0) }) { first, _ in
            first
        }
        let entries = uses.compactMap { use in
            licences[use.licenceID].map { (use.fileID, Entry(use: use, licence: $0)) }
        }
        return UsedLicences(byFile: Dictionary(entries) { first, _ in first }, day: day)
    }
}
