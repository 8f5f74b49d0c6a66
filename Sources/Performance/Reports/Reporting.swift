import Refusals
import WorkingTime

/// How organs state a value themselves (自评): when, and within what bounds. Data of the model.
struct Reporting: Sendable, Hashable, Decodable {
    /// Days before the end of the period on which it opens, and after it on which it closes.
    let opensBeforeDays: Int
    let closesAfterDays: Int
    let least: Int
    let most: Int

    private enum CodingKeys: String, CodingKey {
        case least, most
        case opensBeforeDays = "opens_before_days"
        case closesAfterDays = "closes_after_days"
    }

    /// The days on which organs report on a period, both among them.
    func window(of period: Period) -> ClosedRange<CivilDate> {
        let opens = max(period.first, period.last.adding(days: -opensBeforeDays))
        return opens...period.last.adding(days: closesAfterDays)
    }

    /// What is wrong with it, in a model whose periods settle after so many days.
    func faults(_ name: String, settleDays: Int) -> [Sentence] {
        guard (0...366).contains(opensBeforeDays), (0...settleDays).contains(closesAfterDays) else {
            return ["「\(name)」的自评要在期满前 366 天以内开始，在核定以前截止。"]
        }
        guard least < most, abs(least) <= 1_000_000, abs(most) <= 1_000_000 else {
            return ["「\(name)」的自评要有下限和上限，下限低于上限。"]
        }
        return []
    }

    /// - Throws: `invalid` for what cannot be the value.
    func amount(_ text: String, _ field: String) throws -> Int {
        guard let amount = Int(typed: text), (least * 100...most * 100).contains(amount) else {
            throw DomainError.invalid(field, "请填写 \(least) 至 \(most) 的数，最多两位小数。")
        }
        return amount
    }
}
