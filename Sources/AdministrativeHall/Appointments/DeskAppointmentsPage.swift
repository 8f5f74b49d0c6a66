import Codes
import Refusals
import Web
import WorkingTime

/// The appointments of a day.
struct DeskAppointmentsPage {
    let hall: Hall
    let groups: [ServiceGroup]
    let day: CivilDate
    let lines: [AppointmentLine]
    let pager: Pager
    let now: Instant
    let errors: [FieldError]
    let entered: FormData?
    let done: String?
    let token: CSRFToken

    private var address: String { HallPath.deskAppointments(String(hall.id)) }

    var page: Page {
        Page(
            "大厅预约",
            crumbs: [
                Link("工作台", HallPath.home), Link("办事大厅", HallPath.desk),
                Link(hall.name, HallPath.desk(String(hall.id))), Link("预约", nil),
            ], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                \(done.map { $0 == "cancelled" ? Notice("预约已取消", tone: .done).html : Notice("预约成功，预约码 \(HallCode.shown($0))", tone: .done).html })
                <h1>\(day.chinese)的预约</h1>
                <p><a href="\(address)?day=\(day.adding(days: -1).iso)">前一天</a> · \
                <a href="\(address)?day=\(day.adding(days: 1).iso)">后一天</a></p>
                \(list)
                \(pager.html)
                <h2>代人预约</h2>
                \(form)
                """)
    }

    private var list: HTML {
        guard !lines.isEmpty else { return EmptyState("这一天没有预约").html }
        let rows = lines.map { line -> [HTML] in
            let appointment = line.appointment
            let isOpen = appointment.state == .booked
            return [
                "\(appointment.startsAt.time)", "\(line.group)", "\(Masking.name(line.name))",
                StatusBadge(appointment.state.chinese, isOpen ? .active : .waiting).html, cancel(line),
            ]
        }
        return Table(
            "预约", columns: [.init("时间"), .init("业务"), .init("预约人"), .init("状态"), .init("操作")], rows: rows
        ).html
    }

    private func cancel(_ line: AppointmentLine) -> HTML {
        guard line.appointment.isCancellable(at: now, hall.rules) else { return .empty }
        return PostButton(
            "取消", action: HallPath.deskCancellation(String(hall.id), String(line.appointment.id)),
            token: token
        ).html
    }

    private var form: HTML {
        let fields = [
            Field(
                "identity", "预约人的身份证号码", .identityNumber, value: entered?["identity"] ?? "",
                error: errors["identity"]),
            Field(
                "group", "业务", .choice, value: entered?["group"] ?? "",
                options: groups.filter { $0.capacity > 0 }.map { .init(String($0.id), $0.name) },
                error: errors["group"]),
            Field("day", "日期", .date, value: entered?["day"] ?? day.iso, error: errors["day"]),
            Field(
                "time", "时段开始时间", hint: "每 \(hall.rules.slotMinutes) 分钟一个时段，例如 09:30。",
                value: entered?["time"] ?? "", error: errors["time"]),
        ]
        return Form(action: address, token: token, fields: fields, submit: "预约").html
    }
}
