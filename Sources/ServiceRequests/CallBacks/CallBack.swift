import Cases
import Codes
import Government
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// What somebody said when the office called back after the answer to their ticket (回访).
struct CallBack: Sendable, Hashable {
    let solved: Bool
    let grade: Int
    /// What is still missing, when it was not solved.
    let reason: String

    /// - Throws: `invalid` naming everything that is missing.
    init(solved: String, grade: String, reason: String) throws {
        var errors: [FieldError] = []
        if !["yes", "no"].contains(solved) { errors.append(FieldError("solved", "请选择问题解决了没有。")) }
        let points = Int(grade) ?? 0
        if !(1...5).contains(points) { errors.append(FieldError("grade", "请选择满意的程度。")) }
        if solved == "no", !(4...RequestForm.longestContent).contains(reason.count) {
            errors.append(FieldError("reason", "没有解决的，请写明还差什么，4 到 \(RequestForm.longestContent) 字。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        (self.solved, self.grade, self.reason) = (solved == "yes", points, reason)
    }

    /// Whether a ticket is drawn for a call: so many of a hundred, by its number, which nobody chooses.
    static func isDrawn(_ number: String, percent: Int) -> Bool {
        let lot = number.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        return Int(lot % 100) < percent
    }
}

extension RequestOffice {
    /// Answered tickets that were drawn and of which nobody has said how it went, the newest first.
    func callBacks(at organs: Set<String>) async throws -> [RequestRow] {
        let rules = try await rules()
        let since = cases.now.day.adding(days: -rules.limits.reopenDays).startOfDay
        return try await database.read { tx in
            try organs.sorted().flatMap { try RequestStore.unassessed(at: $0, since: since, in: tx) }
        }.filter { CallBack.isDrawn($0.number, percent: rules.limits.callBacks) }
    }

    /// Keeps what was said on the telephone, and says a ticket again that was not solved: the head of the organ answers
    /// for the second one.
    ///
    /// - Returns: the number of the one that says it again.
    /// - Throws: `forbidden` for other offices, `conflict` before the answer, too late, or when something was said before.
    func callBack(_ number: String, said: CallBack, by actor: Actor, as viewer: Viewer) async throws
        -> String?
    {
        let rules = try await rules()
        let subject = try await view(number, for: viewer).subject
        try subject.requireCallable(by: actor)
        let again = !said.solved && subject.said(.round) == "1"
        if again { try subject.requireWithin(rules.limits.reopenDays, at: cases.now, "重办") }
        let now = cases.now
        try await database.write { tx in
            guard
                try RequestStore.say(solved: said.solved, grade: said.grade, of: subject.id, at: now, in: tx)
            else { throw DomainError.conflict("反映人已经评价过这件诉求，不用回访。") }
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "service_request.called_back", subject: number,
                    sentence: "\(actor.name)回访：\(said.solved ? "已经解决" : "没有解决")，评价 \(said.grade) 分。"), in: tx)
        }
        guard again else { return nil }
        let days = rules.kind(subject.said(.kind))?.days ?? 15
        return try await follow(
            subject, .ticket, at: try await organ(rules.offices[.ticket] ?? ""), rules: rules, days: days,
            reason: said.reason, kind: subject.said(.kind), actor: actor
        ).root.number.text
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
