import Codes
import Refusals
import WorkingTime

/// Timers that no drawing knows: a promise is kept or not, wherever the process stands.
enum PromiseTimer: String, CaseIterable {
    case reminder = "#deferral.reminder"
    case lapse = "#deferral.lapse"
}

extension Matter {
    /// Both, while something is to come; neither, once everything has.
    mutating func setDeferralTimers(in position: Int) {
        cases[position].timers.removeAll { PromiseTimer(rawValue: $0.boundary) != nil }
        guard let deferral = cases[position].deferral, !deferral.isComplete else { return }
        let isReminded = deferral.remindAt == nil || deferral.remindedAt != nil
        let waiting: [PromiseTimer] =
            deferral.lapsedAt != nil ? [] : isReminded ? [.lapse] : [.reminder, .lapse]
        for timer in waiting {
            cases[position].timers.append(
                CaseTimer(
                    activity: 0, boundary: timer.rawValue, clock: nil, startedAt: nil,
                    dueAt: deferral.due(timer)))
        }
    }

    mutating func ring(_ timer: PromiseTimer, in position: Int, on occasion: Occasion) {
        guard var deferral = cases[position].deferral, !deferral.isComplete else {
            return setDeferralTimers(in: position)
        }
        switch timer {
        case .reminder: deferral.remindedAt = occasion.now
        case .lapse: deferral.lapsedAt = occasion.now
        }
        cases[position].deferral = deferral
        setDeferralTimers(in: position)
        let names = deferral.outstanding.map(\.name).joined(separator: "、")
        switch timer {
        case .reminder: remind(of: names, until: deferral.dueAt, in: position)
        case .lapse: lapse(names, in: position)
        }
    }

    private mutating func remind(of names: String, until due: Instant?, in position: Int) {
        let until = due?.day.written ?? ""
        record(
            "case.promise_reminded", position, "提醒申请人于\(until)前补交\(names)。",
            notice: "请于\(until)前补交「\(cases[position].plan.name)」承诺的材料：\(names)。", isAutomatic: true)
    }

    /// The promise is broken: everybody concerned knows, and the case keeps it. What follows is a person's to decide.
    private mutating func lapse(_ names: String, in position: Int) {
        let plan = cases[position].plan
        record(
            "case.promise_lapsed", position, "承诺补交的材料到期没有补齐：\(names)。",
            notice: "「\(plan.name)」承诺补交的\(names)已经到期。作出决定以前仍可补交；没有补齐的，部门依据已有材料作出决定。",
            isAutomatic: true, outcome: "lapsed",
            toHead: "「\(plan.name)」（\(cases[position].number.text)）承诺补交的材料到期没有补齐：\(names)。请决定如何处理。")
    }
}

extension Deferral {
    func due(_ timer: PromiseTimer) -> Instant? {
        switch timer {
        case .reminder: remindAt
        case .lapse: dueAt
        }
    }
}
