import Messaging
import Web
import WorkingTime

/// One message, as the person it is for sees it: what it says, and how it went out of the house.
struct MessagePage {
    let message: Message
    let deliveries: [(Delivery, [DeliveryAttempt])]

    var page: Page {
        Page(
            "消息", crumbs: [Link("我的消息", MessagePath.inbox), Link("消息", nil)],
            body: """
                <h1>消息</h1>
                <p>\(message.sentence)</p>
                <p class="hint">\(message.createdAt.chinese)</p>
                \(address.map { "<p><a href=\"\($0)\">打开相关的页面</a></p>" })
                <h2>怎样告诉您的</h2>
                <p>站内消息：\(message.createdAt.chinese)已经放在“我的消息”里。</p>
                \(each: deliveries, one)
                <p><a href="\(MessagePath.preferences)">消息设置</a></p>
                """)
    }

    /// Where that stands of which it tells: cases are named by their number, all else by its page.
    private var address: String? {
        if message.subject.hasPrefix("/") { return message.subject }
        let isNumber = message.subject.count == 21 && message.subject.allSatisfy(\.isNumber)
        return isNumber ? "/cases/\(message.subject)" : nil
    }

    private func one(_ delivery: Delivery, _ attempts: [DeliveryAttempt]) -> HTML {
        """
        <h3>\(delivery.channel.chinese) \(delivery.badge)</h3>
        <p>\(words(delivery))</p>
        \(if: !attempts.isEmpty, AttemptTable(attempts: attempts).html)
        """
    }

    private func words(_ delivery: Delivery) -> String {
        switch delivery.state {
        case .waiting: "预定 \(delivery.dueAt.chinese)发送。"
        case .sent:
            "\(delivery.sentAt?.chinese ?? "")已交给\(delivery.channel == .sms ? "短信通道" : "邮件服务器")，还没有收到送达的回执。"
        case .delivered: "\(delivery.finishedAt?.chinese ?? "")已经送达。"
        case .skipped: "没有发送：\(delivery.failure ?? "")。"
        case .refused, .undelivered, .exhausted: "没有送到：\(delivery.failure ?? "")。站内消息不受影响。"
        }
    }
}
