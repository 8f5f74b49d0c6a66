import Codes
import Government
import Refusals
import Web
import WorkingTime

/// A window as its clerk sees it: who is here, what can be done, who comes next.
struct WindowPage: Sendable {
    let window: Window
    let scene: HallScene
    let current: Ticket?
    let refusal: Sentence?
    let done: String?
    let mayFile: Bool
    let me: Int64
    let token: CSRFToken

    private var id: String { String(window.id) }
    private var isMine: Bool { window.clerkID == me }
    private var staffed: StaffedWindow? { scene.windows.first { $0.id == window.id } }

    var page: Page {
        let hall = scene.hall
        return Page(
            "\(window.name)：叫号",
            crumbs: [
                Link("工作台", HallPath.home), Link("办事大厅", HallPath.desk),
                Link(hall.name, HallPath.desk(String(hall.id))), Link(window.name, nil),
            ], area: .desk, scripts: ["live.js"],
            body: """
                \(refusal.map { Notice($0.chinese, tone: .error).html })\(said)
                <h1>\(window.name)</h1>
                \(isMine ? mine : notMine)
                """)
    }

    private var said: HTML? {
        switch done {
        case "nobody": Notice("现在没有人等候", "<p>有人取号时这里会自己更新。</p>").html
        case "finished": Notice("已办结", tone: .done).html
        case "handed-on": Notice("已转走，对方窗口会接着叫", tone: .done).html
        default: nil
        }
    }

    private var notMine: HTML {
        guard window.clerkID == nil else {
            return "<p>现在由\(staffed?.clerkName ?? "别人")值守。</p>"
        }
        return button("开始值守", "shift", .primary)
    }

    private var mine: HTML {
        """
        \(current.map { Card("当前", card($0)).html } ?? button("叫下一位", "calls", .primary))
        <div data-live="5">\(waiting)</div>
        <h2>值守</h2>\(button("结束值守", "shift-end"))
        """
    }

    private func button(_ label: String, _ part: String, _ tone: PostButton.Tone = .quiet) -> HTML {
        PostButton(label, action: HallPath.window(id, part), token: token, tone: tone).html
    }

    private func card(_ ticket: Ticket) -> HTML {
        let group = scene.groups.first { $0.id == ticket.groupID }
        return """
            <p class="ticket-number">\(ticket.label)</p>
            <p>\(group?.name ?? "")\(ticket.priority.chinese.map { "，\($0)" } ?? "") \
            \(StatusBadge(ticket.state == .serving ? "正在办理" : "已呼叫 \(ticket.calls) 次", .active).html)</p>
            <div class="actions">\(ticket.state == .serving ? serving(ticket) : called(ticket))</div>
            \(handOn)
            """
    }

    private func called(_ ticket: Ticket) -> HTML {
        """
        \(button("开始办理", "service", .primary))\(button("重呼", "recalls"))\
        \(if: ticket.calls >= Ticket.callsBeforeMissed, button("过号", "absences"))
        """
    }

    private func serving(_ ticket: Ticket) -> HTML {
        let isKnown = ticket.personID != nil
        return """
            \(button("办结", "completion", .primary))\
            \(if: mayFile && isKnown, button("到窗口代办（身份已登记）", "applicant"))\
            \(if: mayFile && !isKnown, "<a class=\"button quiet\" href=\"\(HallPath.counter)\">到窗口代办</a>")
            """
    }

    private var handOn: HTML? {
        let others = scene.windows.filter { $0.id != window.id }
        guard !others.isEmpty else { return nil }
        let field = Field(
            "window", "转到窗口", .choice, isRequired: false,
            options: others.map { .init(String($0.id), "\($0.window.name)（\($0.clerkName)）") })
        return """
            <details class="more"><summary>转到别的窗口</summary>
            \(Form(action: HallPath.window(id, "transfers"), token: token, fields: [field], submit: "转过去").html)</details>
            """
    }

    private var waiting: HTML {
        let mine = staffed.map { window in scene.queue.waiting.filter { Queue.fits($0, window) } } ?? []
        guard !mine.isEmpty else { return "<h2>等候</h2>\(EmptyState("没有人等候您的窗口").html)" }
        let names = Dictionary(scene.groups.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
        let rows = mine.prefix(20).map { ticket -> [HTML] in
            [
                "\(ticket.label)", "\(names[ticket.groupID] ?? "")", "\(ticket.priority.chinese ?? "")",
                "\(max(0, (scene.now - ticket.takenAt) / 60)) 分钟",
            ]
        }
        let columns: [Table.Column] = [.init("号码"), .init("业务"), .init("优先"), .init("已等", isNumber: true)]
        return "<h2>等候您的窗口（\(mine.count) 位）</h2>\(Table("等候", columns: columns, rows: rows).html)"
    }
}

/// The person of a ticket, before the counter is opened for them.
struct HandoverToCounter {
    let person: Person
    let window: Int64
    let token: CSRFToken

    var page: Page {
        let back = HallPath.window(String(window))
        let rows: [SummaryList.Row] = [
            .init("姓名", "\(Masking.name(person.name))"),
            .init("身份证号码", "<span class=\"code\">\(person.identityNumber.masked)</span>"),
        ]
        return Page(
            "到窗口代办", crumbs: [Link("工作台", HallPath.home), Link("窗口", back), Link("窗口代办", nil)], area: .desk,
            body: """
                <h1>到窗口代办</h1>
                <p>请与本人身份证核对，一致后继续。查询已记入日志。</p>
                \(SummaryList(rows).html)
                \(PostButton(
                    "继续", action: HallPath.counter, token: token, tone: .primary,
                    values: [("code", person.identityNumber.text)]
                ).html)
                <p><a href="\(back)">回到窗口</a></p>
                """)
    }
}
