import Cockpit
import Government
import Messaging
import Modules
import ServiceRequests
import Storage
import Supervision

extension Installation {
    /// What leaders decide by: it counts cases itself, and cards and streets through those who keep them.
    static func cockpit(_ directory: Directory, _ outbox: Outbox, _ database: Database) throws -> Module {
        let sources = CockpitSources(
            cards: { tx in
                try Supervision.openCards(in: tx).map {
                    .init(level: $0.level, organ: $0.organ, count: $0.count)
                }
            },
            cardsPath: { SupervisionPath.open($0, organ: $1) },
            streets: { now, tx in
                try ServiceRequests.streets(at: now, in: tx).map {
                    .init(code: $0.division, open: $0.open, overdue: $0.overdue)
                }
            },
            streetCases: { code, overdueAt, after, limit, tx in
                try ServiceRequests.open(
                    inStreet: code, overdueAt: overdueAt, after: after, limit: limit, in: tx)
            })
        return try Cockpit(database: database, directory: directory, outbox: outbox, sources: sources)
            .module()
    }
}
