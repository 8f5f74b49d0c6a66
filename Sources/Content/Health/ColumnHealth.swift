import WorkingTime

/// How fresh a column is on a day: computed from its period and its newest document, never stored.
struct ColumnHealth: Sendable, Hashable {
    /// Where it stands.
    enum State: Sendable, Hashable {
        /// Nothing has been published in it.
        case empty
        /// It changes when the matter does; nothing is expected by a day.
        case unbound
        /// So many days are left, today not counted.
        case fresh(days: Int)
        /// Few days are left.
        case soon(days: Int)
        /// It is past its period by so many days.
        case stale(days: Int)
    }

    let column: Column
    /// The day on which something was last published in it.
    let lastOn: CivilDate?
    let today: CivilDate
    /// How many days before its end its editors are told.
    let warnDays: Int

    /// The last day on which it is in time.
    var dueOn: CivilDate? {
        guard let lastOn, let days = column.updateDays else { return nil }
        return lastOn.adding(days: days)
    }

    var state: State {
        guard lastOn != nil else { return .empty }
        guard let dueOn, let period = column.updateDays else { return .unbound }
        let left = dueOn.days(since: today)
        if left < 0 { return .stale(days: -left) }
        // A column of a week is not always about to run out.
        return left <= min(warnDays, max(1, period / 2)) ? .soon(days: left) : .fresh(days: left)
    }

    var isStale: Bool { if case .stale = state { true } else { false } }
    var isSoon: Bool { if case .soon = state { true } else { false } }

    /// Whether inspectors count it as news, notices or policies, and find it past their period.
    func isStaleForInspectors(_ rules: InspectionRules) -> Bool {
        guard let own = column.updateDays, let period = rules.period(of: column.kind), own <= period,
            let lastOn
        else { return false }
        return today.days(since: lastOn) > period
    }

    /// In words for the desk.
    var words: String {
        switch state {
        case .empty: "空白，还没有发布过内容"
        case .unbound: "随内容变化更新"
        case .fresh(let days): "还有 \(days) 天"
        case .soon(0): "今天到期"
        case .soon(let days): "还剩 \(days) 天"
        case .stale(let days): "已超过 \(days) 天"
        }
    }
}
