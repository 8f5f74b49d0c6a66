import Government
import Identity
import Messaging
import Refusals
import Storage
import WorkingTime

/// Tells an office that the organ a request accuses has been merged into the one that handles it. No step of the request
/// comes up on that day, so nobody would look at it.
struct AccusedMerger: Sendable {
    /// So many are told of in one turn of the job.
    private static let atOnce = 100

    let database: Database
    let outbox: Outbox

    func tell(at now: Instant) async throws {
        let lines = try await database.read { tx in
            let organs = try Directory.everyOrgan(in: tx)
            return organs.filter { !$0.isLiving(on: now.day) }.map { OrganLineage(organs).line(of: $0.key) }
        }
        for line in lines where line.count > 1 {
            try await database.write { try tell(line, at: now, in: $0) }
        }
    }

    private func tell(_ line: [Organ], at now: Instant, in tx: Transaction) throws {
        let rows = try tx.rows(
            """
            SELECT id, number, organ, office FROM service_request
            WHERE accused = \(line[0].key) AND organ IN \(list: line.dropFirst().map(\.key))
                AND ended_at IS NULL AND accused_told_at IS NULL
            ORDER BY id LIMIT \(Self.atOnce)
            """)
        for row in rows {
            let (number, office, organ) = (
                try row.text("number"), try row.text("office"), try row.text("organ")
            )
            let heir = line.first { $0.key == organ }?.name ?? organ
            for member in try Accounts.members(of: office, on: now.day, in: tx) {
                try outbox.enqueue(
                    to: member.id, about: number,
                    "诉求 \(number) 反映的\(line[0].name)已经并入正在办理它的\(heir)，请改派给别的单位。", at: now, in: tx)
            }
            try tx.send(
                "UPDATE service_request SET accused_told_at = \(now) WHERE id = \(try row.id("id"))")
        }
    }
}
