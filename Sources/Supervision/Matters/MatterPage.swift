import DecisionModel
import Web
import WorkingTime

/// One matter that is done elsewhere: as it was last reported, what was reported before, and its signals.
struct MatterPage {
    let matter: SupervisedMatter
    let kind: SupervisedKind
    let schema: RecordSchema
    let organ: String
    let reports: [MatterReport]
    /// nil for whoever reported it and is not concerned otherwise.
    let signals: [Signal]?
    let calendar: WorkingCalendar
    let now: Instant

    var page: Page {
        let what = matter.particulars
        return Page(
            what.name,
            crumbs: KindPage.crumbs + [
                Link(kind.name, SupervisionPath.kind(kind.key)), Link(what.name, nil),
            ],
            width: .wide, area: .desk,
            body: """
                <h1>\(what.name)</h1>
                \(SummaryList([
                    .init("种类", "\(kind.name)"), .init("编号", "<span class=\"code\">\(what.externalKey)</span>"),
                    .init("责任部门", "\(organ)"), .init("开始", "\(what.begins.day.chinese)"),
                    .init("到期", Self.due(matter, now, calendar)),
                    .init("报送", "首次 \(matter.receivedAt.chinese)，最近 \(matter.changedAt.chinese)，共 \(matter.revision) 次"),
                ]).html)
                <h2>监察信号</h2>
                \(noticed)
                <h2>记录</h2>
                \(SummaryList(schema.fields.compactMap { field in
                    what.fields[field.name].map { .init(field.title, "\($0.words)") }
                }).html)
                <h2>历次报送</h2>
                \(history)
                """)
    }

    private var noticed: HTML {
        guard let signals else { return "<p>监察信号由责任部门和监察部门查看。</p>" }
        return signals.isEmpty ? "<p>没有监察信号。</p>" : list(signals)
    }

    private func list(_ signals: [Signal]) -> HTML {
        "<ul class=\"links\">\(each: signals.reversed(), { signal in "<li>\(signal.level.badge) <a href=\"\(SupervisionPath.signal(String(signal.id)))\">\(signal.ruleName)</a> \(signal.state.badge)</li>" })</ul>"
    }

    private var history: HTML {
        Table(
            "历次报送", columns: [.init("次", isNumber: true), .init("时间"), .init("报送人"), .init("与上一次比")],
            rows: reports.map { report in
                ["\(report.revision)", "\(report.at.chinese)", "\(report.by)", "\(change(report))"]
            }
        ).html
    }

    /// What was corrected: the fields that read differently before.
    private func change(_ report: MatterReport) -> String {
        guard let before = reports.first(where: { $0.revision == report.revision - 1 }) else { return "首次报送" }
        let changed = schema.fields.filter { before.fields[$0.name] != report.fields[$0.name] }
        guard !changed.isEmpty else { return "按新的结构重新报送" }
        return changed.map { field in
            "\(field.title)：\(before.fields[field.name]?.words ?? "无")→\(report.fields[field.name]?.words ?? "无")"
        }.joined(separator: "；")
    }

    /// Its limit as a badge.
    static func due(_ matter: SupervisedMatter, _ now: Instant, _ calendar: WorkingCalendar) -> HTML {
        let what = matter.particulars
        guard let due = matter.dueAt(by: calendar) else {
            return what.ends == nil ? "没有期限" : StatusBadge("已办结", .done).html
        }
        if let ends = what.ends {
            return StatusBadge(ends > due ? "超期办结" : "按期办结", ends > due ? .late : .done).html
        }
        return now > due
            ? StatusBadge("\(due.day.chinese)到期，已超期", .late).html
            : StatusBadge("\(due.day.chinese)到期", .active).html
    }
}
