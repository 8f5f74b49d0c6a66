import Foundation
import Refusals
import Storage
import Web
import WorkingTime

/// The television in the hall. What it shows is read from the database, so that it is the same on every node; it names
/// numbers and windows, and nobody.
struct ScreenPages: Sendable {
    let database: Database
    let streams: LiveStreams
    let clock: @Sendable () -> Instant

    var routes: [Route] {
        [
            .get(HallPath.screen("{id}"), .anyone, "叫号大屏") { request, _ in
                let (id, now) = (try request.number("id"), request.now)
                let scene = try await database.read { try HallScene(id, at: now, in: $0) }
                return .page(CallingScreen(scene: scene).page)
            },
            .get(HallPath.events("{id}"), .anyone, "叫号大屏的更新") { request, _ in
                let id = try request.number("id")
                _ = try await database.read { try HallStore.hall(id, in: $0) }
                return try streams.response(about: Tickets.topic(id), to: request) { [database, clock] in
                    let now = clock()
                    let scene = try await database.read { try HallScene(id, at: now, in: $0) }
                    return try CallingScreen(scene: scene).event
                }
            },
        ]
    }
}

/// What the television shows and says.
struct CallingScreen {
    let scene: HallScene

    /// One call, with what tells it from the same ticket called before.
    private struct Call: Encodable {
        let key: String
        let words: String
    }

    private struct News: Encodable {
        let html: String
        let calls: [Call]
    }

    private var active: [Ticket] { scene.called.filter { $0.state == .called } }

    private var calls: [Call] {
        active.reversed().map { ticket in
            Call(
                key: "\(ticket.id)-\(ticket.calledAt?.milliseconds ?? 0)",
                words: "请 \(ticket.label.map(String.init).joined(separator: " ")) 号，到 \(window(ticket)) 号窗口。")
        }
    }

    var event: ServerEvent {
        get throws {
            ServerEvent("calls", data: try encodeJSON(News(html: content.description, calls: calls)))
        }
    }

    /// Without JavaScript it asks anew every ten seconds; with it, the script is told.
    var page: Page {
        Page(
            "叫号大屏", scripts: ["hall.js"], offersSearch: false,
            body: """
                <noscript><meta http-equiv="refresh" content="10"></noscript>
                <div class="calling" data-events="\(HallPath.events(String(scene.hall.id)))">
                <h1>\(scene.hall.name)</h1>
                <div data-place>\(content)</div>
                <p class="calling-foot"><button type="button" class="button quiet" data-voice hidden>打开语音</button></p>
                </div>
                """)
    }

    private var content: HTML {
        """
        <div class="calling-now">\(if: active.isEmpty, "<p class=\"calling-none\">请留意叫号</p>")\
        <ol>\(each: active.prefix(4), line)</ol></div>
        <div class="calling-side"><h2>等候人数</h2><ul>\(each: scene.groups, waiting)</ul>
        \(if: !before.isEmpty, "<h2>刚才叫过</h2><ul>\(each: before, past)</ul>")</div>
        """
    }

    private func line(_ ticket: Ticket) -> HTML {
        "<li><b>\(ticket.label)</b> <span>请到</span> <b>\(window(ticket)) 号</b> <span>窗口</span></li>"
    }

    private func waiting(_ group: ServiceGroup) -> HTML {
        "<li><span>\(group.name)</span> <b>\(scene.waiting(for: group.id))</b></li>"
    }

    private var before: [Ticket] { scene.called.filter { $0.state != .called } }

    private func past(_ ticket: Ticket) -> HTML {
        "<li><span>\(ticket.label) · \(window(ticket)) 号窗口</span> <b>\(ticket.state.chinese)</b></li>"
    }

    private func window(_ ticket: Ticket) -> Int { ticket.windowID.flatMap { scene.numbers[$0] } ?? 0 }
}
