/// How numbers are compared in official Chinese.
enum Comparing {
    /// `比上月增加 12 件（3.1%）`.
    static func count(_ now: Int, _ before: Int, _ word: String, _ unit: String) -> String {
        let difference = now - before
        guard difference != 0 else { return "与\(word)持平" }
        let share = before > 0 ? "（\(percent(permille(abs(difference), of: before)))）" : ""
        return "比\(word)\(difference > 0 ? "增加" : "减少") \(abs(difference)) \(unit)\(share)"
    }

    /// `比上月上升 0.8 个百分点`.
    static func share(_ now: Int, _ before: Int, _ word: String) -> String {
        let difference = now - before
        guard difference != 0 else { return "与\(word)持平" }
        return "比\(word)\(difference > 0 ? "上升" : "下降") \(tenths(abs(difference))) 个百分点"
    }

    /// nil where there is nothing to divide by.
    static func permille(_ totals: [String: Int], _ part: String, _ whole: String) -> Int? {
        guard let whole = totals[whole], whole > 0 else { return nil }
        return permille(totals[part] ?? 0, of: whole)
    }

    /// Rounded, as whoever reckons again does it.
    private static func permille(_ part: Int, of whole: Int) -> Int { (part * 2_000 + whole) / (whole * 2) }

    /// Hundredths as whole points, rounded: what is drawn agrees with what is written beside it.
    static func wholePoints(_ hundredths: Int?) -> Int {
        Int((Double(hundredths ?? 0) / 100).rounded())
    }

    static func percent(_ permille: Int) -> String { "\(tenths(permille))%" }

    private static func tenths(_ number: Int) -> String { "\(number / 10).\(number % 10)" }

    /// Hundredths, as they are read.
    static func points(_ hundredths: Int?) -> String {
        let (whole, rest) = (hundredths ?? 0).quotientAndRemainder(dividingBy: 100)
        return "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// `市场监督管理局（96.20 分）、住房和城乡建设局（95.10 分）`.
    static func names(
        _ organs: some Sequence<BulletinFigures.Organ>, _ words: (BulletinFigures.Organ) -> String
    ) -> String {
        organs.map { "\($0.name)（\(words($0))）" }.joined(separator: "、")
    }
}

extension BulletinFigures.Organ {
    /// How its points moved since the period before, in hundredths.
    var rise: Int { before.flatMap { before in points.map { $0 - before } } ?? 0 }
}
