import Cases
import Storage
import WorkingTime

/// What everybody may read of a signal: the organ, what kind of matter, what was late and by how much. It names nobody and
/// no case.
struct PublishedSignal: Sendable, Hashable {
    let signalID: Int64
    let organ: String
    let organName: String
    let kind: String
    let ruleName: String
    let level: SupervisionRule.Level
    let raisedOn: CivilDate
    /// Days past the limit; nil where no limit was passed.
    let lateDays: Int?
    let isOpen: Bool
    let publishedAt: Instant
    /// When it was taken back after all.
    var withdrawnOn: CivilDate?

    /// By how much it was late, in words.
    var lateness: String {
        let days = lateDays.map { "超过期限 \($0) 天" } ?? "没有期限"
        return isOpen && lateDays != nil ? "\(days)，公开时还没有办完" : days
    }
}

extension Signal {
    /// What is confirmed may be published: nobody appealed in time, or the appeal was not upheld.
    func isConfirmed(at now: Instant) -> Bool {
        level.isCard && (state.isFinal || (state == .open && appealUntil < now))
    }

    /// From when on it may be published by a rule that says after how many days; nil while it is not confirmed.
    func publication(after days: Int, at now: Instant) -> Instant? {
        guard isConfirmed(at: now) else { return nil }
        let decided = course.last { $0.kind == .upheld }?.at
        return (decided ?? appealUntil).adding(seconds: days * 86_400)
    }

    /// What is published of it.
    func published(as organName: String, _ kind: String, endedAt: Instant?, at now: Instant)
        -> PublishedSignal
    {
        let late = evidence.dueAt.flatMap { due -> Int? in
            let seconds = (endedAt ?? now) - due
            return seconds > 0 ? (seconds + 86_399) / 86_400 : nil
        }
        return PublishedSignal(
            signalID: id, organ: organ, organName: organName, kind: kind, ruleName: ruleName, level: level,
            raisedOn: raisedAt.day, lateDays: late, isOpen: endedAt == nil, publishedAt: now)
    }
}

extension SupervisedCase {
    /// When what a signal is about ended; nil while it goes on.
    func ended(_ item: String) -> Instant? {
        if let clock = clocks.first(where: { SupervisedItem.clock($0).name == item }) {
            return clock.stoppedAt ?? closedAt
        }
        if let task = tasks.first(where: { SupervisedItem.task($0).name == item }) {
            return task.completedAt ?? closedAt
        }
        return closedAt
    }
}
