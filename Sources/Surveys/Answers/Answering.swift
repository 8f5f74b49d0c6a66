import Government
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// Takes an answer: once of each person, and without keeping whose it is.
struct Answering: Sendable {
    let database: Database

    /// - Throws: `forbidden` without a proven name, `conflict` the second time, too late or beyond a quota, `invalid` at the
    ///   questions.
    func answer(
        _ survey: Int64, as account: Account, _ given: @escaping @Sendable (String) -> [String],
        by actor: Actor,
        at now: Instant
    ) async throws {
        try await database.write { tx in
            // Held, so that no mark is left behind by an answer that comes while it is closed.
            let survey = try SurveyStore.locked(survey, in: tx)
            try Self.require(survey, on: now.day)
            let person = try Self.person(of: account, in: tx)
            guard let secret = try SurveyStore.secret(of: survey.id, in: tx) else {
                throw DomainError.conflict("问卷已经结束。")
            }
            let mark = AnswerStore.mark(of: person.id, secret: secret)
            if try AnswerStore.hasAnswered(mark, survey.id, in: tx) {
                throw DomainError.conflict("您已经答过这份问卷了，谢谢。")
            }
            let answers = try survey.checked(given)
            let band = AgeBand(of: person.identityNumber, on: now.day)
            try AnswerStore.take(mark, survey.id, in: tx)
            try AnswerStore.count(band, survey, in: tx)
            try AnswerStore.insert(answers, band, survey.id, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "survey.answered", subject: "survey:\(survey.id)",
                    sentence: "收到一份答卷：\(survey.facts.title)。"), in: tx)
        }
    }

    /// - Throws: `conflict` before its first and after its last day, `notFound` for a draft.
    static func require(_ survey: Survey, on day: CivilDate) throws {
        guard survey.state != .draft else { throw DomainError.notFound("没有这份问卷。") }
        guard survey.isTaking(on: day) else {
            throw DomainError.conflict(
                day < survey.facts.opensOn ? "问卷从\(survey.facts.opensOn.chinese)开始。" : "问卷已经结束。")
        }
    }

    /// - Throws: `forbidden` for an account nobody's name is proven for.
    static func person(of account: Account, in tx: Transaction) throws -> Person {
        guard let id = account.personID, let person = try Directory.person(id, in: tx) else {
            throw DomainError.forbidden("一人答一次，所以要用实名的个人账号。答卷不记姓名。")
        }
        return person
    }
}
