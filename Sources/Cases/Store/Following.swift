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
    let write: @Sendable (CaseEvent, Case, Instant, Transaction) throws -> Void

    /// A follower; it is told of every event, with the case as it is afterwards.
    public init(_ write: @escaping @Sendable (CaseEvent, Case, Instant, Transaction) throws -> Void) {
        self.write = write
    }
}

extension Cases {
    func follow(_ matter: Matter, at now: Instant, in tx: Transaction) throws {
        guard !followers.isEmpty else { return }
        for event in matter.events {
            guard let subject = matter[event.number] else { continue }
            for follower in followers { try follower.write(event, subject, now, tx) }
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
    /// - Parameter record: writes the feature's rows; what it throws undoes the change.
    @discardableResult
    public func change(
        _ number: String, by actor: Actor, as viewer: Viewer,
        also record: @escaping @Sendable (Matter, Transaction) throws -> Void,
        _ rule: @escaping @Sendable (inout Matter, Occasion) throws -> Void
    ) async throws -> Matter {
        let change = MatterChange(
            name: .number(number), actor: actor, viewer: viewer, now: now, once: nil, rule: rule)
        let outcome = try await database.write { tx in
            let outcome = try make(change, in: tx)
            try record(outcome.matter, tx)
            return outcome
        }
        remember(outcome)
        return outcome.matter
    }
}
