import Codes
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// 我的消息: what the organs have told, the newest first.
struct MyMessagesPage {
    let messages: Slice<Message>
    let unread: Int
    /// How they left the house, by message.
    var deliveries: [Int64: [Delivery]] = [:]

    func page(_ request: WebRequest) -> Page {
        MyFrame(title: "我的消息").page(content(request))
    }

    private func content(_ request: WebRequest) -> HTML {
        let settings: HTML = "<p><a href=\"\(MessagePath.preferences)\">消息设置</a>：哪些消息另外发到手机和邮箱</p>"
        guard !messages.items.isEmpty else {
            return EmptyState("没有消息", "<p>办件有了进展，会在这里告诉您。</p>").html + settings
        }
        return """
            \(settings)
            \(if: unread > 0, PostButton("全部标为已读", action: ApplicantPath.messagesRead, token: request.csrf).html)
            <ul class="links messages">\(each: messages.items, item)</ul>
            \(Pager(next: messages.next, of: request).html)
            """
    }

    private func item(_ message: Message) -> HTML {
        let way: HTML? = (try? CaseNumber(message.subject)).map {
            "<p><a href=\"\(ApplicantPath.progress($0.text))\">查看办件<span class=\"sr\"> \($0.text)</span></a></p>"
        }
        let desk: HTML? =
            message.subject.hasPrefix("/desk/") ? "<p><a href=\"\(message.subject)\">去办理</a></p>" : nil
        let own: HTML? =
            message.subject.hasPrefix("/my/") || message.subject.hasPrefix("/rate/")
            ? "<p><a href=\"\(message.subject)\">去看看</a></p>" : nil
        let draft: HTML? =
            message.subject.hasPrefix(ApplicationPath.start + "/")
            ? "<p><a href=\"\(message.subject)\">查看申请</a></p>" : nil
        return """
            <li><div>\(if: message.readAt == nil, "\(StatusBadge("未读", .active).html) ")\(message.sentence)\(way)\(desk)\(own)\(draft)\(outward(message))</div>\
            <span>\(message.createdAt.shortChinese)</span></li>
            """
    }

    /// How it left the house, with the way to the whole course.
    private func outward(_ message: Message) -> HTML? {
        guard let deliveries = deliveries[message.id], !deliveries.isEmpty else { return nil }
        let words = deliveries.map { "\($0.channel.chinese)\($0.state.chinese)" }.joined(separator: "，")
        return "<p><a href=\"\(MessagePath.message(String(message.id)))\">\(words)</a></p>"
    }
}
