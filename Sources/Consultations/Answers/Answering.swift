import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// Answers comments, one or several that are alike, and tells those who made them.
struct Answering: Sendable {
    static let mostAtOnce = 200
    let outbox: Outbox

    /// - Throws: `conflict` once it is closed, `invalid` without comments, and for 未采纳 where a version says that it was changed
    ///   because of one of them.
    func answer(
        _ numbers: [Int], of one: Consultation, with answer: CommentAnswer, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        guard one.state == .open else { throw DomainError.conflict("征求意见没有在进行，不能再答复。") }
        guard !numbers.isEmpty else { throw DomainError.invalid("numbers", "请选择要答复的意见。") }
        guard numbers.count <= Self.mostAtOnce else {
            throw DomainError.invalid("numbers", "一次最多答复 \(Self.mostAtOnce) 条。")
        }
        if answer.outcome == .rejected { try Self.requireUnused(numbers, of: one, in: tx) }
        let id = tx.ids.next()
        try tx.execute(
            """
            INSERT INTO public_comment_answer (id, consultation_id, outcome, reason, answered_by, answered_at)
            VALUES (\(id), \(one.id), \(answer.outcome), \(answer.reason), \(actor.accountID), \(now))
            """)
        for number in Set(numbers).sorted() {
            try give(
                id, answer, to: try CommentStore.comment(number, of: one.id, in: tx), one, at: now, in: tx)
        }
        let list = Set(numbers).sorted().map(String.init).joined(separator: "、")
        try ConsultationOffice.record(
            "consultation.answered", "答复《\(one.facts.title)》第 \(list) 条意见：\(answer.outcome.chinese)。", one.id,
            by: actor, at: now, in: tx)
    }

    /// What is published stays: who reads there that the draft was changed because of a comment does not read here that it
    /// was not taken up.
    private static func requireUnused(_ numbers: [Int], of one: Consultation, in tx: Transaction) throws {
        let made = PassageChange.byComment(try VersionStore.all(of: one.id, in: tx))
        for number in Set(numbers).sorted() {
            guard let change = made[number]?.last else { continue }
            throw DomainError.invalid(
                "outcome",
                "第 \(change.version) 版写明“\(change.heading)”是根据第 \(number) 条意见改的，请答复采纳或者部分采纳。")
        }
    }

    private func give(
        _ id: Int64, _ answer: CommentAnswer, to comment: PublicComment, _ one: Consultation, at now: Instant,
        in tx: Transaction
    ) throws {
        guard comment.state == .shown else { throw DomainError.conflict("第 \(comment.number) 条意见已经撤回，不用答复。") }
        try tx.execute("UPDATE public_comment SET answer_id = \(id) WHERE id = \(comment.id)")
        guard let account = comment.accountID else { return }
        try outbox.enqueue(
            to: account, about: "consultation:\(one.id)",
            "您对《\(one.facts.title)》提的第 \(comment.number) 条意见已经答复：\(answer.outcome.chinese)。理由：\(answer.reason)",
            at: now, in: tx)
    }
}

/// How comments were answered, counted.
struct AnswerFigures: Sendable, Hashable {
    private(set) var comments = 0
    private(set) var people = 0
    private(set) var supports = 0
    private(set) var outcomes: [CommentAnswer.Outcome: Int] = [:]

    var answered: Int { outcomes.values.reduce(0, +) }
    var unanswered: Int { comments - answered }

    static func of(_ id: Int64, in tx: Transaction) throws -> AnswerFigures {
        let all = try tx.row(
            """
            SELECT count(*) AS comments, count(DISTINCT person_id) AS people,
                CAST(coalesce(sum(supports), 0) AS BIGINT) AS supports
            FROM public_comment WHERE consultation_id = \(id) AND state = 'shown'
            """)
        let rows = try tx.rows(
            """
            SELECT a.outcome, count(*) AS comments FROM public_comment_answer a
            JOIN public_comment c ON c.answer_id = a.id WHERE a.consultation_id = \(id) GROUP BY a.outcome
            """)
        var figures = AnswerFigures()
        figures.comments = try all?.int("comments") ?? 0
        figures.people = try all?.int("people") ?? 0
        figures.supports = try all?.int("supports") ?? 0
        for row in rows { figures.outcomes[try row.value("outcome")] = try row.int("comments") }
        return figures
    }
}
