import BusinessProcess
import Codes
import Files
import Government
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// The one way to change a matter: let a rule work on it as it stands, and save what the rule did.
///
/// That is prepared outside of the transaction (`Preparing.swift`), and written when nobody else has changed the matter
/// since. Otherwise it is done here, with the matter held.
extension Cases {
    /// Changes a matter by one rule, in one transaction.
    ///
    /// - Parameters:
    ///   - number: any case of the matter.
    ///   - viewer: who asks; what they may not see is not found.
    ///   - once: makes a repeated request harmless.
    ///   - rule: a pure rule; may run twice.
    /// - Returns: the matter as it is now.
    @discardableResult
    public func change(
        _ number: String, by actor: Actor, as viewer: Viewer, once: Idempotency.Request? = nil,
        _ rule: @escaping @Sendable (inout Matter, Occasion) throws -> Void
    ) async throws -> Matter {
        try await change(
            MatterChange(
                name: .number(number), actor: actor, viewer: viewer, now: clock(), once: once, rule: rule))
    }

    /// Changes the matter a task belongs to.
    @discardableResult
    public func change(
        task id: Int64, by actor: Actor, as viewer: Viewer, once: Idempotency.Request? = nil,
        _ rule: @escaping @Sendable (inout Matter, Occasion) throws -> Void
    ) async throws -> Matter {
        try await change(
            MatterChange(
                name: .task(id), actor: actor, viewer: viewer, now: clock(), once: once, rule: rule))
    }

    /// The change of one case as a part of a transaction that does more: a feature writes beside it what is its own.
    ///
    /// - Returns: the matter as it is now.
    @discardableResult
    public func change(
        _ number: String, by actor: Actor, as viewer: Viewer, at now: Instant, in tx: Transaction,
        _ rule: @escaping @Sendable (inout Matter, Occasion) throws -> Void
    ) throws -> Matter {
        try make(
            MatterChange(
                name: .number(number), actor: actor, viewer: viewer, now: now, once: nil, rule: rule), in: tx
        ).matter
    }

    /// Makes a change in a transaction, with the matter held.
    func make(_ change: MatterChange, in tx: Transaction) throws -> ChangeOutcome {
        let (number, root) = try place(of: change.name, for: change.viewer, in: tx)
        try tx.lock("service_case", id: root)
        let stored = try CaseReading.stored(ofRoot: root, in: tx)
        let calendar = try Directory.calendar(in: tx)
        if let once = change.once, try Idempotency.replay(once, in: tx) != nil {
            return ChangeOutcome(
                matter: matter(stored), stored: stored, calendar: calendar, isRepeated: true)
        }
        var (since, current) = (stored, matter(stored))
        // Silence has its effect at its hour, whether or not the job has come by yet.
        if current.hasDueTimer(at: change.now) {
            since = try save(&current, since: since, by: .system, at: change.now, calendar, in: tx) {
                try $0.fireTimers(on: $1)
            }
            current = matter(since)
        }
        since = try save(
            &current, since: since, by: change.actor, at: change.now, calendar, in: tx, change.rule)
        try change.once?.remember(number, at: change.now, in: tx)
        return ChangeOutcome(matter: current, stored: since, calendar: calendar)
    }

    /// Applies a rule to a matter and saves what it did.
    ///
    /// - Parameter condition: what must still be so when it is saved; nil when the matter is held.
    func save(
        _ matter: inout Matter, since before: [StoredCase], by actor: Actor, at now: Instant,
        _ calendar: WorkingCalendar, if condition: SQL? = nil, in tx: Transaction,
        _ rule: (inout Matter, Occasion) throws -> Void
    ) throws -> [StoredCase] {
        let actor = matter.root.named(actor)
        let occasion = occasion(of: actor, at: now, by: calendar)
        // Where the drawing does not let an act go on, it is refused in words.
        do { try rule(&matter, occasion) } catch let error as ProcessError where actor != .system {
            throw DomainError.conflict(error.sentence)
        }
        let after = try CaseWriting.update(matter, since: before, if: condition, in: tx)
        for material in matter.newMaterials(since: before.map(\.subject)) {
            try files.attach(
                material.fileID, toCase: matter.root.number.text, owner: actor.accountID, in: tx)
        }
        try attachEnclosures(of: matter, since: before.first?.subject.draft, owner: actor, in: tx)
        try Recording.record(
            matter.events, of: after, before: before, by: actor, at: now, to: outbox, in: tx)
        try follow(matter, at: now, in: tx)
        return after
    }

    /// The number of the case that is meant, and the root of its matter.
    func place(of name: MatterName, for viewer: Viewer, in tx: Transaction) throws -> (String, Int64) {
        switch name {
        case .number(let number): return (number, try visibleRoot(of: number, for: viewer, in: tx))
        case .task(let id):
            let row = try tx.row(
                """
                SELECT c.number, coalesce(c.parent_id, c.id) AS root_id
                FROM case_task t JOIN service_case c ON c.id = t.case_id
                WHERE t.id = \(id) AND \(viewer.maySeeCase)
                """)
            guard let row else { throw DomainError.notFound("没有找到这个任务。") }
            return (try row.text("number"), try row.id("root_id"))
        }
    }

    func matter(_ stored: [StoredCase]) -> Matter {
        Matter(cases: stored.map(\.subject), definitions: processes.all)
    }
}

/// One change of a matter, as somebody asks for it.
struct MatterChange: Sendable {
    let name: MatterName
    let actor: Actor
    let viewer: Viewer
    let now: Instant
    let once: Idempotency.Request?
    let rule: @Sendable (inout Matter, Occasion) throws -> Void
}

/// What a change has come to.
struct ChangeOutcome: Sendable {
    let matter: Matter
    /// Its cases as they stand in the tables now.
    let stored: [StoredCase]
    /// The calendar it was reckoned by.
    let calendar: WorkingCalendar
    /// Whether it had been made before, and nothing was done now.
    var isRepeated = false
}
