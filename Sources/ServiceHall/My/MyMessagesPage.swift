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

    func page(_ request: WebRequest) -> Page {
        MyFrame(title: "我的消息").page(content(request))
    }

    private func content(_ request: WebRequest) -> HTML {
        guard !messages.items.isEmpty else {
            return EmptyState("没有消息", "<p>办件有了进展，会在这里告诉您。</p>").html
        }
        return """
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
        let draft: HTML? =
            message.subject.hasPrefix(ApplicationPath.start + "/")
            ? "<p><a href=\"\(message.subject)\">查看申请</a></p>" : nil
        return """
            <li><div>\(if: message.readAt == nil, "\(StatusBadge("未读", .active).html) ")\(message.sentence)\(way)\(desk)\(draft)</div>\
            <span>\(message.createdAt.shortChinese)</span></li>
            """
    }
}
