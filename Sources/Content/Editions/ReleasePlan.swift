import Refusals
import WorkingTime

/// When a signed edition goes out, and how long it stays.
struct ReleasePlan: Sendable, Hashable {
    /// The moment at which it goes out; nil for at once.
    var goesOutAt: Instant?
    /// The last day on which it is there; nil for without end.
    var lastDay: CivilDate?

    /// Out at once, and without end.
    static let atOnce = ReleasePlan()

    /// So far ahead a release may be signed: whoever signs must still stand for it when it goes out.
    static let furthestDays = 366

    /// - Throws: `invalid` for a moment that has passed or is too far, and for an end before the beginning.
    func check(at now: Instant) throws {
        var errors: [FieldError] = []
        if let goesOutAt {
            if goesOutAt <= now {
                errors.append(FieldError("release_day", "定时发布的时间已经过了。要立即公开，请把日期和时刻留空。"))
            } else if goesOutAt.day.days(since: now.day) > Self.furthestDays {
                errors.append(FieldError("release_day", "定时发布最多提前一年。"))
            }
        }
        let first = (goesOutAt ?? now).day
        if let lastDay, lastDay < first {
            errors.append(FieldError("last_day", "撤下的日期不能早于公开的日期（\(first.written)）。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }

    /// The moment from which it is off: the first one after its last day.
    var endsAt: Instant? { lastDay.map { $0.adding(days: 1).startOfDay } }
}

/// Something that is to be done by itself at a moment.
struct PlannedAct: Sendable, Hashable {
    /// What.
    enum Act: String, Sendable {
        /// A signed edition goes out.
        case release
        /// An edition that is out is taken off after its last day.
        case expiry
    }

    let act: Act
    let editionID: Int64
    let documentID: Int64
    let dueAt: Instant
}
