import BusinessProcess
import WorkingTime

extension TimerEvent {
    /// When its time is over, counted from `start`; `nil` where it follows a clock.
    ///
    /// In a unit of limits it is reckoned as a limit is (民法典 art. 201, 203); without a unit it is plain time, to the
    /// second. A date without a time is the beginning of that day.
    func due(from start: Instant, by calendar: WorkingCalendar) -> Instant? {
        if let date { return Instant(written: date) }
        guard let interval else { return nil }
        guard let unit = unit.flatMap(LimitUnit.init(rawValue:)) else { return start.adding(interval) }
        return interval.count(in: unit.rawValue).flatMap {
            calendar.reckon(TimeLimit(value: $0, unit: unit), from: start, now: start).due
        }
    }

    /// Whether other holidays would change it.
    var followsCalendar: Bool { date == nil && unit != nil && unit != LimitUnit.hour.rawValue }
}

extension Instant {
    /// A date or a date and time as processes write it; China's time where no zone is written.
    fileprivate init?(written text: String) {
        guard let time = text.firstIndex(of: "T") else {
            guard let day = CivilDate(iso: text) else { return nil }
            self = day.startOfDay
            return
        }
        var text = text
        let zone = text[time...].lastIndex { "Z+-".contains($0) }
        var clock = String(text[time..<(zone ?? text.endIndex)])
        if clock.count == "T10:24".count { clock += ":00" }
        text = text[..<time] + clock + (zone.map { String(text[$0...]) } ?? "+08:00")
        guard let instant = Instant(rfc3339: text) else { return nil }
        self = instant
    }

    fileprivate func adding(_ duration: ISODuration) -> Instant {
        let day = self.day
        let later = day.adding(months: duration.months).adding(days: duration.days)
        let sinceMidnight = milliseconds - day.startOfDay.milliseconds
        return Instant(milliseconds: later.startOfDay.milliseconds + sinceMidnight).adding(
            seconds: duration.seconds)
    }
}

extension Case {
    /// When each timer fires. One that has failed, or stands still, does not.
    mutating func reckonTimers(in definition: ProcessDefinition?, by calendar: WorkingCalendar) {
        for index in timers.indices {
            var timer = timers[index]
            if let promise = PromiseTimer(rawValue: timer.boundary) {
                // A promise does not stand still with the process.
                timer.dueAt = deferral?.due(promise)
            } else if isStopped(timer) {
                (timer.dueAt, timer.calendarVersion) = (nil, nil)
            } else if let name = timer.clock {
                timer.dueAt = clock(name).flatMap { $0.stoppedAt == nil ? $0.dueAt : nil }
            } else if let start = timer.startedAt, let event = definition?.timer(timer.boundary) {
                let limit = plan.limit(of: event)
                timer.dueAt =
                    limit.flatMap { calendar.reckon($0, from: start, now: start).due }
                    ?? event.due(from: start, by: calendar)
                timer.calendarVersion = limit != nil || event.followsCalendar ? calendar.version : nil
            }
            timers[index] = timer
        }
    }

    private func isStopped(_ timer: CaseTimer) -> Bool {
        incidents.contains { $0.isAbout(timer.activity, timer.boundary) }
            || process?.isStill(timer.activity) == true
    }

    /// When each open step is due: by its own limit (`minben:limit`) or with the case, whichever is earlier.
    mutating func reckonSteps(in definition: ProcessDefinition?, by calendar: WorkingCalendar, now: Instant) {
        let governing = governingClock?.dueAt
        for index in tasks.indices where tasks[index].state == .open {
            let limit = ownLimit(of: tasks[index], in: definition)
            let own = limit.flatMap {
                calendar.reckon(
                    $0, from: tasks[index].openedAt, pauses: pauses(for: tasks[index]), now: now
                ).due
            }
            // Whoever is asked late by an organ that is late itself has its whole limit all the same.
            let isOwnAlone = tasks[index].isAssistance && own != nil
            tasks[index].dueAt = isOwnAlone ? own : [own, governing].compactMap(\.self).min()
            tasks[index].calendarVersion = limit == nil ? nil : calendar.version
        }
    }

    /// The limit of a step: what its plan or its drawing gives it, for a verification what the applicant was told, for an opinion of
    /// another organ what the plan says.
    public func ownLimit(of task: CaseTask, in definition: ProcessDefinition?) -> TimeLimit? {
        if task.isAssistance { return plan.assistLimit }
        let told = task.act == .verify ? commitment?.terms.limit : nil
        return told ?? plan.stepLimits?[task.element] ?? task.ownLimit(in: definition)
    }

    /// While the decision clocks stand still for a lawful reason, so does the step's own limit; but an inspection does
    /// not stop the limit of the inspection itself.
    private func pauses(for task: CaseTask) -> [Pause] {
        let pauses = clocks.last { $0.measuresDecision }?.pauses ?? []
        return task.act == .inspect
            ? pauses.filter { $0.reason != SuspensionReason.site_visit.chinese } : pauses
    }
}

extension CasePlan {
    /// What ends a step when its time is over follows the limit of the step.
    fileprivate func limit(of event: TimerEvent) -> TimeLimit? {
        guard event.interrupting, event.duration != nil else { return nil }
        return stepLimits?[event.attachedTo]
    }
}

extension CaseTask {
    /// The limit the drawing gives the step; a question to a colleague has none.
    public func ownLimit(in definition: ProcessDefinition?) -> TimeLimit? {
        guard activity != nil else { return nil }
        return definition?.userTask(element)?.limit.flatMap(TimeLimit.init(text:))
    }
}
