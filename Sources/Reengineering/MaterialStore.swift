import Cases
import Foundation
import Licences
import ProcessMining
import Services
import Storage
import WorkingTime

/// What applicants handed in with cases, and what they had handed in before.
struct MaterialStore {
    /// A matter with everything that was handed in with it.
    private struct Part {
        let id: Int64
        let root: Int64
        let account: Int64?
        let service: String
        /// What its requirements are called.
        let names: [String: String]
    }

    private struct Plan: Decodable {
        let materials: [MaterialRequirement]
    }

    private struct Upload {
        let part: Part
        let requirement: String
        let file: Int64
        let at: Instant
    }

    /// Earlier cases that are looked at for one read of cases: of an account that files for thousands, a part.
    private static let mostEarlier = 5_000

    let catalogue: ServiceCatalogue

    /// What was asked for twice in each of these cases, with what the materials are called there.
    func repetitions(in traces: [CaseTrace], _ tx: Transaction) throws -> [Int64: [Repetition: String]] {
        let ids = traces.map(\.id)
        guard !ids.isEmpty else { return [:] }
        let parts = try rows("id IN \(list: ids)", tx) + rows("parent_id IN \(list: ids)", tx)
        let accounts = Array(Set(parts.compactMap(\.account)))
        let filed = traces.map(\.filedAt).sorted()
        let since = (filed.first ?? .init(milliseconds: 0)).adding(seconds: -366 * 86_400)
        let earlier =
            try accounts.isEmpty
            ? []
            : rows(
                """
                applicant_account IN \(list: accounts) AND filed_at >= \(since) AND filed_at <= \(filed.last)
                ORDER BY applicant_account, id LIMIT \(Self.mostEarlier)
                """, tx)
        let (own, other) = (try uploads(of: parts, tx), try uploads(of: earlier, tx))
        let holdings = Dictionary(grouping: try Licences.holdings(of: accounts, in: tx), by: \.accountID)
        let before = Dictionary(grouping: other, by: \.part.account)
        return Dictionary(grouping: own, by: \.part.root).mapValues { files in
            let account = files.first?.part.account
            let root = files.first?.part.root
            return Repetition.all(
                in: files.map { handedIn($0, holdings[$0.part.account ?? 0] ?? []) },
                earlier: account == nil
                    ? [] : (before[account] ?? []).filter { $0.part.root != root }.map { handedIn($0, []) })
        }
    }

    private func rows(_ those: SQL, _ tx: Transaction) throws -> [Part] {
        var plans: [String: [String: String]] = [:]
        return try tx.rows(
            "SELECT id, parent_id, applicant_account, subject_code, plan FROM service_case WHERE \(those)"
        ).map { row in
            let text = try row.text("plan")
            let names = try plans[text] ?? Self.names(text)
            plans[text] = names
            let id = try row.id("id")
            return Part(
                id: id, root: try row.optionalID("parent_id") ?? id,
                account: try row.optionalID("applicant_account"), service: try row.text("subject_code"),
                names: names)
        }
    }

    private static func names(_ plan: String) throws -> [String: String] {
        let materials = try JSONDecoder().decode(Plan.self, from: Data(plan.utf8)).materials
        return Dictionary(materials.map { ($0.id, $0.name) }) { first, _ in first }
    }

    /// What came from the register was no burden, and is left out.
    private func uploads(of parts: [Part], _ tx: Transaction) throws -> [Upload] {
        guard !parts.isEmpty else { return [] }
        let known = Dictionary(parts.map { ($0.id, $0) }) { first, _ in first }
        let rows = try tx.rows(
            """
            SELECT case_id, requirement, file_id, filed_at FROM case_material
            WHERE case_id IN \(list: Array(known.keys))
            """)
        let copies = try Licences.copies(among: rows.map { try $0.id("file_id") }, in: tx)
        return try rows.compactMap { row in
            let file = try row.id("file_id")
            guard let part = known[try row.id("case_id")], !copies.contains(file) else { return nil }
            return Upload(
                part: part, requirement: try row.text("requirement"), file: file,
                at: try row.instant("filed_at"))
        }
    }

    private func handedIn(_ upload: Upload, _ holdings: [LicenceHolding]) -> HandedIn {
        // The code under which the item library knows the material in every item: that of its licence type (GB/T 36904).
        let type = catalogue.service(upload.part.service)?.item.materials
            .first { $0.id == upload.requirement }?.licence
        return HandedIn(
            name: upload.part.names[upload.requirement] ?? upload.requirement, code: type,
            caseID: upload.part.id, file: upload.file, at: upload.at,
            isHeld: holdings.contains { $0.type == type && $0.held(at: upload.at) })
    }
}
