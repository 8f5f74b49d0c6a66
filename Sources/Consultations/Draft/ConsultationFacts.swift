import Refusals
import WorkingTime

extension Consultation {
    /// Where it stands.
    enum State: String, Sendable, CaseIterable { case draft, open, closed }

    /// What is said about it before its passages.
    struct Facts: Sendable, Hashable {
        var title: String
        var purpose: String
        var closesOn: CivilDate
        /// Why there is less time than usual; nil when there is not.
        var shortReason: String?
    }
}

extension Consultation.Facts {
    /// - Throws: `invalid` at the fields.
    func check() throws {
        var errors: [FieldError] = []
        if !(4...80).contains(title.count) { errors.append(FieldError("title", "请写明标题，4 到 80 字。")) }
        if !(5...2_000).contains(purpose.count) {
            errors.append(FieldError("purpose", "请写明起草的理由，5 到 2000 字。"))
        }
        if let shortReason, !(5...500).contains(shortReason.count) {
            errors.append(FieldError("short_reason", "请写明为什么缩短，5 到 500 字；不缩短的空着。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }

    /// Whether there is enough time from a day on, or a reason why not.
    ///
    /// - Throws: `conflict` with what is missing.
    func requireTime(from day: CivilDate, _ rules: ConsultationRules) throws {
        let days = closesOn.days(since: day)
        guard days > 0 else { throw DomainError.conflict("截止日期已过，请先改日期。") }
        guard days >= rules.minimumDays || shortReason != nil else {
            throw DomainError.conflict(
                "征求意见一般不少于 \(rules.minimumDays) 天，现在只有 \(days) 天。请改截止日期，或者写明缩短的理由，理由会一并公布。")
        }
    }
}
