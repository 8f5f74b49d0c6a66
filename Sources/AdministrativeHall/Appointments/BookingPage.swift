import Refusals
import Web
import WorkingTime

/// Choosing what, on which day, at what time: one question after the other.
struct BookingPage {
    let slots: FreeSlots
    var refusal: Sentence?
    let token: CSRFToken

    private var address: String { HallPath.booking(String(slots.hall.id)) }

    var page: Page {
        let hall = slots.hall
        return Page(
            "预约办理时间",
            crumbs: [
                Link("办事大厅", HallPath.halls), Link(hall.name, HallPath.hall(String(hall.id))),
                Link("预约", nil),
            ],
            body: """
                <h1>预约办理时间</h1>
                <p class="lead">\(hall.name)</p>
                \(refusal.map { Notice($0.chinese, "<p>下面是还可以约的时段。</p>", tone: .error).html })
                \(content)
                """)
    }

    private var content: HTML {
        if let end = slots.pausedUntil {
            let rules = slots.hall.rules
            return Notice(
                "您的预约暂停到\(end.chinese)",
                "<p>\(rules.noShowDays) 天内有 \(rules.noShowLimit) 次以上预约没有到场。现场取号不受影响。</p>", tone: .warning
            ).html
        }
        guard let group = slots.group else { return chooseGroup }
        return """
            <p>办理：<b>\(group.name)</b> <a href="\(address)">换一类业务</a></p>
            \(days(group))
            \(times(group))
            <p class="hint">开始前 \(slots.hall.rules.cancelMinutes) 分钟以前可以取消；迟到超过 \
            \(slots.hall.rules.lateMinutes) 分钟预约失效。</p>
            """
    }

    private var chooseGroup: HTML {
        guard !slots.groups.isEmpty else { return EmptyState("这个大厅不接受预约，请现场取号").html }
        return """
            <h2>办什么？</h2>
            \(Tiles(slots.groups.map { (title: $0.name, words: $0.words, href: "\(address)?group=\($0.id)") }).html)
            """
    }

    private func days(_ group: ServiceGroup) -> HTML {
        guard !slots.days.isEmpty else {
            return EmptyState("现在没有可以预约的日期", "<p>每天 \(slots.hall.rules.releaseHour) 点放出新的号。</p>").html
        }
        return """
            <h2>哪一天？</h2>
            <ul class="slots">\(each: slots.days, { day in
                "<li><a class=\"button quiet\" href=\"\(address)?group=\(group.id)&amp;day=\(day.iso)\"\(attribute: "aria-current", day == slots.day ? "date" : nil)>\(day.shortWithWeekday)</a></li>"
            })</ul>
            """
    }

    private func times(_ group: ServiceGroup) -> HTML {
        guard let day = slots.day else { return .empty }
        guard slots.slots.contains(where: { $0.left > 0 }) else {
            return """
                <h2>\(day.chinese)几点？</h2>
                \(EmptyState("这一天已经约满", "<p>请换一天，或者等别人取消。</p>").html)
                """
        }
        return """
            <h2>\(day.chinese)几点？</h2>
            <ul class="slots">\(each: slots.slots, { "<li>\(slot($0, group))</li>" })</ul>
            """
    }

    private func slot(_ slot: FreeSlots.Slot, _ group: ServiceGroup) -> HTML {
        guard slot.left > 0 else { return "<span class=\"slot-full\">\(slot.start.time) 约满</span>" }
        return PostButton(
            "\(slot.start.time)（余 \(slot.left)）", action: address, token: token,
            values: [("group", String(group.id)), ("start", String(slot.start.milliseconds))]
        ).html
    }
}

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
