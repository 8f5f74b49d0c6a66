extension TimerEvent {
    /// The time it waits for, in words: `5 个工作日`, `到 2026-12-31`, `按时限 acceptance`.
    public var words: String {
        if let clock { return "按时限 \(clock)" }
        if let date { return "到 \(date)" }
        if let cycle { return "重复 \(cycle)" }
        guard let duration else { return "" }
        let days = duration.wholeMatch(of: /P(\d+)D/).map { String($0.1) }
        switch (days, unit) {
        case (let days?, "working_day"): return "\(days) 个工作日"
        case (let days?, nil), (let days?, "day"): return "\(days) 天"
        default: return [duration, unit].compactMap(\.self).joined(separator: " ")
        }
    }
}
