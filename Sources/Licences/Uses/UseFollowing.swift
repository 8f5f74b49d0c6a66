import Cases
import Codes
import Refusals
import Storage
import WorkingTime

/// Uses follow their cases, in their transactions.
enum UseFollowing {
    /// An application that was handed in, or supplemented, with a licence in the place of an upload: every licence must be
    /// in force, the applicant's own, and consented to for this item. Then the use is the case's.
    static func tie(_ subject: Case, at now: Instant, in tx: Transaction) throws {
        let files = subject.materials.map(\.fileID)
        guard !files.isEmpty else { return }
        let waiting: SQL = "u.file_id IN \(list: files) AND u.case_number IS NULL"
        let holder = try SealedTable.held(by: [subject.applicant.code], in: tx)
        try tx.require(
            """
            SELECT 1 AS n WHERE NOT EXISTS (
                SELECT 1 FROM licence_use u JOIN licence l ON l.id = u.licence_id
                WHERE \(waiting) AND CASE WHEN \(inForce(on: now.day)) AND \(holder)
                    AND u.item_code = \(subject.plan.code) THEN 0 ELSE 1 END = 1)
            """
        ) {
            for (use, licence) in try uses(where: waiting, in: tx) {
                try licence.requireUsable(by: subject.applicant.code, as: nil, on: now.day)
                guard use.itemCode == subject.plan.code else {
                    throw DomainError.conflict("「\(licence.name)」只同意用于「\(use.itemName)」，不能用于别的申请。")
                }
            }
        }
        try tx.send(
            """
            UPDATE licence_use SET case_number = \(subject.number.text), used_at = \(now),
                organ_name = \(subject.plan.organName)
            WHERE file_id IN \(list: files) AND case_number IS NULL
            """)
    }

    /// 准予: what was shown at filing must hold on the day of the decision.
    static func recheck(_ subject: Case, on day: CivilDate, in tx: Transaction) throws {
        let needed = subject.plan.materials.map(\.id)
        guard !needed.isEmpty else { return }
        // What was handed in for a joint service lies with its root.
        let root: SQL =
            subject.parentID.map { "(SELECT number FROM service_case WHERE id = \($0))" }
            ?? "\(subject.number.text)"
        let used: SQL = "u.case_number = \(root) AND u.requirement IN \(list: needed)"
        try tx.require(
            """
            SELECT 1 AS n WHERE NOT EXISTS (
                SELECT 1 FROM licence_use u JOIN licence l ON l.id = u.licence_id
                WHERE \(used) AND CASE WHEN \(inForce(on: day)) THEN 0 ELSE 1 END = 1)
            """
        ) {
            for (_, licence) in try uses(where: used, in: tx) {
                guard let obstacle = licence.obstacle(on: day) else { continue }
                throw DomainError.conflict("不能准予：本件用作材料的\(obstacle)")
            }
        }
    }

    private static func inForce(on day: CivilDate) -> SQL {
        "(l.state = 'valid' AND (l.valid_until IS NULL OR l.valid_until >= \(day)))"
    }

    private static func uses(where condition: SQL, in tx: Transaction) throws -> [(LicenceUse, Licence)] {
        try tx.rows("SELECT u.* FROM licence_use u WHERE \(condition) ORDER BY u.id LIMIT 100").compactMap {
            row in
            let use = try LicenceUse(row)
            let licence = try tx.row("SELECT * FROM licence WHERE id = \(use.licenceID)")
            return try licence.map { (use, try Licence($0, in: tx)) }
        }
    }
}
