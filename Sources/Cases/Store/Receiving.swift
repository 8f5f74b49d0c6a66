import Codes
import Files
import Government
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// How a matter begins.
extension Cases {
    /// Receives a filing. The same idempotency key gives the same case.
    ///
    /// - Throws: `invalid` for missing materials, `notFound` for files of other people, `conflict` when the key
    ///   was used for something else.
    public func file(_ filing: Filing, by actor: Actor, once: Idempotency.Request? = nil) async throws
        -> Matter
    {
        let now = clock()
        let numbers = try await numbers.take(1 + filing.plan.children.count, on: now.day)
        let receipt = Receipt(
            filing: filing, numbers: numbers, actor: filing.applicant.named(actor), now: now, once: once)
        if let matter = try await prepared(receipt) { return matter }
        let (outcome, isNew) = try await database.write { tx in
            let calendar = try Directory.calendar(in: tx)
            if let earlier = try once.flatMap({ try Idempotency.replay($0, in: tx) }) {
                let matter = try self.matter(earlier.response, for: .system, in: tx)
                return (ChangeOutcome(matter: matter, stored: [], calendar: calendar), false)
            }
            return (try receive(receipt, by: calendar, in: tx), true)
        }
        if isNew { remember(outcome) }
        return outcome.matter
    }

    /// Receives a filing and lets a feature write beside it what is its own, in one transaction.
    ///
    /// - Parameter beside: may run twice, like every closure that writes.
    public func file<T: Sendable>(
        _ filing: Filing, by actor: Actor, beside: @escaping @Sendable (Matter, Transaction) throws -> T
    ) async throws -> T {
        let now = clock()
        let numbers = try await numbers.take(1 + filing.plan.children.count, on: now.day)
        let receipt = Receipt(
            filing: filing, numbers: numbers, actor: filing.applicant.named(actor), now: now, once: nil)
        return try await database.write { tx in
            let calendar = try Directory.calendar(in: tx)
            return try beside(try receive(receipt, by: calendar, in: tx).matter, tx)
        }
    }

    /// Puts the filing together beforehand, as far as nothing has to be asked for it; nil when it must be, or when it
    /// would be refused: that is said by who asks.
    private func prepared(_ receipt: Receipt) async throws -> Matter? {
        guard let calendar = memory.calendar else { return nil }
        let prepared = try? database.prepare { tx in
            try tx.require("SELECT 1 AS n WHERE \(calendar.isInForce)") { throw StorageError.outdated }
            return try receive(receipt, by: calendar, in: tx)
        }
        guard let (write, outcome) = prepared, try await database.write(write) else { return nil }
        remember(outcome)
        return outcome.matter
    }

    private func receive(
        _ receipt: Receipt, by calendar: WorkingCalendar, in tx: Transaction
    ) throws -> ChangeOutcome {
        let (filing, actor, now) = (receipt.filing, receipt.actor, receipt.now)
        let matter = try Matter.file(
            filing, numbers: receipt.numbers, definitions: processes.newest,
            on: occasion(of: actor, at: now, by: calendar))
        let stored = try CaseWriting.insert(matter, in: tx)
        let number = matter.root.number.text
        for material in filing.materials {
            try files.attach(material.fileID, toCase: number, owner: actor.accountID, in: tx)
        }
        try Recording.record(
            matter.events, of: stored, before: [], by: actor, at: now, to: outbox, in: tx)
        try follow(matter, at: now, in: tx)
        try receipt.once?.remember(number, at: now, in: tx)
        return ChangeOutcome(matter: matter, stored: stored, calendar: calendar)
    }
}

/// A filing as it came in.
private struct Receipt: Sendable {
    let filing: Filing
    let numbers: [CaseNumber]
    let actor: Actor
    let now: Instant
    let once: Idempotency.Request?
}
