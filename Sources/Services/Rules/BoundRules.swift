import Foundation

extension FormField {
    /// Limits that leave no answer.
    var boundSlips: [String] {
        var slips: [String] = []
        if let min, let max, min > max { slips.append("最小值大于最大值") }
        if let maxLength, maxLength < 1 { slips.append("最多字数至少为 1") }
        switch kind {
        case .integer, .number, .money: slips += numberSlips
        case .choices: slips += countSlips(atMost: Decimal(options.count), "选项只有 \(options.count) 个")
        case .table: slips += countSlips(atMost: 50, "最多 50 行")
        default:
            if min != nil || max != nil { slips.append("最小值和最大值只用于数字、多选和可增减的多行") }
        }
        return slips
    }

    private var numberSlips: [String] {
        var slips: [String] = []
        if kind == .money, let max, max < 0 { slips.append("金额不能小于 0，最大值却小于 0") }
        if let min, min > 1_000_000_000_000 { slips.append("最小值超过了能填的最大的数") }
        if kind == .integer, let min, let max, min <= max, min.roundedUp > max {
            slips.append("最小值和最大值之间没有整数")
        }
        return slips
    }

    private func countSlips(atMost most: Decimal, _ reason: String) -> [String] {
        var slips: [String] = []
        if let max, max < 1 { slips.append("最多应至少为 1") }
        if let min, min > most { slips.append("至少要 \(min)，但是\(reason)") }
        if kind == .table, let max, max > most { slips.append("最多 \(max)，但是\(reason)") }
        return slips
    }
}

extension Decimal {
    /// The smallest whole number that is not less.
    fileprivate var roundedUp: Decimal {
        var (rounded, number) = (Decimal(), self)
        NSDecimalRound(&rounded, &number, 0, .up)
        return rounded
    }
}
