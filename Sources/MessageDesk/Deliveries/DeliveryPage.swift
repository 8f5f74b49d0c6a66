import Messaging
import Refusals
import Web
import WorkingTime

/// One delivery with its tries.
struct DeliveryPage {
    let delivery: Delivery
    let attempts: [DeliveryAttempt]
    let mayTend: Bool
    let refusal: Sentence?
    let token: CSRFToken

    var page: Page {
        Page(
            "消息发送情况",
            crumbs: [Link("工作台", "/desk"), Link("消息发送", MessageDeskPath.deliveries), Link("发送情况", nil)],
            width: .wide, area: .desk,
            body: """
                \(refusal.map { Notice("没有办成", "<p>\($0)</p>", tone: .error).html })
                <h1>\(delivery.channel.chinese) \(delivery.badge)</h1>
                \(SummaryList(rows).html)
                \(if: mayTend && (delivery.state.isFailure || delivery.state == .skipped), again)
                <h2>发送经过</h2>
                \(AttemptTable(attempts: attempts).html)
                """)
    }

    private var rows: [SummaryList.Row] {
        var rows: [SummaryList.Row] = [
            .init("编号", "<span class=\"code\">\(String(delivery.id))</span>"),
            .init("类别", "\(delivery.source)"), .init("提出", "\(delivery.createdAt.chinese)"),
        ]
        if let key = delivery.templateKey { rows.append(.init("模板", "<span class=\"code\">\(key)</span>")) }
        if delivery.state == .waiting { rows.append(.init("预定发送", "\(delivery.dueAt.chinese)")) }
        if let sent = delivery.sentAt {
            rows.append(.init("发出", "\(sent.chinese)，\(delivery.carrier ?? "")"))
        }
        if let end = delivery.finishedAt { rows.append(.init("结束", "\(end.chinese)")) }
        if let failure = delivery.failure { rows.append(.init("原因", "\(failure)")) }
        return rows
    }

    private var again: HTML {
        PostButton(
            "重新发送", action: MessageDeskPath.resending(String(delivery.id)), token: token, tone: .primary
        ).html
    }
}

/// The tries of a delivery.
struct AttemptTable {
    let attempts: [DeliveryAttempt]

    var html: HTML {
        guard !attempts.isEmpty else { return "<p>还没有交给任何通道。</p>" }
        return Table(
            "发送经过",
            columns: [.init("次序"), .init("时间"), .init("通道"), .init("结果"), .init("原因")],
            rows: attempts.map { attempt in
                [
                    "\(attempt.number)", "\(attempt.at.chinese)", "\(attempt.carrier)",
                    "\(attempt.words)", "\(attempt.reason ?? "—")",
                ]
            }
        ).html
    }
}

extension DeliveryAttempt {
    /// How it went, in words.
    var words: String {
        switch outcome {
        case .accepted: "通道已接收"
        case .refused: "通道拒收"
        case .failed: "没有成功"
        }
    }
}
