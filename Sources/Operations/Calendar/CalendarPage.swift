import Refusals
import Web
import WorkingTime

/// The calendar in force, and for the administrator the form that publishes the next version.
struct CalendarPage {
    let edition: CalendarEdition
    let calendar: WorkingCalendar
    let errors: [FieldError]
    let today: CivilDate
    let mayEdit: Bool

    func page(token: CSRFToken) -> Page {
        Page(
            "工作日历", crumbs: [Link("工作台", "/desk"), Link("工作日历", nil)], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>工作日历</h1>
                <p class="lead">第 \(calendar.version) 版。办理时限按它推算；公布新版后，正在走的时限自动重新推算，已经结束的仍按原来的版本。</p>
                \(if: mayEdit, "<p>推算的进度见<a href=\"\(OperationsPath.jobs)\">后台任务</a>。</p>")
                \(if: isNextYearMissing, warning)
                \(table)
                \(if: mayEdit, form(token))
                """)
    }

    /// From December on, limits reach into the next year.
    private var isNextYearMissing: Bool {
        !calendar.covers(today.year) || (today.month == 12 && !calendar.covers(today.year + 1))
    }

    private var warning: HTML {
        Notice(
            "放假安排不全", "国务院办公厅公布的放假安排还没有录入，未录入的年份只按周末推算。", tone: .warning
        ).html
    }

    private var table: HTML {
        Table(
            "各年放假与调休", columns: [.init("年份"), .init("放假"), .init("调休上班"), .init("工作日", isNumber: true)],
            rows: calendar.years.map { year in
                [
                    "\(String(year))", "\(holidays(in: year))", "\(workdays(in: year))",
                    "\(workingDays(in: year)) 天",
                ]
            }
        ).html
    }

    private func holidays(in year: Int) -> String {
        var names: [String] = []
        for (_, name) in calendar.holidays.filter({ $0.key.year == year }).sorted(by: { $0.key < $1.key })
        where names.last != name { names.append(name) }
        return names.map { name in
            "\(name) \(calendar.holidays.filter { $0.key.year == year && $0.value == name }.count) 天"
        }.joined(separator: "、")
    }

    private func workdays(in year: Int) -> String {
        calendar.workdays.filter { $0.year == year }.sorted().map(\.shortChinese).joined(separator: "、")
    }

    private func workingDays(in year: Int) -> Int {
        guard let first = CivilDate(iso: "\(year)-01-01"), let last = CivilDate(iso: "\(year)-12-31") else {
            return 0
        }
        return calendar.workingDays(after: first.adding(days: -1), through: last)
    }

    private func form(_ token: CSRFToken) -> HTML {
        let form = Form(
            action: OperationsPath.calendar, token: token,
            fields: [
                field("years", "已公布安排的年份", .text, edition.years, hint: "用空格隔开。"),
                field(
                    "holidays", "放假的日子", .longText, edition.holidays,
                    hint: "一行一天，日期和节日名称，如「2027-01-01 元旦」。"),
                field(
                    "workdays", "调休上班的日子", .longText, edition.workdays, hint: "一行一天，应为周六或周日。",
                    isRequired: false),
                field("source", "依据", .text, edition.source, hint: "公布放假安排的文件。", isRequired: false),
            ],
            also: "<input type=\"hidden\" name=\"base\" value=\"\(edition.base)\">", submit: "公布")
        return "<h2>公布新版</h2>\(form.html)"
    }

    private func field(
        _ name: String, _ label: String, _ kind: Field.Kind, _ value: String, hint: String,
        isRequired: Bool = true
    ) -> Field {
        Field(name, label, kind, hint: hint, isRequired: isRequired, value: value, error: errors[name])
    }
}
