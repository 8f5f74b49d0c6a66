import Refusals
import WorkingTime

/// What follows when somebody does not come again and again.
struct NoShowRule: Sendable {
    let rules: HallRules
    /// When the appointments began that they missed, the newest first; more than the limit need not be known.
    let missed: [Instant]

    /// The first day on which they may book again; nil when they may now.
    func pausedUntil(at now: Instant) -> CivilDate? {
        let since = now.day.adding(days: -rules.noShowDays)
        let counted = missed.filter { $0.day > since }
        guard rules.noShowLimit > 0, counted.count >= rules.noShowLimit, let last = counted.max() else {
            return nil
        }
        let end = last.day.adding(days: rules.pauseDays)
        return now.day < end ? end : nil
    }

    /// - Throws: `forbidden` with until when, and what still can be done.
    func requireMayBook(at now: Instant) throws {
        guard let end = pausedUntil(at: now) else { return }
        throw DomainError.forbidden(
            "\(rules.noShowDays) 天内有 \(rules.noShowLimit) 次以上预约没有到场，预约暂停到\(end.chinese)。现场取号不受影响。")
    }

    /// What they are told when another one was missed.
    func notice(_ label: String, at now: Instant) -> Sentence {
        if let end = pausedUntil(at: now) {
            return "您没有按时到场（\(label)）。因多次失约，预约暂停到\(end.chinese)，现场取号不受影响。"
        }
        guard rules.noShowLimit > 0 else { return "您没有按时到场（\(label)），预约已失效。" }
        return
            "您没有按时到场（\(label)），预约已失效。\(rules.noShowDays) 天内失约满 \(rules.noShowLimit) 次，将暂停预约 \(rules.pauseDays) 天。"
    }
}
