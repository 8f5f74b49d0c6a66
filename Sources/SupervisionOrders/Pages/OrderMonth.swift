import Web
import WorkingTime

/// A month of orders as a grid: what runs out on which day. On a phone the days on which nothing runs out are left out.
struct OrderMonth {
    let first: CivilDate
    let orders: [SupervisionOrder]
    /// How many there are, also where not all are drawn.
    let total: Int
    let names: [String: String]
    let now: Instant

    /// The month that was asked for, `2026-11`, or that of today.
    static func first(_ text: String?, today: CivilDate) -> CivilDate {
        let asked = text.flatMap { CivilDate(iso: "\($0)-01") }
        return asked ?? today.adding(days: 1 - today.day)
    }

    private var next: CivilDate { first.adding(months: 1) }
    /// The days of the month.
    var days: Range<CivilDate> { first..<next }

    var html: HTML {
        """
        <nav aria-label="月份"><p>\(link("上个月", first.adding(months: -1)))　<strong>\(first.year)年\(first.month)月</strong>　\(link("下个月", next))</p></nav>
        <table class="month"><caption class="sr">\(first.year)年\(first.month)月到期的督办事项</caption>
        <thead><tr>\(each: ["一", "二", "三", "四", "五", "六", "日"], { "<th scope=\"col\">周\($0)</th>" })</tr></thead>
        <tbody>\(each: weeks, { "<tr>\(each: $0, cell)</tr>" })</tbody></table>
        \(if: orders.isEmpty, "<p>这个月没有到期的督办事项。</p>")
        \(if: total > orders.count, "<p>这个月到期的共 \(total) 项，日历只画出最早到期的 \(orders.count) 项，其余的在<a href=\"\(OrderPath.orders)\">列表</a>里。</p>")
        """
    }

    private func link(_ words: String, _ month: CivilDate) -> HTML {
        "<a href=\"\(OrderPath.orders)?view=calendar&amp;month=\(month.iso.prefix(7))\">\(words)</a>"
    }

    /// Weeks from Monday on; nil outside of the month.
    private var weeks: [[CivilDate?]] {
        let count = next.days(since: first)
        let cells: [CivilDate?] =
            Array(repeating: nil, count: first.weekday - 1) + (0..<count).map { first.adding(days: $0) }
        let full = cells + Array(repeating: nil, count: (7 - cells.count % 7) % 7)
        return stride(from: 0, to: full.count, by: 7).map { Array(full[$0..<$0 + 7]) }
    }

    private func cell(_ day: CivilDate?) -> HTML {
        guard let day else { return "<td class=\"none\"></td>" }
        let due = orders.filter { $0.dueAt?.day == day }
        guard !due.isEmpty else { return "<td class=\"none\"><span class=\"day\">\(day.day)</span></td>" }
        return """
            <td><span class="day" aria-hidden="true">\(day.day)</span><span class="date">\(day.chinese)</span>\
            <ul>\(each: due, line)</ul></td>
            """
    }

    private func line(_ order: SupervisionOrder) -> HTML {
        """
        <li><a href="\(OrderPath.order(String(order.id)))">\(order.title)</a><br>\(names[order.lead] ?? order.lead) \
        \(if: order.isOverdue(at: now), StatusBadge("已超期", .late).html)</li>
        """
    }
}
