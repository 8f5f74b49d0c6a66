import Cases
import WorkingTime

/// What a row says of the past of a case: how it ended, how its limit was put off, what belongs to it.
extension MatterCells {
    /// How it ended there; `nil` while it is under way.
    mutating func ending() -> OldMatter.Ending? {
        let decidedAt = time(.decidedAt)
        let closedAt = time(.closedAt) ?? decidedAt
        guard row[.state] == Self.finished else {
            if [MatterColumn.outcome, .decidedAt, .closedAt].contains(where: { !row[$0].isEmpty }) {
                refuse("只有已办结的办件写“办理结果”“决定时间”“办结时间”。")
            }
            return nil
        }
        guard let outcome = OldMatter.Ending.outcomes.first(where: { $0.chinese == row[.outcome] }) else {
            let words = OldMatter.Ending.outcomes.map(\.chinese).joined(separator: "、")
            refuse("已办结的办件要写“办理结果”：\(words)。")
            return nil
        }
        guard let decidedAt, let closedAt else {
            if row[.decidedAt].isEmpty { refuse("已办结的办件要写“决定时间”。") }
            return nil
        }
        let reason = row[.reason]
        return OldMatter.Ending(
            outcome: outcome, reason: reason.isEmpty ? nil : reason, decidedAt: decidedAt, closedAt: closedAt)
    }

    /// How the decision was put off: `2026-10-25 10个工作日 需要专家评审`.
    mutating func extensions() -> [OldMatter.Extension] {
        Self.parts(row[.extensions]).compactMap { part in
            let found = Self.extension(part)
            if found == nil { refuse("“延长”看不懂：\(part.prefix(40))。应写成 2026-10-25 10个工作日 案情复杂。") }
            return found
        }
    }

    private static func `extension`(_ part: String) -> OldMatter.Extension? {
        let pattern = /([0-9\-\/]+(?:\s+[0-9]+:[0-9]+)?)\s+(?:延长)?\s*([0-9]{1,4})\s*个?(工作日|天|月)\s*(.*)/
        guard let match = part.wholeMatch(of: pattern), let at = time(String(match.output.1)),
            let value = Int(match.output.2), TimeLimit.values.contains(value), !match.output.4.isEmpty
        else { return nil }
        let unit: LimitUnit =
            switch match.output.3 {
            case "工作日": .workingDay
            case "月": .month
            default: .day
            }
        return OldMatter.Extension(
            limit: TimeLimit(value: value, unit: unit), reason: String(match.output.4), at: at)
    }

    /// Which file is which material: `营业执照=0301/营业执照.pdf`.
    mutating func materials() -> [(name: String, path: String)] {
        Self.parts(row[.materials]).compactMap { part in
            let pair = MatterRow.pair(part)
            if pair == nil { refuse("“材料”看不懂：\(part.prefix(40))。应写成 材料名称=文件名。") }
            return pair
        }
    }

    static let finished = "已办结"
}

extension MatterRow {
    /// The files it names, each once.
    var paths: [String] {
        var seen: Set<String> = []
        return MatterCells.parts(self[.materials]).compactMap { Self.pair($0)?.path }
            .filter { seen.insert($0).inserted }
    }

    static func pair(_ part: String) -> (name: String, path: String)? {
        let pair = part.split(maxSplits: 1, whereSeparator: { $0 == "=" || $0 == "＝" })
            .map { String($0).trimmingBlanks }
        guard pair.count == 2, !pair[0].isEmpty, !pair[1].isEmpty else { return nil }
        return (pair[0], pair[1].replacing("\\", with: "/"))
    }
}
