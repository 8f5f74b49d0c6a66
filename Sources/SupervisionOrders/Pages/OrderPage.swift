import Cases
import Government
import Refusals
import Web
import WorkingTime

/// One order: what is asked of whom, what was reported, and what may be done.
struct OrderPage {
    let order: SupervisionOrder
    let parts: [SupervisionOrder.Part]
    let feedback: [OrderFeedback]
    let organs: [Organ]
    /// The organs that are accused in what it came from: they are not asked to share the work.
    let accused: Set<String>
    let course: OrderCourse
    let tasks: [CaseTask]
    /// The oldest first.
    let urgings: [OrderUrging]
    /// Where the post is read that a leader instructed about; nil for other orders, and when it is no longer read.
    let post: String?
    /// What it came of; nil for other orders.
    let signal: OrderedSignal?
    /// The viewer's organs, where they have to do with orders.
    let own: Set<String>
    /// The step in which the viewer reports: heads and clerks of an organ leave it to its officers.
    let reporting: CaseTask?
    let mayFile: Bool
    /// Whether one of the organs is the viewer's own.
    let isOwn: Bool
    let accountability: String?
    let now: Instant
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    var id: String { String(order.id) }

    /// Nobody supervises their own organ.
    var supervises: Bool { mayFile && !isOwn }

    /// What an organ is called, also one that is gone.
    func name(_ organ: String) -> String { organs.first { $0.key == organ }?.name ?? organ }

    var page: Page {
        Page(
            order.title,
            crumbs: [Link("工作台", "/desk"), Link("督办事项", OrderPath.orders), Link(order.title, nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(order.title)</h1>
                <p>\(order.stage.badge) \(order.lateBadge(at: now))</p>
                \(SummaryList(rows).html)
                \(proposal)
                <h2>任务分解</h2>
                \(partTable)
                \(verdicts)
                \(reports)
                \(forms)
                """)
    }

    private var rows: [SummaryList.Row] {
        var rows: [SummaryList.Row] = [
            .init("编号", "<a class=\"code\" href=\"/desk/cases/\(order.number)\">\(order.number)</a>"),
            .init("来源", source), .init("要求", "\(order.words)"),
            .init("立项", "\(order.filedByName)，\(order.filedAt.chinese)"),
            .init("期限", "\(due)"),
        ]
        if let last = urgings.last {
            rows.append(.init("催办", "\(urgings.count) 次，最近一次：\(last.name)，\(last.at.chinese)"))
        }
        if let closed = order.closedAt {
            rows.append(.init(order.isUnfinished ? "没有办完就销号" : "办结", "\(closed.chinese)"))
        }
        if let circular = order.circular { rows.append(.init("通报", "\(circular)")) }
        if let reason = order.struckReason { rows.append(.init("销号理由", "\(reason)")) }
        return rows
    }

    private var due: String {
        order.dueAt?.day.chinese ?? (order.stage == .verifying ? "审核期间暂停计时，退回以后接着计" : "—")
    }

    /// What it came from, with a link where it leads somewhere in the house.
    private var source: HTML {
        switch order.source {
        case .signal: "\(order.source.chinese)，\(noticed)"
        case .instruction where InstructionSubject.post(order.reference) != nil:
            "\(order.source.chinese)，\(post.map { "<a href=\"\($0)\">论坛帖子</a>" as HTML } ?? "论坛帖子（已经不公开）")"
        case .instruction where !order.reference.isEmpty:
            "\(order.source.chinese)，办件 <a class=\"code\" href=\"/desk/cases/\(order.reference)\">\(order.reference)</a>"
        // What deputies propose has the word in its number.
        case _ where order.reference.hasPrefix(order.source.chinese): "\(order.reference)"
        default: "\(order.source.chinese)\(order.reference.isEmpty ? "" : "：\(order.reference)")"
        }
    }

    /// The rule that has noticed it, with a link for whoever may see the signal.
    private var noticed: HTML {
        guard let signal else { return "\(order.reference)" }
        guard let address = signal.address else { return "\(signal.name)" }
        return "<a href=\"\(address)\">\(signal.name)</a>"
    }

    private var reports: HTML {
        guard !feedback.isEmpty else { return .empty }
        return """
            <h2>反馈</h2>
            \(Timeline(feedback.map { one in
                .init(one.at, "<strong>\(name(one.organ))，\(one.name)</strong><br>\(one.words)<br>佐证：\(one.evidence)\(links(one))")
            }).html)
            """
    }

    private func links(_ one: OrderFeedback) -> HTML {
        "\(each: one.files, { "<br><a href=\"/files/\(String($0.fileID))\">\($0.name)</a>" })"
    }
}
