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
                <p class="lead">\(hall.name)</p>\(wanted)
                \(refusal.map { Notice($0.chinese, "<p>下面是还可以约的时段。</p>", tone: .error).html })
                \(content)
                """)
    }

    private var wanted: HTML? {
        guard let item = slots.item else { return nil }
        return slots.group == nil
            ? "<p>您要办「\(item.name)」。这个大厅没有专门的业务类别，请选相近的，或者现场问导办台。</p>"
            : "<p>您要办「\(item.name)」。</p>"
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

    private var ofItem: String { slots.item.map { "&item=\($0.slug)" } ?? "" }

    private var chooseGroup: HTML {
        guard !slots.groups.isEmpty else { return EmptyState("这个大厅不接受预约，请现场取号").html }
        return """
            <h2>办什么？</h2>
            \(Tiles(slots.groups.map { (title: $0.name, words: $0.words, href: "\(address)?group=\($0.id)\(ofItem)") }).html)
            """
    }

    /// Where a day is chosen, with the item that somebody came for.
    private func choosing(_ day: CivilDate, of group: ServiceGroup) -> String {
        "\(address)?group=\(group.id)&day=\(day.iso)\(ofItem)"
    }

    private func days(_ group: ServiceGroup) -> HTML {
        guard !slots.days.isEmpty else {
            return EmptyState("现在没有可以预约的日期", "<p>每天 \(slots.hall.rules.releaseHour) 点放出新的号。</p>").html
        }
        return """
            <h2>哪一天？</h2>
            <ul class="slots">\(each: slots.days, { day in
                "<li><a class=\"button quiet\" href=\"\(choosing(day, of: group))\"\(attribute: "aria-current", day == slots.day ? "date" : nil)>\(day.shortWithWeekday)</a></li>"
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
