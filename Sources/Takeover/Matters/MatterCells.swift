import Refusals
import WorkingTime

/// Reads the cells of a row one after another, and gathers everything that is wrong with them.
struct MatterCells {
    let row: MatterRow
    private(set) var mistakes: [String] = []

    init(_ row: MatterRow) {
        self.row = row
        if let fault = row.fault { mistakes.append(fault) }
        for column in MatterColumn.allCases {
            if column.isRequired, row[column].isEmpty { mistakes.append("“\(column.rawValue)”没有填写。") }
            if row[column].count > column.limit {
                mistakes.append("“\(column.rawValue)”超过 \(column.limit) 个字。")
            }
        }
    }

    mutating func refuse(_ words: String) { mistakes.append(words) }

    /// Whether the case was accepted there; `nil` when it is not said in a word that is known.
    mutating func isAccepted() -> Bool? {
        switch row[.state] {
        case "": return nil
        case "待受理": return false
        case "办理中":
            if row[.acceptedAt].isEmpty { refuse("办理中的办件要写“受理时间”。") }
            return true
        case Self.finished: return !row[.acceptedAt].isEmpty
        default:
            refuse("“状态”应为 待受理、办理中 或者 已办结。")
            return nil
        }
    }

    /// A time such as `2026-10-12 09:30`, or a day, from its beginning.
    mutating func time(_ column: MatterColumn) -> Instant? {
        guard !row[column].isEmpty else { return nil }
        guard let time = Self.time(row[column]) else {
            refuse("“\(column.rawValue)”应写成 2026-10-12 09:30 这样的时间。")
            return nil
        }
        return time
    }

    /// The spans in which the limits stood still.
    mutating func pauses() -> [Pause] {
        Self.parts(row[.pauses]).compactMap { part in
            let pause = Self.pause(part)
            if pause == nil { refuse("“暂停计时”看不懂：\(part.prefix(40))。应写成 2026-10-20～2026-11-02 听证。") }
            return pause
        }
    }

    private static func pause(_ part: String) -> Pause? {
        guard let match = part.wholeMatch(of: /([^～~]+)[～~]\s*([0-9]\S*)?\s*(.*)/),
            let from = time(String(match.output.1))
        else { return nil }
        let reason = match.output.3.isEmpty ? "原系统暂停" : String(match.output.3)
        guard let end = match.output.2 else { return Pause(from: from, reason: reason) }
        guard let until = time(String(end)) else { return nil }
        return Pause(from: from, until: until, reason: reason)
    }

    /// What the older system recorded, a line each.
    func history() -> [String] {
        row[.history].split { $0.isNewline || $0 == "｜" }
            .map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
    }

    /// Pairs such as `店铺名称=星湖小馆`.
    mutating func answers() -> [(question: String, answer: String)] {
        Self.parts(row[.answers]).compactMap { part in
            let pair = part.split(maxSplits: 1, whereSeparator: { $0 == "=" || $0 == "＝" })
            guard pair.count == 2 else {
                refuse("“申请内容”看不懂：\(part.prefix(40))。应写成 问题=答案。")
                return nil
            }
            return (String(pair[0]).trimmingBlanks, String(pair[1]).trimmingBlanks)
        }
    }

    static func parts(_ text: String) -> [String] {
        text.split { $0.isNewline || $0 == "；" || $0 == ";" || $0 == "｜" }
            .map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
    }

    static func time(_ text: String) -> Instant? {
        let numbers = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
        guard (3...6).contains(numbers.count), numbers.count != 4,
            let day = try? CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
        else { return nil }
        let (hour, minute) = numbers.count > 3 ? (numbers[3], numbers[4]) : (0, 0)
        guard (1990...2200).contains(day.year), hour < 24, minute < 60 else { return nil }
        return Instant(day: day, hour: hour, minute: minute)
    }
}

extension String {
    /// The text without the blanks around it.
    var trimmingBlanks: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
