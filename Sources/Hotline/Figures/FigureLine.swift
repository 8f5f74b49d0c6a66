import WorkingTime

/// By what figures stand in lines.
enum FigureGrouping: String, Sendable, CaseIterable {
    case organ, day, month

    var chinese: String {
        switch self {
        case .organ: "单位"
        case .day: "日期"
        case .month: "月份"
        }
    }

    func key(_ organ: String, _ day: CivilDate) -> String {
        switch self {
        case .organ: organ
        case .day: day.iso
        case .month: String(day.iso.prefix(7))
        }
    }
}

/// One line of the hotline's figures (12345 热线指标).
struct FigureLine: Sendable, Hashable {
    let key: String
    var calls = 0, answered = 0, waitSeconds = 0, atOnce = 0, emergencies = 0
    var filed = 0, ended = 0, onTime = 0, timed = 0
    var assessed = 0, solved = 0, satisfied = 0, repeated = 0, returned = 0, passedOn = 0

    init(_ key: String) { self.key = key }

    mutating func add(_ figures: CallFigures) {
        calls += figures.calls
        answered += figures.answered
        waitSeconds += figures.waitSeconds
        atOnce += figures.atOnce
        emergencies += figures.emergencies
    }

    mutating func add(_ figures: TicketFigures) {
        filed += figures.filed
        ended += figures.ended
        onTime += figures.onTime
        timed += figures.timed
        assessed += figures.assessed
        solved += figures.solved
        satisfied += figures.satisfied
        repeated += figures.repeated
        returned += figures.returned
        passedOn += figures.passedOn
    }

    /// All figures in lines, in the order of their keys.
    static func lines(_ calls: [CallFigures], _ tickets: [TicketFigures], by grouping: FigureGrouping)
        -> [FigureLine]
    {
        var lines: [String: FigureLine] = [:]
        for figures in calls {
            let key = grouping.key(figures.organ, figures.day)
            lines[key, default: FigureLine(key)].add(figures)
        }
        for figures in tickets {
            let key = grouping.key(figures.organ, figures.day)
            lines[key, default: FigureLine(key)].add(figures)
        }
        return lines.values.sorted { $0.key < $1.key }
    }

    /// Everything in one line.
    static func total(_ calls: [CallFigures], _ tickets: [TicketFigures]) -> FigureLine {
        var line = FigureLine("合计")
        for figures in calls { line.add(figures) }
        for figures in tickets { line.add(figures) }
        return line
    }

    /// A part of a whole, in per cent; nothing where there is no whole.
    static func share(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "—" : "\((part * 1_000 / whole + 5) / 10)%"
    }

    static let titles = [
        "来电", "接通率", "平均接通（秒）", "当场答复", "转接紧急", "工单", "办结", "按时办结率", "解决率", "满意率", "重复反映率", "退回率",
    ]

    /// The cells after the key.
    var cells: [String] {
        [
            String(calls), Self.share(answered, of: calls),
            answered == 0 ? "—" : String(waitSeconds / answered), String(atOnce), String(emergencies),
            String(filed), String(ended), Self.share(onTime, of: timed), Self.share(solved, of: assessed),
            Self.share(satisfied, of: assessed), Self.share(repeated, of: filed),
            Self.share(returned, of: filed + passedOn),
        ]
    }
}
