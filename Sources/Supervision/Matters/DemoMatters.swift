import Government
import Identity
import Journal
import Storage
import WorkingTime

extension Supervision {
    /// What the sample organs have reported, for the sample district; the same again changes nothing.
    static func seedMatters(at now: Instant, in tx: Transaction) throws {
        let (organs, calendar) = (try Directory.organs(in: tx), try Directory.calendar(in: tx))
        for version in try KindStore.kinds(in: tx) {
            guard let sample = DeliveredKinds.sample(version.kind.key) else { continue }
            let actor = Actor(
                accountID: 0, name: "演示数据", organ: version.kind.organ, channel: "page", address: "")
            var intake = try MatterIntake(version, organs: organs, calendar: calendar, by: actor, at: now)
            let records = try DeliveredFile.records(Array(sample.utf8), of: intake.reading.schema)
            _ = try intake.take(records, in: tx)
        }
    }
}
