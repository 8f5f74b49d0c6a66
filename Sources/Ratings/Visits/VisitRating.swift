import Cases
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// Rates a visit by its code, once, whichever way it comes.
struct VisitRating: Sendable {
    let database: Database
    let cases: Cases

    /// - Parameters:
    ///   - code: as ``VisitCode/read(_:)`` has it.
    ///   - channel: `code`, `kiosk`, `api` or `sms`.
    ///   - account: whoever is signed in; nobody needs to be.
    /// - Throws: what ``VisitCode/rate(_:reasons:words:channel:id:at:)`` refuses; `notFound`; `forbidden` for those who
    ///   serve.
    func rate(
        _ code: String, _ grade: Int?, reasons: [String], words: String, channel: String,
        signedIn account: Account? = nil, by actor: Actor, at now: Instant
    ) async throws {
        try await database.write { tx in
            var visit = try VisitStore.code(code, in: tx)
            if let refusal = visit.refusal(of: account) { throw DomainError.forbidden(refusal) }
            let rating = try visit.rate(
                grade, reasons: reasons, words: words, channel: channel, id: tx.ids.next(), at: now)
            if let number = visit.caseNumber {
                // The case keeps it by its own rule, once, and the list of ratings follows.
                try cases.change(number, by: actor, as: .system, at: now, in: tx) {
                    try $0.rate(
                        number, byCode: rating.grade, comment: rating.words, reasons: rating.reasons, on: $1)
                }
                return
            }
            try VisitStore.use(visit, at: now, in: tx)
            try RatingStore.insert(rating, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "rating.given", subject: "rating:\(rating.id)",
                    sentence: "办事人评价\(rating.source.chinese)服务：\(rating.label)。"), in: tx)
        }
    }
}

extension Ratings {
    /// Rates a visit by a text message.
    ///
    /// - Parameters:
    ///   - code: as somebody wrote it.
    ///   - grade: 5 非常满意 … 1 非常不满意.
    /// - Throws: `notFound` for a code that is none, `conflict` the second time or too late, `invalid` for another grade.
    public func rate(byText code: String, grade: Int, at now: Instant) async throws {
        guard let code = VisitCode.read(code) else {
            throw DomainError.notFound("没有这个评价码，请核对后再输入。")
        }
        try await visits.rate(
            code, grade, reasons: [], words: "", channel: "sms",
            by: Actor(accountID: 0, name: "办事人", channel: "sms", address: ""), at: now)
    }
}
