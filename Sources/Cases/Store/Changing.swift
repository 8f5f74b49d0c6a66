import BusinessProcess
import Codes
import Files
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// The one way to change a matter: lock it, let a rule work on it, save what the rule did.
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
        let now = clock()
        return try await database.write { tx in
            try change(number, by: actor, as: viewer, at: now, once: once, in: tx, rule)
        }
    }

    /// The same as a part of a transaction that does more.
    @discardableResult
    func change(
        _ number: String, by actor: Actor, as viewer: Viewer, at now: Instant,
        once: Idempotency.Request? = nil, in tx: Transaction,
        _ rule: (inout Matter, Occasion) throws -> Void
    ) throws -> Matter {
        let root = try visibleRoot(of: number, for: viewer, in: tx)
        return try change(number, root: root, by: actor, at: now, once: once, in: tx, rule)
    }

    private func change(
        _ number: String, root: Int64, by actor: Actor, at now: Instant, once: Idempotency.Request?,
        in tx: Transaction, _ rule: (inout Matter, Occasion) throws -> Void
    ) throws -> Matter {
        try tx.lock("service_case", id: root)
        var stored = try CaseReading.stored(ofRoot: root, in: tx)
        var matter = Matter(cases: stored.map(\.subject), definitions: processes.all)
        if let once, try Idempotency.replay(once, in: tx) != nil { return matter }
        // Silence has its effect at its hour, whether or not the job has come by yet.
        if matter.hasDueTimer(at: now) {
            stored = try save(&matter, since: stored, by: .system, at: now, in: tx) {
                try $0.fireTimers(on: $1)
            }
            matter = Matter(cases: matter.cases, definitions: matter.definitions)
        }
        _ = try save(&matter, since: stored, by: actor, at: now, in: tx, rule)
        try remember(once, number, at: now, in: tx)
        return matter
    }

    /// Applies a rule to a matter and saves what it did.
    private func save(
        _ matter: inout Matter, since before: [StoredCase], by actor: Actor, at now: Instant,
        in tx: Transaction, _ rule: (inout Matter, Occasion) throws -> Void
    ) throws -> [StoredCase] {
        let occasion = try occasion(of: actor, at: now, in: tx)
        // Where the drawing does not let an act go on, it is refused in words.
        do { try rule(&matter, occasion) } catch let error as ProcessError where actor != .system {
            throw DomainError.conflict(error.sentence)
        }
        for material in matter.newMaterials(since: before.map(\.subject)) {
            try files.attach(
                material.fileID, toCase: matter.root.number.text, owner: actor.accountID, in: tx)
        }
        let after = try CaseWriting.update(matter, since: before, in: tx)
        try Recording.record(
            matter.events, of: after, before: before, by: actor, at: now, to: outbox, in: tx)
        return after
    }

    /// Changes the matter a task belongs to.
    @discardableResult
    public func change(
        task id: Int64, by actor: Actor, as viewer: Viewer, once: Idempotency.Request? = nil,
        _ rule: @escaping @Sendable (inout Matter, Occasion) throws -> Void
    ) async throws -> Matter {
        let now = clock()
        return try await database.write { tx in
            let row = try tx.row(
                """
                SELECT c.number, coalesce(c.parent_id, c.id) AS root_id
                FROM case_task t JOIN service_case c ON c.id = t.case_id
                WHERE t.id = \(id) AND \(viewer.maySeeCase)
                """)
            guard let row else { throw DomainError.notFound("没有找到这个任务。") }
            return try change(
                row.text("number"), root: row.id("root_id"), by: actor, at: now, once: once, in: tx, rule)
        }
    }
}
