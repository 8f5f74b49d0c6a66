import Web
import WorkingTime

/// One's appointments.
struct MyAppointmentsPage {
    let lines: [AppointmentLine]
    let pager: Pager
    let done: String?
    let now: Instant
    let token: CSRFToken

    var page: Page {
        Page(
            "我的预约", crumbs: [Link("我的预约", nil)],
            body: """
                \(said)
                <h1>我的预约</h1>
                \(if: lines.isEmpty, EmptyState("您还没有预约", "<p><a href=\"\(HallPath.halls)\">选一个办事大厅</a></p>").html)
                \(each: lines, card)
                \(pager.html)
                """)
    }

    private var said: HTML? {
        switch done {
        case "booked": Notice("预约成功", "<p>到大厅后在自助机上输入预约码取号。</p>", tone: .done).html
        case "cancelled": Notice("预约已取消", tone: .done).html
        default: nil
        }
    }

    private func card(_ line: AppointmentLine) -> HTML {
        let appointment = line.appointment
        let isOpen = appointment.state == .booked
        let rows: [SummaryList.Row] =
            [
                .init("时间", "\(appointment.startsAt.day.chinese) \(appointment.startsAt.time)"),
                .init(
                    "地点",
                    "<a href=\"\(HallPath.hall(String(line.hall.id)))\">\(line.hall.name)</a>，\(line.hall.address)"
                ),
                .init("状态", StatusBadge(appointment.state.chinese, isOpen ? .active : .waiting).html),
            ]
            + (isOpen
                ? [.init("预约码", "<span class=\"code secret\">\(HallCode.shown(appointment.code))</span>")]
                : [])
        return Card(line.group, "\(SummaryList(rows).html)\(cancel(line))").html
    }

    private func cancel(_ line: AppointmentLine) -> HTML? {
        guard line.appointment.isCancellable(at: now, line.hall.rules) else { return nil }
        return PostButton(
            "取消预约", action: HallPath.cancellation(String(line.appointment.id)), token: token, tone: .danger
        ).html
    }
}
