import Identity
import Storage
import WorkingTime

extension Installation {
    /// The sample district's older system, handed in and tried, for a newcomer to go on with.
    func receiveOlderSystem(at now: Instant) async throws {
        let account = try await database.read {
            try Accounts.account(named: "sysadmin", on: now.day, in: $0)
        }
        guard let actor = account?.actor(channel: "system", address: "") else { return }
        try await MovingParts(database, files, cases, library, identity, clock: { now })
            .receiveSample(by: actor, at: now)
    }
}
