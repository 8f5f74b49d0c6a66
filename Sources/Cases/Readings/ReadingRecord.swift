import Government
import Journal
import Refusals
import Storage
import WorkingTime

/// Who among the staff looked at a case: written before anything of it leaves the house, whatever way it takes.
extension Cases {
    /// Records that an officer reads a case; those who read at the same moment share a transaction.
    ///
    /// - Throws: ``ReadingNotRecorded`` when the journal cannot be written: personal data is then not shown.
    public func record(_ disclosure: Disclosure, of number: String, by actor: Actor) async throws {
        do {
            try await readings.add(Reading(disclosure: disclosure, number: number, actor: actor, at: now))
        } catch {
            throw ReadingNotRecorded(reason: String(describing: error))
        }
    }
}

/// One look at a case by somebody of the staff.
struct Reading: Sendable {
    let disclosure: Disclosure
    let number: String
    let actor: Actor
    let at: Instant

    /// Writes down some, in their order. Throws `StorageError`.
    static func write(_ readings: [Reading], in tx: Transaction) throws {
        let names = try Directory.names(of: Set(readings.compactMap(\.actor.organ)), in: tx)
        try Journal.append(together: readings.map { $0.entry(names) }, in: tx)
    }

    private func entry(_ names: [String: String]) -> JournalEntry {
        let organ = actor.organ.flatMap { names[$0] } ?? ""
        var detail = ["case": number]
        detail["purpose"] = disclosure.purpose
        return JournalEntry(
            at: at, actor: actor, action: disclosure.journal.action, subject: Journal.readings(of: number),
            sentence: "\(organ)\(actor.name)\(disclosure.journal.words)", isPublic: false, detail: detail)
    }
}

/// The journal did not take the entry that somebody is looking at personal data.
public struct ReadingNotRecorded: TemporaryFailure {
    /// For the log, not for the visitor.
    public let reason: String

    /// Why nothing is shown.
    public var sentence: Sentence { "办件里有个人信息，每次查看都要留下记录。现在记录写不进去，所以不能显示，请稍后再试。" }
    /// Soon.
    public var retryAfterSeconds: Int { 5 }
}
