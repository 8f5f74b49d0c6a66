import Foundation

/// An amount in the capital characters of cheques and receipts (人民币大写, 支付结算办法 annex 1), which nobody can alter
/// with one stroke.
public enum ChineseAmount {
    /// The amount in words, for example 人民币壹仟贰佰元伍角整.
    ///
    /// - Parameter yuan: in 元, from 0 to below ten thousand trillion, with at most two decimals.
    /// - Returns: nil for an amount that has no such form.
    public static func words(of yuan: Decimal) -> String? {
        let fen = NSDecimalNumber(decimal: yuan * 100)
        guard yuan >= 0, yuan < 10_000_000_000_000_000, fen.decimalValue == Decimal(fen.int64Value) else {
            return nil
        }
        let (whole, rest) = fen.int64Value.quotientAndRemainder(dividingBy: 100)
        guard whole > 0 || rest > 0 else { return "人民币零元整" }
        return "人民币" + (whole > 0 ? "\(number(whole))元" : "") + cents(Int(rest), behindYuan: whole > 0)
    }

    /// 角 and 分; what ends before 分 is closed with 整.
    private static func cents(_ cents: Int, behindYuan: Bool) -> String {
        let (jiao, fen) = (cents / 10, cents % 10)
        if cents == 0 { return "整" }
        if fen == 0 { return "\(digits[jiao])角整" }
        let tenths = jiao > 0 ? "\(digits[jiao])角" : behindYuan ? "零" : ""
        return "\(tenths)\(digits[fen])分"
    }

    /// A whole number: 亿 over 万 over four digits, with one 零 for a gap of any width.
    private static func number(_ value: Int64) -> String {
        if value >= 100_000_000 { return joined(value, by: 100_000_000, "亿") }
        if value >= 10_000 { return joined(value, by: 10_000, "万") }
        let units: [(Int64, String)] = [(1000, "仟"), (100, "佰"), (10, "拾")]
        for (size, unit) in units where value >= size { return joined(value, by: size, unit) }
        return digits[Int(value)]
    }

    private static func joined(_ value: Int64, by size: Int64, _ unit: String) -> String {
        let (high, low) = value.quotientAndRemainder(dividingBy: size)
        let gap = low > 0 && low < size / 10 ? "零" : ""
        return number(high) + unit + gap + (low > 0 ? number(low) : "")
    }

    private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
}
