import Identity
import Modules
import Refusals
import Storage
import Web
import WorkingTime

/// The rules for programs, every version of them, the newest first. They are written and switched on by two persons on the
/// pages, who read findings and trial before.
struct RuleAPI: Sendable {
    let office: SupervisionOffice

    var routes: [Route] {
        [
            .get(SupervisionPath.rulesAPI, .may(.readRules), "监察规则列表", api: RuleDocument.listing) {
                request, _ in
                let state = try request.query("state").map { word -> RuleVersion.State in
                    guard let state = RuleVersion.State(rawValue: word) else {
                        throw DomainError.invalid("state", "state 不是允许的值，请对照接口文档。")
                    }
                    return state
                }
                let (slice, looking) = try await office.database.read { tx in
                    let all = try RuleStore.versions(in: tx)
                    return (
                        try RuleStore.page(state, after: request.query("after"), in: tx),
                        Set(RuleVersion.looking(on: request.now.day, of: all).map(\.id))
                    )
                }
                let list = ListDocument(slice) { RuleDocument($0, isLooking: looking.contains($0.id)) }
                return try .json(list).header("Cache-Control", "no-store")
            }
        ]
    }
}

extension RuleStore {
    private static let pageSize = 100

    /// Versions in a state, or all, the newest first.
    fileprivate static func page(_ state: RuleVersion.State?, after cursor: String?, in tx: Transaction)
        throws
        -> Slice<RuleVersion>
    {
        let start: SQL = if let cursor { "id < \(try Cursor(cursor).id)" } else { "1 = 1" }
        let chosen: SQL = if let state { "state = \(state)" } else { "1 = 1" }
        let rows = try tx.rows(
            """
            SELECT * FROM supervision_rule WHERE \(start) AND \(chosen) ORDER BY id DESC LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map(RuleVersion.init), size: pageSize) {
            Cursor(key: $0.id, id: $0.id)
        }
    }
}
