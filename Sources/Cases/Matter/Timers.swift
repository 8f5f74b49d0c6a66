import BusinessProcess
import Refusals
import WorkingTime

/// Timers of the process: set, and what happens when they have run out.
extension Matter {
    mutating func set(_ timer: TimerEvent, activity: Int, in position: Int, on occasion: Occasion) {
        cases[position].timers.append(
            CaseTimer(
                activity: activity, boundary: timer.id,
                clock: timer.clock.flatMap(CaseClock.Name.init(rawValue:)),
                startedAt: timer.clock == nil ? occasion.now : nil, dueAt: nil))
    }

    /// Fires every timer that is due, in order, until none is. One that cannot be fired becomes an incident and keeps
    /// neither the other timers nor the people waiting.
    public mutating func fireTimers(on occasion: Occasion) throws {
        var firings: [String: Int] = [:]
        while let (position, timer) = nextDue(at: occasion.now) {
            let before = self
            automaticSteps = 0
            firings["\(position) \(timer.boundary)", default: 0] += 1
            do {
                // One that is due again and again without an end goes round in a circle.
                guard firings["\(position) \(timer.boundary)", default: 0] <= Self.maximumAutomaticSteps
                else {
                    throw ProcessError.endless
                }
                try fire(timer, of: position, on: occasion)
            } catch let error as MissingProcess {
                throw error
            } catch {
                self = before
                giveUp(timer, of: position, because: error, on: occasion)
            }
            settle(by: occasion.calendar, now: occasion.now)
        }
    }

    private mutating func fire(_ timer: CaseTimer, of position: Int, on occasion: Occasion) throws {
        cases[position].timers.removeAll { $0 == timer }
        if let promise = PromiseTimer(rawValue: timer.boundary) {
            return ring(promise, in: position, on: occasion)
        }
        guard var instance = cases[position].process else { return }
        let definition = try definition(of: position)
        let effects = try instance.fire(
            timer: timer.activity, boundary: timer.boundary, in: definition,
            given: circumstances(of: position, on: occasion))
        cases[position].process = instance
        try apply(effects, to: position, on: occasion)
        keepRhythm(of: timer, in: position, definition, on: occasion)
    }

    /// A timer of a step that is over is no loss; any other waits to be tried again.
    private mutating func giveUp(
        _ timer: CaseTimer, of position: Int, because error: any Error, on occasion: Occasion
    ) {
        switch error as? ProcessError {
        case .ended, .notActive, .noSuchTimer: cases[position].timers.removeAll { $0 == timer }
        default:
            note(
                incidentAt: timer.activity, of: timer.boundary, ServiceFailure(error).sentence.chinese,
                in: position, on: occasion)
        }
    }

    /// A cycle counts on from when it was due, not from when the clock came by; what was missed while nothing ran is
    /// not made up for.
    private mutating func keepRhythm(
        of fired: CaseTimer, in position: Int, _ definition: ProcessDefinition, on occasion: Occasion
    ) {
        guard let due = fired.dueAt, let event = definition.timer(fired.boundary), event.cycle != nil,
            let next = event.due(from: due, by: occasion.calendar), next > occasion.now,
            let index = cases[position].timers.firstIndex(where: {
                $0.activity == fired.activity && $0.boundary == fired.boundary
            })
        else { return }
        cases[position].timers[index].startedAt = due
    }

    /// Whether a timer has run out and waits to fire.
    func hasDueTimer(at now: Instant) -> Bool { nextDue(at: now) != nil }

    private func nextDue(at now: Instant) -> (Int, CaseTimer)? {
        for (position, subject) in cases.enumerated() {
            if let timer = subject.timers.first(where: { $0.dueAt.map { $0 < now } ?? false }) {
                return (position, timer)
            }
        }
        return nil
    }
}
