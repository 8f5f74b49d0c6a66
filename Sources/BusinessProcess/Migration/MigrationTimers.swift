extension ProcessInstance {
    /// The timers that go, come or count differently, and what is newly waited for.
    func timers(becoming moved: ProcessInstance, by mapping: ElementMapping) -> [Effect] {
        let before = awaited(in: mapping.old)
        let after = moved.awaited(in: mapping.new)
        let gone = before.compactMap { awaited -> Effect? in
            guard case .timer(let timer) = awaited.trigger, !after.contains(where: awaited.isSame) else {
                return nil
            }
            return .timerCancelled(activity: awaited.activity, timer: timer.id)
        }
        let come = after.compactMap { awaited -> Effect? in
            // What joins that go on have opened tells of itself.
            guard awaited.activity <= activities.count, !before.contains(where: awaited.isSame) else {
                return nil
            }
            if case .timer(let timer) = awaited.trigger {
                return .setTimer(activity: awaited.activity, timer)
            }
            return .expect(activity: awaited.activity, awaited.trigger)
        }
        return gone + come
    }
}

extension ProcessInstance.Awaited {
    /// Whether the same is waited for at the same step; of timers, under the same id and as long.
    fileprivate func isSame(_ other: Self) -> Bool {
        guard activity == other.activity else { return false }
        guard case .timer(let one) = trigger, case .timer(let two) = other.trigger else {
            return trigger == other.trigger
        }
        return one.id == two.id && one.clock == two.clock && one.duration == two.duration
            && one.unit == two.unit
            && one.date == two.date && one.cycle == two.cycle
    }
}
