import Messaging
import Web
import WorkingTime

/// The deliveries, the newest first, and how the carriers stand.
struct DeliveryListPage {
    let deliveries: [Delivery]
    let state: Delivery.State?
    let lines: [OutwardChannel: CarrierLine]
    let pager: Pager

    var page: Page {
        Page(
            "消息发送", crumbs: [Link("工作台", "/desk"), Link("消息发送", nil)], width: .wide, area: .desk,
            body: """
                <h1>消息发送</h1>
                <p class="lead">发到手机和邮箱的消息走到了哪一步。这里看不到内容和收件人。</p>
                <p><a href="\(MessageDeskPath.templates)">消息模板</a>　\
                <a href="\(MessageDeskPath.programs)">发送消息的系统</a></p>
                \(carriers)
                <h2>发送记录</h2>
                \(filters)
                \(deliveries.isEmpty ? EmptyState("没有记录", "<p>有消息发出后会出现在这里。</p>").html : table)
                \(pager.html)
                """)
    }

    private var carriers: HTML {
        guard !lines.isEmpty else {
            return Notice("没有外发通道", "<p>没有设置短信网关和邮件服务器，消息只在站内。</p>", tone: .warning).html
        }
        let rows = OutwardChannel.allCases.flatMap { channel in
            (lines[channel]?.standings ?? []).enumerated().map { place, standing -> [HTML] in
                ["\(standing.name)", "\(channel.chinese)", "\(place + 1)", standing.badge]
            }
        }
        return """
            <h2>通道</h2>
            \(Table(
                "通道", columns: [.init("通道"), .init("方式"), .init("次序", isNumber: true), .init("本节点看到的状态")],
                rows: rows).html)
            """
    }

    private var filters: HTML {
        """
        <p>\(link("全部", nil))\(each: Delivery.State.allCases, { link($0.chinese, $0) })</p>
        """
    }

    private func link(_ words: String, _ wanted: Delivery.State?) -> HTML {
        guard wanted != state else { return "<strong>\(words)</strong>　" }
        let address = wanted.map { "\(MessageDeskPath.deliveries)?state=\($0.rawValue)" }
        return "<a href=\"\(address ?? MessageDeskPath.deliveries)\">\(words)</a>　"
    }

    private var table: HTML {
        Table(
            "发送记录",
            columns: [
                .init("时间"), .init("方式"), .init("类别"), .init("状态"), .init("试过", isNumber: true), .init("通道"),
            ],
            rows: deliveries.map { delivery in
                [
                    "<a href=\"\(MessageDeskPath.delivery(String(delivery.id)))\">\(delivery.createdAt.shortChinese)</a>",
                    "\(delivery.channel.chinese)", "\(delivery.source)", delivery.badge,
                    "\(delivery.attempts) 次", "\(delivery.carrier ?? "—")",
                ]
            }
        ).html
    }
}

extension CarrierLine.Standing {
    /// How it stands, in a word and a colour.
    var badge: HTML {
        switch state {
        case .closed: StatusBadge("正常", .done).html
        case .trial: StatusBadge("正在试用", .near).html
        case .open(let until): "\(StatusBadge("暂停使用", .late).html) 到 \(until.time)"
        }
    }
}

extension Delivery {
    /// The state in a word and a colour.
    var badge: HTML {
        let tone: StatusBadge.Tone =
            switch state {
            case .waiting: .waiting
            case .sent: .active
            case .delivered: .done
            case .skipped: .near
            case .refused, .undelivered, .exhausted: .late
            }
        return StatusBadge(state.chinese, tone).html
    }

    /// Whose it is, in words.
    var source: String { origin.programID == nil ? kind.chinese : "其他系统" }
}
