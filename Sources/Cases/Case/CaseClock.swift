import WorkingTime

/// A limit that runs for a case: from which moment, by which calendar, with which pauses and extensions.
///
/// Overdue is never stored: it follows from `dueAt` and the time of looking.
public struct CaseClock: Sendable, Hashable {
    /// What the clock measures.
    public enum Name: String, Codable, Sendable, CaseIterable {
        /// Receipt to acceptance; when it runs out in silence the case is accepted by law.
        case acceptance
        /// Acceptance to decision, as the law allows.
        case legal
        /// Acceptance to decision, as the organ promises.
        case promised
        /// Decision to delivery.
        case delivery

        /// The word a person reads.
        public var chinese: String {
            switch self {
            case .acceptance: "受理期限"
            case .legal: "法定办结时限"
            case .promised: "承诺办结时限"
            case .delivery: "送达期限"
            }
        }
    }

    /// One extension, as it was approved.
    public struct Extension: Codable, Sendable, Hashable {
        /// By how much.
        public let limit: TimeLimit
        /// Why.
        public let reason: String
        /// Who approved it.
        public let approvedBy: Signatory
        /// When.
        public let approvedAt: Instant
    }

    /// Ours, time-ordered.
    public let id: Int64
    /// What it measures.
    public let name: Name
    /// `nil`: no law and no promise sets one; the clock only records when it ran.
    public let limit: TimeLimit?
    /// The event it runs from; that day is not counted.
    public let startedAt: Instant
    /// Lawful stops.
    public internal(set) var pauses: [Pause] = []
    /// What was approved on top of the limit.
    public internal(set) var extensions: [Extension] = []
    /// When what it measures was done.
    public internal(set) var stoppedAt: Instant?
    /// Version of the working-day calendar that reckoned `dueAt`.
    public internal(set) var calendarVersion: Int
    /// `nil` while paused, or without a limit.
    public internal(set) var dueAt: Instant?

    /// Neither stopped nor paused.
    public var isRunning: Bool { stoppedAt == nil && !isPaused }
    /// A pause is open.
    public var isPaused: Bool { openPause != nil }
    /// The pause that is open, with its reason.
    public var openPause: Pause? {
        guard stoppedAt == nil, let last = pauses.last, last.until == nil else { return nil }
        return last
    }

    /// The clock's working: every day, counted or not, and why.
    ///
    /// - Parameter now: the time of looking; a stopped clock is reckoned as of the moment it stopped.
    public func reckoning(by calendar: WorkingCalendar, now: Instant) -> Reckoning? {
        guard let limit else { return nil }
        return calendar.reckon(
            limit, from: startedAt, pauses: pauses, extensions: extensions.map(\.limit),
            now: stoppedAt ?? now)
    }

    /// Past its limit: at the time of looking, or when it was stopped.
    public func isOverdue(at now: Instant) -> Bool {
        guard let dueAt else { return false }
        return (stoppedAt ?? now) > dueAt
    }

    /// A finished clock keeps its due time and the calendar that reckoned it. One that was stopped while
    /// paused, or in the change that started it, has no due time yet and gets it now.
    mutating func reckon(by calendar: WorkingCalendar, now: Instant) {
        guard stoppedAt == nil || (limit != nil && dueAt == nil) else { return }
        calendarVersion = calendar.version
        dueAt = reckoning(by: calendar, now: now)?.due
    }

    mutating func pause(at now: Instant, reason: String) {
        guard isRunning else { return }
        pauses.append(Pause(from: now, until: nil, reason: reason))
    }

    mutating func resume(at now: Instant) {
        guard isPaused, let open = pauses.popLast() else { return }
        pauses.append(Pause(from: open.from, until: now, reason: open.reason))
    }

    mutating func stop(at now: Instant) {
        guard stoppedAt == nil else { return }
        resume(at: now)
        stoppedAt = now
    }
}
