/// Progress in words, as the pages show it.
extension JobProgress {
    /// Everything that is known: the count, the rate, what remains.
    ///
    /// - Parameter unit: what is counted: 件, 行.
    public func words(unit: String) -> [String] {
        [countWords(unit: unit), rateWords(unit: unit), remainingWords].compactMap { $0 }
    }

    /// `已完成 1200 件，共 5000 件`.
    ///
    /// - Parameter unit: what is counted: 件, 行.
    public func countWords(unit: String) -> String {
        guard let total else { return "已完成 \(done) \(unit)" }
        return "已完成 \(done) \(unit)，共 \(max(total, done)) \(unit)"
    }

    /// `每秒 35 件`, or by the minute when it is slow; nil before the first step.
    public func rateWords(unit: String) -> String? {
        guard let rate, rate > 0 else { return nil }
        if rate >= 1 { return "每秒 \(Int(rate.rounded())) \(unit)" }
        return "每分钟 \(max(1, Int((rate * 60).rounded()))) \(unit)"
    }

    /// `约还需 3 分钟`; nil while that cannot be said.
    public var remainingWords: String? {
        guard let seconds = remainingSeconds else { return nil }
        switch seconds {
        case ..<60: return "约还需不到 1 分钟"
        case ..<3_570: return "约还需 \((seconds + 30) / 60) 分钟"
        case ..<84_600: return "约还需 \((seconds + 1_800) / 3_600) 小时"
        default: return "约还需 \((seconds + 43_200) / 86_400) 天"
        }
    }
}
