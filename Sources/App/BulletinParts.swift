import Bulletins
import Cases
import Cockpit
import Government
import Messaging
import Modules
import Oversight
import Performance
import Storage
import Supervision
import SupervisionOrders

extension Installation {
    /// What is published about how organs work.
    static func oversight(_ configuration: Configuration, _ outbox: Outbox, _ database: Database) throws
        -> [Module]
    {
        [
            try bulletins(configuration, database).module(),
            try Oversight(
                database: database, directory: Directory(database), outbox: outbox, sources: .minben,
                orders: OrderPath.new
            ).module(),
        ]
    }

    /// A month and a quarter of bulletins, for the sample district.
    func seedBulletins() async throws {
        try await Self.bulletins(configuration, database).seedDemo(at: cases.now)
    }

    private static func bulletins(_ configuration: Configuration, _ database: Database) throws -> Bulletins {
        try Bulletins(database: database, sources: .minben, publicAddress: configuration.publicAddress)
    }
}

extension BulletinSources {
    /// What bulletins are written from: the figures of performance, the signals of supervision, what stands open.
    static let minben = BulletinSources(
        assessed: { period, tx in
            try Performance.assessed(period, in: tx).map { assessed in
                Assessed(
                    isFrozen: assessed.isFrozen,
                    organs: assessed.organs.map {
                        .init(
                            key: $0.key, name: $0.name, points: $0.points, amounts: $0.figures,
                            remark: $0.remark)
                    }, totals: assessed.totals)
            }
        },
        totals: { try Performance.totals(ofMonths: $0, in: $1) },
        signals: { from, until, tx in
            try Supervision.raised(from: from, until: until, in: tx).map {
                .init(
                    organ: $0.organ,
                    .init(
                        name: $0.name, level: $0.level, count: $0.count, confirmed: $0.confirmed,
                        withdrawn: $0.withdrawn))
            }
        },
        standing: { tx in
            try Cockpit.standing(in: tx).map { .init(at: $0.at, open: $0.open, overdue: $0.overdue) }
        })
}
