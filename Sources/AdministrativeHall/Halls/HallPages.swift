import Government
import Refusals
import Storage
import Web
import WorkingTime

/// The halls for everybody: where they are, when they are open, how long the queues are.
struct HallPages: Sendable {
    let database: Database

    var routes: [Route] {
        [
            .get(HallPath.halls, .anyone, "办事大厅") { request, _ in
                let now = request.now
                let halls = try await database.read { tx in
                    let calendar = try Directory.calendar(in: tx)
                    return try HallStore.halls(in: tx).map { ($0, $0.opening(on: now.day, calendar)) }
                }
                return .page(Self.list(halls, at: now))
            },
            .get(HallPath.hall("{id}"), .anyone, "办事大厅") { request, _ in
                let (id, now) = (try request.number("id"), request.now)
                let (scene, opening) = try await database.read { tx in
                    let scene = try HallScene(id, at: now, in: tx)
                    return (scene, scene.hall.opening(on: now.day, try Directory.calendar(in: tx)))
                }
                return .page(HallPage(scene: scene, opening: opening).page)
            },
        ]
    }

    private static func list(_ halls: [(Hall, OpeningHours)], at now: Instant) -> Page {
        let rows = halls.map { hall, opening -> [HTML] in
            [
                "<a href=\"\(HallPath.hall(String(hall.id)))\">\(hall.name)</a>", "\(hall.address)",
                "\(opening.chinese)", HallPage.state(opening, at: now),
            ]
        }
        return Page(
            "办事大厅", crumbs: [Link("办事大厅", nil)], width: .wide, description: "各办事大厅的地址、开放时间、排队情况和预约。",
            body: """
                <h1>办事大厅</h1>
                <p class="lead">看看排队情况，约好时间再来，到了在自助机上取号。</p>
                \(if: halls.isEmpty, EmptyState("还没有登记办事大厅").html)
                \(if: !halls.isEmpty, Table(
                    "办事大厅", columns: [.init("大厅"), .init("地址"), .init("今天开放"), .init("现在")], rows: rows).html)
                """)
    }
}

/// One hall: its queues, its hours, and the way to an appointment.
struct HallPage {
    let scene: HallScene
    let opening: OpeningHours

    var page: Page {
        let hall = scene.hall
        return Page(
            hall.name, crumbs: [Link("办事大厅", HallPath.halls), Link(hall.name, nil)], width: .wide,
            scripts: ["live.js"], description: "\(hall.name)的地址、开放时间、排队情况和预约。",
            body: """
                <h1>\(hall.name)</h1>
                <p class="lead">\(hall.address)</p>
                \(Card("开放时间", hours).html)
                <div data-live="20"><h2>现在的排队情况</h2>
                <p>\(Self.state(opening, at: scene.now)) <span class="hint">\(scene.now.time) 更新</span></p>
                \(queues)</div>
                <p class="actions"><a class="button" href="\(HallPath.booking(String(hall.id)))">预约办理时间</a></p>
                """)
    }

    private var hours: HTML {
        SummaryList([
            .init("今天", "\(opening.chinese)"), .init("工作日", "\(scene.hall.workingHours.chinese)"),
            .init("周末和节假日", "\(scene.hall.restHours.chinese)"),
        ]).html
    }

    private var queues: HTML {
        let rows = scene.groups.map { group -> [HTML] in
            [
                "\(group.name)<p class=\"hint\">\(group.words)</p>",
                "\(scene.waiting(for: group.id)) 位",
                "\(Self.wait(scene.minutes(forNewcomerTo: group.id)))",
            ]
        }
        return Table(
            "排队情况", columns: [.init("业务"), .init("等候", isNumber: true), .init("现在取号预计等候")], rows: rows
        ).html
    }

    /// Minutes in words.
    static func wait(_ minutes: Int?) -> String {
        minutes.map { $0 <= 1 ? "不用等" : "约 \($0) 分钟" } ?? "暂时没有窗口受理"
    }

    static func state(_ opening: OpeningHours, at now: Instant) -> HTML {
        opening.isOpen(at: now.hour * 60 + now.minute)
            ? StatusBadge("正在开放", .done).html : StatusBadge("现在不开放", .waiting).html
    }
}

extension WebRequest {
    /// A number in the path.
    /// - Throws: `notFound` for anything else.
    func number(_ name: String) throws -> Int64 {
        guard let id = Int64(try parameter(name)) else { throw DomainError.notFound("没有这个页面。") }
        return id
    }
}
