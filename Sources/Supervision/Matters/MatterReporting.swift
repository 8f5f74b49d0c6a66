import DecisionModel
import Government
import Journal
import Refusals
import Storage
import WorkingTime

extension Supervision {
    /// Takes in records of a kind from another feature of the house, as from an organ's file; the same again changes nothing.
    ///
    /// - Throws: `conflict` with the reasons when one does not fit.
    public static func report(
        _ records: [[String: Value]], of kind: String, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        guard !records.isEmpty else { return }
        try DeliveredKinds.install(at: now, in: tx)
        var intake = try MatterIntake(
            try KindStore.kind(kind, in: tx), organs: try Directory.organs(in: tx),
            calendar: try Directory.calendar(in: tx), by: actor, at: now)
        let report = try intake.take(
            records.enumerated().map { DeliveredRecord(line: $0 + 1, record: $1) }, in: tx)
        if let refused = report.rows.first(where: { $0.outcome == .refused }) {
            throw DomainError.conflict("监察没有接收：\(refused.reasons.joined(separator: "；"))")
        }
    }
}
