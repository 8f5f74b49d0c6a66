import Codes
import Files
import Identity
import Journal
import Storage
import WorkingTime

/// What a feature writes of its own when something happens to a case, in the transaction that saves it.
///
/// It may be called for a change that is prepared before its transaction (docs/adr/0029): it sends statements and asks
/// nothing.
public struct CaseFollower: Sendable {
    /// Writes what one event asks for.
    public typealias Writing = @Sendable (CaseEvent, Case, Instant, Transaction) throws -> Void
    /// Writes what a case has come to, once for all that happened to it.
    public typealias Settling = @Sendable ([CaseEvent], Case, Transaction) throws -> Void

    let write: Writing
    let settle: Settling?

    /// A follower; it is told of every event, with the case as it is afterwards, and of all events of a case together.
    public init(settling settle: Settling? = nil, _ write: @escaping Writing) {
        (self.write, self.settle) = (write, settle)
    }
}

extension Cases {
    func follow(_ matter: Matter, at now: Instant, in tx: Transaction) throws {
        guard !followers.isEmpty else { return }
        for event in matter.events {
            guard let subject = matter[event.number] else { continue }
            for follower in followers { try follower.write(event, subject, now, tx) }
        }
        for subject in matter.cases {
            let events = matter.events.filter { $0.number == subject.number.text }
            guard !events.isEmpty else { continue }
            for follower in followers { try follower.settle?(events, subject, tx) }
        }
    }

    /// The files that a draft brings along belong to the case from now on.
    func attachEnclosures(
        of matter: Matter, since earlier: AnswerDraft?, owner: Actor, in tx: Transaction
    ) throws {
        let known = Set(earlier?.files ?? [])
        for file in matter.root.draft?.files ?? [] where !known.contains(file) {
            try files.attach(file, toCase: matter.root.number.text, owner: owner.accountID, in: tx)
        }
    }

    /// Changes a matter by one rule together with rows of a feature's own, with the matter held.
    ///
    /// - Parameters:
    ///   - once: makes a repeated request harmless.
    ///   - record: writes the feature's rows; what it throws undoes the change.
    @discardableResult
    public func change(
        _ number: String, by actor: Actor, as viewer: Viewer, once: Idempotency.Request? = nil,
        also record: @escaping @Sendable (Matter, Transaction) throws -> Void,
        _ rule: @escaping @Sendable (inout Matter, Occasion) throws -> Void
    ) async throws -> Matter {
        let change = MatterChange(
            name: .number(number), actor: actor, viewer: viewer, now: now, once: once, rule: rule)
        let outcome = try await database.write { tx in
            let outcome = try make(change, in: tx)
            if !outcome.isRepeated { try record(outcome.matter, tx) }
            return outcome
        }
        remember(outcome)
        return outcome.matter
    }
}
