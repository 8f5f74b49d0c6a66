import Cases
import Codes
import Government
import Identity
import Journal
import Refusals
import RuleBooks
import Storage
import WorkingTime

/// Which answered tickets are called back (回访).
enum CallBack {
    /// The lot of a ticket, from 0 to 99: by its number, which nobody chooses.
    static func lot(_ number: String) -> Int {
        Int(number.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 } % 100)
    }
}

extension RequestOffice {
    /// Answered tickets that are to be called about, as long as they may be said again.
    func callBacks(at organs: Set<String>, after place: String? = nil) async throws -> Slice<RequestRow> {
        let today = cases.now.day
        return try await database.read { tx in
            let limits = try book.current(in: tx).limits
            return try RequestStore.assessable(
                at: organs.sorted(), since: today.adding(days: -limits.reopenDays).startOfDay,
                percent: limits.callBacks, after: place, in: tx)
        }
    }

    /// Keeps what was said on the telephone, and says a ticket again that is to be done again: the head of the organ answers
    /// for the second one.
    ///
    /// - Returns: the number of the one that says it again.
    /// - Throws: `forbidden` for other offices, `conflict` before the answer, too late, or when something was said before.
    func callBack(
        _ number: String, said: Assessment, once: Idempotency.Request? = nil, by actor: Actor,
        as viewer: Viewer
    ) async throws -> String? {
        let subject = try await view(number, for: viewer).subject
        try subject.requireCallable(by: actor)
        return try await keep(
            said, of: subject, once: once, by: actor, twice: "反映人已经评价过这件诉求，不用回访。"
        ) { now in
            JournalEntry(
                at: now, actor: actor, action: "service_request.called_back", subject: number,
                sentence: "\(actor.name)回访：\(said.solved ? "已经解决" : "没有解决")，评价 \(said.grade) 分。")
        }
    }
}

extension Case {
    /// The office that took it in calls back, once there is an answer, and only whom it knows.
    func requireCallable(by actor: Actor) throws {
        guard requestProcess == .ticket, !isPseudonymous else {
            throw DomainError.conflict("信访事项和不署名的诉求不电话回访。")
        }
        guard actor.organ == plan.hall else { throw DomainError.forbidden("由受理的单位回访。") }
        guard result?.outcome == .answered else { throw DomainError.conflict("还没有答复，请等答复以后再回访。") }
    }
}
