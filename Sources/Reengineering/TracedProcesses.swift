import Cases
import Foundation
import ProcessMining
import Storage
import WorkingTime

/// Which drawing each case ran on, and how the items of a joint service stood in time.
enum TracedProcesses {
    private struct Plan: Decodable {
        let process: String
        let slug: String?
        let needs: [String]?
    }

    /// The process and version of each case.
    static func keys(of traces: [CaseTrace], in tx: Transaction) throws -> [Int64: ProcessKey] {
        guard !traces.isEmpty else { return [:] }
        let rows = try tx.rows("SELECT id, plan FROM service_case WHERE id IN \(list: traces.map(\.id))")
        // Cases of one version of an item carry the same plan, letter for letter.
        var (processes, keys): ([String: String], [Int64: ProcessKey]) = ([:], [:])
        let versions = Dictionary(traces.map { ($0.id, $0.version) }) { first, _ in first }
        for row in rows {
            let (id, text) = (try row.id("id"), try row.text("plan"))
            let process = try processes[text] ?? plan(text).process
            processes[text] = process
            keys[id] = versions[id].map { ProcessKey(id: process, version: $0) }
        }
        return keys
    }

    /// The items of each case that is a joint service; not those of which the service does not say what they need.
    static func spans(of traces: [CaseTrace], in tx: Transaction) throws -> [Int64: [JointSpan]] {
        guard !traces.isEmpty else { return [:] }
        let rows = try tx.rows(
            """
            SELECT id, parent_id, subject_name, plan, closed_at FROM service_case
            WHERE parent_id IN \(list: traces.map(\.id)) ORDER BY parent_id, position
            """)
        let began = try beginnings(of: rows.map { try $0.id("id") }, in: tx)
        var spans: [Int64: [JointSpan]] = [:]
        for row in rows {
            let plan = try plan(row.text("plan"))
            guard let slug = plan.slug else { continue }
            spans[try row.id("parent_id"), default: []].append(
                JointSpan(
                    slug: slug, name: try row.text("subject_name"), needs: plan.needs ?? [],
                    beganAt: began[try row.id("id")], closedAt: try row.optionalInstant("closed_at")))
        }
        return spans
    }

    private static func beginnings(of cases: [Int64], in tx: Transaction) throws -> [Int64: Instant] {
        guard !cases.isEmpty else { return [:] }
        let rows = try tx.rows(
            """
            SELECT case_id, min(opened_at) AS began_at FROM case_task WHERE case_id IN \(list: cases)
            GROUP BY case_id
            """)
        return try Dictionary(rows.map { (try $0.id("case_id"), try $0.instant("began_at")) }) { first, _ in
            first
        }
    }

    private static func plan(_ text: String) throws -> Plan {
        try JSONDecoder().decode(Plan.self, from: Data(text.utf8))
    }
}
