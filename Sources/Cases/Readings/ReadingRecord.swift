import Government
import Journal
import Refusals
import Storage
import WorkingTime

/// Who among the staff looked at a case: written before anything of it leaves the house, whatever way it takes.
extension Cases {
    /// Records that an officer reads a case.
    ///
    /// - Throws: ``ReadingNotRecorded`` when the journal cannot be written: personal data is then not shown.
    public func record(_ disclosure: Disclosure, of number: String, by actor: Actor) async throws {
        let now = now
        do {
            try await database.write { tx in
                let organ = try actor.organ.flatMap { try Directory.organ($0, in: tx)?.name } ?? ""
                try Journal.append(
                    Self.entry(disclosure, of: number, by: actor, of: organ, at: now), in: tx)
            }
        } catch {
            throw ReadingNotRecorded(reason: String(describing: error))
        }
    }

    private static func entry(
        _ disclosure: Disclosure, of number: String, by actor: Actor, of organ: String, at now: Instant
    ) -> JournalEntry {
        var detail = ["case": number]
        detail["purpose"] = disclosure.purpose
        return JournalEntry(
            at: now, actor: actor, action: disclosure.journal.action, subject: Journal.readings(of: number),
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
