import DecisionModel
import Government
import Journal
import Refusals
import Storage
import WorkingTime

extension Supervision {
    /// Takes in records of a kind from another feature of the house, as from an organ's file; the same again changes nothing.
    /// For an organ that is gone its successor answers; where it has none there is nobody to watch.
    ///
    /// - Throws: `conflict` with the reasons when one does not fit.
    public static func report(
        _ records: [[String: Value]], of kind: String, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        guard !records.isEmpty else { return }
        try DeliveredKinds.install(at: now, in: tx)
        let version = try KindStore.kind(kind, in: tx)
        let organs = try Directory.everyOrgan(in: tx)
        let lineage = OrganLineage(organs)
        let records = records.compactMap { version.kind.answered($0, lineage) }
        guard !records.isEmpty else { return }
        var intake = try MatterIntake(
            version, organs: organs, calendar: try Directory.calendar(in: tx), by: actor, at: now)
        let report = try intake.take(
            records.enumerated().map { DeliveredRecord(line: $0 + 1, record: $1) }, in: tx)
        if let refused = report.rows.first(where: { $0.outcome == .refused }) {
            throw DomainError.conflict("监察没有接收：\(refused.reasons.joined(separator: "；"))")
        }
    }
}

extension SupervisedKind {
    /// A record in the name of the organ that answers for it now; nil when nobody does.
    fileprivate func answered(_ record: [String: Value], _ lineage: OrganLineage) -> [String: Value]? {
        guard let field = roles.responsible, case .string(let key) = record[field] ?? .null else {
            return record
        }
        let line = lineage.line(of: key)
        // The intake says which organs there are.
        if line.isEmpty { return record }
        return line.first(where: \.isLiving).map { record.merging([field: .string($0.key)]) { $1 } }
    }
}
