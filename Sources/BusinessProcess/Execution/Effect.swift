import DecisionModel

/// What the caller has to do after a change.
public enum Effect: Sendable, Hashable {
    /// Give this task to the organ and role it names; where the step repeats an earlier one
    /// (`Activity.repeats`), to whoever did that.
    case openTask(activity: Int, UserTask)
    /// Do this, then complete the activity, at once or later.
    case invoke(activity: Int, ServiceTask)
    /// Ask this decision table, then complete the activity with the answer.
    case decide(activity: Int, BusinessRuleTask)
    /// Fire this timer when its time is over and the activity is still open; activity 0 is the instance.
    case setTimer(activity: Int, TimerEvent)
    /// Something may come from outside: hand it in when it does (`receive`, `signal`).
    case expect(activity: Int, EventTrigger)
    /// Send a message with this name; the element is the event or task that sends it.
    case send(message: String, element: String)
    /// Tell every other instance that waits for this signal.
    case broadcast(signal: String)
    /// Nobody inside has taken care of this escalation.
    case escalated(code: String, element: String)
    /// A script or decision has computed this.
    case assigned(variable: String, Value)
    /// Take this step and its timers away.
    case cancelled(activity: Int)
    /// A subprocess or group is done: take its timers away.
    case completed(activity: Int)
    /// Take this one timer away, and leave the step: the version of the process has changed.
    case timerCancelled(activity: Int, timer: String)
    /// The turn of this step has not come any more: others sign first.
    case parked(activity: Int)
    /// Its turn has come again.
    case unparked(activity: Int)
    /// The timers of this step belong to that one from now on.
    case timersMoved(from: Int, to: Int)
    /// Somebody else has this step now; `nil` for everybody with its role.
    case handedOver(activity: Int, holder: String?)
    /// Remind whoever has this step, for the how-manieth time.
    case urged(activity: Int, times: Int)
    /// Stop the clocks of this step; 0 for the whole instance.
    case suspended(activity: Int)
    /// Let them run again.
    case resumed(activity: Int)
    /// The system could not do this step: show it at the desk, with a way to try again.
    case incident(activity: Int, reason: String)
    /// The instance has ended at this end event.
    case ended(element: String, name: String)
}
