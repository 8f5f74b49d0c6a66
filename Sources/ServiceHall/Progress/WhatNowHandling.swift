import WorkingTime

/// While the organs decide: who still works, by when, and what keeps a clock from running.
extension WhatNow {
    init(handling situation: Situation) {
        let open = situation.organs.filter { !$0.isDone }
        self.init(WhatNow.work(open, of: situation.organs), WhatNow.advice(open))
    }

    private static func work(_ open: [Situation.Organ], of all: [Situation.Organ]) -> String {
        guard let first = open.first else { return "各部门都已作出决定，正在准备送达。" }
        let done = all.count - open.count
        let before = done == 0 ? "" : "已办完 \(done) 项，"
        if open.count == 1 {
            let only = done == 0 ? first.name : "只等\(first.name)"
            if let pause = first.pause { return "\(before)\(only)，现在暂停计时：\(pause)。" }
            return "\(before)\(only)\(done == 0 ? "正在办理" : "")\(by(open))。"
        }
        let rest = done == 0 ? doers(open) : "其余\(doers(open))"
        return "\(before)\(rest)正在同时办理\(by(open))。"
    }

    /// The day by which the last of them must be done; nothing when one of them is late already.
    private static func by(_ open: [Situation.Organ]) -> String {
        if open.contains(where: \.isLate) {
            return open.count == 1 ? "，已超过时限" : "，已有部门超过时限"
        }
        guard let last = open.compactMap(\.due).max() else { return "" }
        return "，最晚 \(last.shortWithWeekday)办完"
    }

    private static func advice(_ open: [Situation.Organ]) -> String {
        let visits = open.filter(\.isInspected).map {
            "\($0.name)会到现场核查，请保持电话畅通并安排人在场；核查期间不计入办理时限。"
        }
        let pauses = open.filter { $0.pause != nil && !$0.isInspected }.map {
            "\($0.name)暂停计时（\($0.pause ?? "")），恢复时会通知您。"
        }
        let late = open.filter(\.isLate).map { "\($0.name)已超过时限，您可以拨打 12345 催办或投诉。" }
        return ((visits.isEmpty ? ["您现在不用做什么。"] : []) + visits + pauses + late).joined()
    }
}
