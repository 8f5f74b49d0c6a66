import Bulletins
import Identity
import Oversight
import Performance
import Storage
import Supervision
import SupervisionOrders
import WorkingTime

extension OversightSources {
    private static let mostCards = 30

    /// What deputies see: scores that are frozen, cards that are confirmed, bulletins that are published, and what came of
    /// their proposals.
    static let minben = OversightSources(
        standings: { tx in
            guard let month = try Performance.newestFrozenMonth(in: tx),
                let assessed = try Performance.assessed(month.text, in: tx)
            else { return nil }
            let organs = assessed.organs.sorted { ($1.points ?? .min, $0.key) < ($0.points ?? .min, $1.key) }
            return (
                month.words,
                organs.map {
                    Standing(
                        name: $0.name, points: $0.points, ended: $0.figures["promised_ended"] ?? 0,
                        kept: $0.figures["promised_kept"] ?? 0)
                }
            )
        },
        cards: { now, tx in
            try Supervision.confirmed(at: now, limit: mostCards, in: tx).map {
                Card(organ: $0.organ, level: $0.levelName, name: $0.name, raisedOn: $0.raisedOn)
            }
        },
        progress: { reference, tx in
            try SupervisionOrders.progress(of: reference, in: tx).map {
                Progress(
                    lead: $0.lead, stage: $0.stage, isOpen: $0.isOpen, dueAt: $0.dueAt, closedAt: $0.closedAt,
                    reports: $0.reports, circular: $0.circular,
                    isUnfinished: $0.isUnfinished, struckReason: $0.struckReason)
            }
        },
        bulletins: { tx in
            try Bulletins.newest(in: tx).map { Bulletin(title: $0.title, path: $0.path) }
        },
        order: { SupervisionOrders.beginning(from: $0.reference, titled: $0.title, lead: $0.organ) })
}

extension OrderBeginning {
    /// What a deputy proposes, for the order that comes of it.
    init?(_ reference: String, _ officer: OfficerContext, _ tx: Transaction) throws {
        guard let one = try Oversight.proposal(reference, for: officer, in: tx) else { return nil }
        self.init(title: one.title, words: one.words, lead: one.organ)
    }
}
