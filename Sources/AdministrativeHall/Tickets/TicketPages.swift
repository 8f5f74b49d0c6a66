import Identity
import Refusals
import Storage
import Typesetting
import Web
import WorkingTime

/// A ticket: printed, looked at on the telephone, or only read off the screen when the printer is gone.
struct TicketPages: Sendable {
    let tickets: Tickets
    /// What stands before paths, for the code on the paper.
    let site: String

    var routes: [Route] {
        [
            .get(HallPath.ticket("{code}"), .anyone, "排队号") { request, _ in
                let (code, now) = (HallCode.tidied(try request.parameter("code")), request.now)
                let (ticket, scene) = try await tickets.database.read { tx in
                    guard let ticket = try TicketStore.ticket(code: code, in: tx), ticket.day == now.day
                    else {
                        throw Tickets.unknown
                    }
                    return (ticket, try HallScene(ticket.hallID, at: now, in: tx))
                }
                return .page(try page(ticket, scene, request)).header("Cache-Control", "no-store")
            },
            .post(HallPath.ticketMessage("{code}"), .signedIn, journal: "ticket.sent", "把排队号发给自己") {
                request, caller in
                let code = HallCode.tidied(try request.parameter("code"))
                try await tickets.send(
                    code, to: caller.account.id, by: caller.actor(request), at: request.now)
                return .redirect(to: "\(HallPath.ticket(code))?done=sent")
            },
        ]
    }

    private func page(_ ticket: Ticket, _ scene: HallScene, _ request: WebRequest) throws -> Page {
        let kiosk = request.query("kiosk").flatMap { Int64($0) }.map { HallPath.kiosk(String($0)) }
        let isSent = request.query("done") == "sent"
        let return_ = kiosk == nil ? "" : "40"
        return Page(
            "排队号 \(ticket.label)", scripts: kiosk == nil ? ["live.js"] : ["hall.js"], offersSearch: false,
            body: """
                <div class="ticket\(kiosk == nil ? "" : " kiosk")" data-return="\(kiosk ?? "/")" data-seconds="\(return_)">
                \(if: isSent, Notice("已发到您的消息", "<p>叫到时会再告诉您。</p>", tone: .done).html)
                <div data-live="\(kiosk == nil ? "10" : "")">
                <h1>\(scene.hall.name)</h1>
                <p class="ticket-number">\(ticket.label)</p>
                \(TicketSituation(ticket: ticket, scene: scene).html)
                </div>
                \(try paper(ticket))
                \(kiosk.map(leave) ?? message(ticket, request))
                </div>
                """)
    }

    private func paper(_ ticket: Ticket) throws -> HTML {
        let address = site + HallPath.ticket(ticket.code)
        return """
            <div class="ticket-paper">\(try TicketMark(address).html)
            <p>扫码在手机上看前面还有几位。</p>
            <p class="hint">\(ticket.takenAt.chinese) 取号，当天有效。过号请到导办台。</p></div>
            """
    }

    private func leave(_ kiosk: String) -> HTML {
        """
        <div class="actions"><span data-print="打印小票"></span><a class="button quiet" href="\(kiosk)">完成</a></div>
        <p>打印机不出纸？记住屏幕上的号码，或者用手机扫上面的码，叫号时照样有效。</p>
        """
    }

    private func message(_ ticket: Ticket, _ request: WebRequest) -> HTML {
        guard ticket.accountID == nil, ticket.endedAt == nil else { return .empty }
        guard request.principal != nil else {
            return "<p><a href=\"/sign-in?next=\(HallPath.ticket(ticket.code))\">登录</a>后可以在叫到时收到消息。</p>"
        }
        return PostButton(
            "叫到时发消息给我", action: HallPath.ticketMessage(ticket.code), token: request.csrf
        ).html
    }
}

/// What a ticket means now.
struct TicketSituation {
    let ticket: Ticket
    let scene: HallScene

    var html: HTML {
        let group = scene.groups.first { $0.id == ticket.groupID }?.name ?? ""
        return """
            <p>\(group)\(ticket.priority.chinese.map { "，\($0)" } ?? "")</p>
            <p class="lead" role="status">\(words)</p>
            """
    }

    private var words: String {
        let window = ticket.windowID.flatMap { scene.numbers[$0] } ?? 0
        switch ticket.state {
        case .waiting:
            let wait = scene.minutes(until: ticket).map { $0 <= 1 ? "，马上叫到" : "，预计还要等 \($0) 分钟" }
            return "前面还有 \(scene.ahead(of: ticket)) 位\(wait ?? "，暂时没有窗口受理")。"
        case .called: return "请到 \(window) 号窗口。"
        case .serving: return "正在 \(window) 号窗口办理。"
        case .finished: return "已经办结。"
        case .missed: return "已经过号。还要办理请到导办台重新排队。"
        }
    }
}

/// A QR code as dark modules.
struct TicketMark {
    private let matrix: QRMatrix

    /// - Throws: `TypesettingError` when the address is too long.
    init(_ address: String) throws { matrix = try QRMatrix(address) }

    var html: HTML {
        let edge = matrix.side + 8
        return """
            <svg class="qr" viewBox="0 0 \(edge) \(edge)" width="180" height="180" role="img" aria-label="这个号的二维码" \
            shape-rendering="crispEdges"><path fill="#fff" d="M0 0h\(edge)v\(edge)H0z"/><path fill="#000" d="\(path)"/></svg>
            """
    }

    /// Four light modules stand around it, as the standard asks (GB/T 18284).
    private var path: String {
        (0..<matrix.side).flatMap { row in
            (0..<matrix.side).filter { matrix.isDark(row: row, column: $0) }
                .map { "M\($0 + 4) \(row + 4)h1v1h-1z" }
        }.joined()
    }
}
