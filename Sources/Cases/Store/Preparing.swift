import Codes
import Government
import Identity
import Refusals
import Storage
import WorkingTime

/// A change is put together outside of its transaction: reading, rule, JSON and hashes are nine tenths of the work, and
/// SQLite has one writer for all matters, PostgreSQL a lock that others wait for (docs/adr/0029).
extension Cases {
    /// Changes a matter when it is its turn on this node.
    func change(_ change: MatterChange) async throws -> Matter {
        let root = try await root(for: change)
        return try await turns.inTurn(root) {
            if let matter = try await changePrepared(change, root) { return matter }
            return try await changeHeld(change)
        }
    }

    /// The way that always works: with the matter held.
    private func changeHeld(_ change: MatterChange) async throws -> Matter {
        let outcome = try await database.write { tx in try make(change, in: tx) }
        remember(outcome)
        return outcome.matter
    }

    /// The root of the matter, which is remembered, or is by then. Throws `notFound` when it is not there for this viewer.
    private func root(for change: MatterChange) async throws -> Int64 {
        if let root = memory.root(of: change.name), memory.matter(root) != nil { return root }
        let (known, calendar) = try await database.read { tx in
            let (_, root) = try place(of: change.name, for: change.viewer, in: tx)
            return try read(root: root, in: tx)
        }
        memory.keep(known, calendar)
        return known.root
    }

    /// A matter as it stands, for finding out in whose name somebody acts before they do: what this node remembers of it, where the
    /// tables say that nothing has changed it since. The change that follows reads nothing again.
    ///
    /// - Throws: `notFound` when it does not exist or the viewer may not see it.
    public func standing(_ number: String, for viewer: Viewer) async throws -> Matter {
        let remembered = memory.root(of: .number(number)).flatMap(memory.matter)
        let (known, calendar) = try await database.read { tx in
            let (root, revision) = try tx.ask(visible(number, to: viewer))
            if let remembered, remembered.root == root, remembered.cases[0].revision == revision {
                return (remembered, WorkingCalendar?.none)
            }
            return try read(root: root, in: tx)
        }
        if let calendar { memory.keep(known, calendar) }
        return matter(known.cases)
    }

    /// A matter read whole, with the calendar that is in force then.
    private func read(root: Int64, in tx: Transaction) throws -> (KnownMatter, WorkingCalendar) {
        (KnownMatter(cases: try CaseReading.stored(ofRoot: root, in: tx)), try Directory.calendar(in: tx))
    }

    /// Nil when something must be asked for it, when somebody else was quicker, or when it is to be refused: a refusal is
    /// said only of the matter as it stands, never of what is remembered of it.
    private func changePrepared(_ change: MatterChange, _ root: Int64) async throws -> Matter? {
        guard let known = memory.matter(root), let calendar = memory.calendar,
            let subject = known.subject(change.name), change.viewer.maySee(subject, of: known)
        else { return nil }
        var matter = matter(known.cases)
        guard !matter.hasDueTimer(at: change.now) else { return nil }
        let prepared = try? database.prepare { tx in
            let stored = try save(
                &matter, since: known.cases, by: change.actor, at: change.now, calendar,
                if: calendar.isInForce, in: tx, change.rule)
            try change.once?.remember(subject.number.text, at: change.now, in: tx)
            return stored
        }
        guard let (write, stored) = prepared else { return nil }
        guard try await database.write(write) else {
            memory.forget(root)
            return nil
        }
        memory.keep(KnownMatter(cases: stored), calendar)
        return matter
    }

    /// Remembers what was done, once it is durable.
    func remember(_ outcome: ChangeOutcome) {
        memory.keep(KnownMatter(cases: outcome.stored), outcome.calendar)
    }
}

extension WorkingCalendar {
    /// A condition: this is still the newest.
    var isInForce: SQL { "(SELECT max(version) FROM working_calendar) = \(version)" }
}

extension Viewer {
    /// The same as ``maySeeCase`` of a case that is at hand: its parties are written when it is, and never taken away.
    fileprivate func maySee(_ subject: Case, of matter: KnownMatter) -> Bool {
        guard !isRecused(in: subject) else { return false }
        guard let parties else { return self == .system || !subject.plan.matterKind.standsApart }
        guard stillActs(in: subject) else { return false }
        return !subject.parties(withRoot: matter.cases[0].subject).isDisjoint(with: parties)
    }
}
