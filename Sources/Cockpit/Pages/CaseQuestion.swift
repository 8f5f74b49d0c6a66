import Cases
import Refusals
import Web
import WorkingTime

/// Which number was followed.
struct CaseQuestion: Sendable {
    let figure: CaseOutlook.Filter.Figure
    let organ: String?
    let topic: String?
    let from: CivilDate?
    let until: CivilDate?
    /// When it was counted, as its link says; nil for the last count.
    let at: Instant?
    /// When it was followed.
    let now: Instant

    init(_ request: WebRequest) throws {
        guard let figure = CaseOutlook.Filter.Figure(rawValue: request.query("figure") ?? "open") else {
            throw DomainError.notFound("没有这个数字。")
        }
        func text(_ name: String) -> String? { request.query(name).flatMap { $0.isEmpty ? nil : $0 } }
        (self.figure, organ, topic) = (figure, text("organ"), text("topic"))
        (from, until) = (
            text("from").flatMap { CivilDate(iso: $0) }, text("until").flatMap { CivilDate(iso: $0) }
        )
        now = request.now
        at = text("at").flatMap { Int64($0) }.map { min(Instant(milliseconds: $0), request.now) }
    }

    func filter(_ figures: CockpitFigures?, _ calendar: WorkingCalendar) -> CaseOutlook.Filter {
        let at = at ?? figures?.at ?? now
        let start = (from ?? now.day.adding(days: -30)).startOfDay
        let end = max((until ?? now.day).adding(days: 1).startOfDay, start)
        return CaseOutlook.Filter(
            figure, at: at, near: Counting.near(at, calendar), organ: organ, subject: topic,
            stretch: start..<end)
    }

    /// What is listed, in words.
    func title(_ figures: CockpitFigures?, _ names: [String: String], street: String?) -> String {
        let words =
            switch figure {
            case .open: "在办的办件"
            case .overdue: "超期未办结的办件"
            case .near: "即将到期的办件"
            case .orders: "超期的督办事项"
            case .filed: "收到的办件"
            case .decided: "办结的办件"
            case .late: "超过承诺时限才办结的办件"
            }
        let scope = [
            organ.map { names[$0] ?? $0 },
            topic.map { key in
                (figures?.topics.first { $0.key == key }?.name) ?? figures?.rises.first { $0.key == key }?
                    .name ?? key
            },
            street.map { key in "关于\(figures?.streets.first { $0.key == key }?.name ?? key)" },
            from.map { first in
                until.map { $0 == first ? "\(first.chinese)" : "\(first.chinese)至\($0.chinese)" }
                    ?? "\(first.chinese)以来"
            },
        ].compactMap(\.self)
        return (scope + [words]).joined(separator: " · ")
    }
}
