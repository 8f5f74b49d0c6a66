import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// Who is on duty, what they are doing, what waits, and how the day has gone so far.
struct BoardPages: Sendable {
    let database: Database

    var routes: [Route] {
        [
            .get(HotlinePath.board, .may(.answerCalls, .leadShift), "热线班次") { request, officer in
                let organs = officer.account.organs(for: .answerCalls)
                    .union(officer.account.organs(for: .leadShift)).sorted()
                let day = request.now.day
                let page = try await database.read { tx in
                    BoardPage(
                        shifts: try ShiftStore.onDuty(of: organs, in: tx),
                        open: try CallStore.open(at: organs, in: tx),
                        today: try AgentDay.lines(of: organs, on: day, in: tx), now: request.now)
                }
                return .page(page.page).header("Cache-Control", "no-store")
            }
        ]
    }
}

/// What an agent has done on a day; of a nil agent, what rang where nobody was.
struct AgentDay: Sendable, Hashable {
    let agent: Int64?
    let calls: Int
    let answered: Int

    static func lines(of organs: [String], on day: CivilDate, in tx: Transaction) throws -> [AgentDay] {
        try organs.flatMap { organ in
            try tx.rows(
                """
                SELECT agent_id, count(*) AS calls, count(answered_at) AS answered FROM hotline_call
                WHERE organ = \(organ) AND day = \(day) GROUP BY agent_id
                """
            ).map {
                AgentDay(
                    agent: try $0.optionalID("agent_id"), calls: try $0.int("calls"),
                    answered: try $0.int("answered"))
            }
        }
    }
}

/// The board of a shift, as it stands when it is asked for.
struct BoardPage {
    let shifts: [Shift]
    let open: [Call]
    let today: [AgentDay]
    let now: Instant

    private var waiting: [Call] { open.filter { $0.answeredAt == nil } }

    var page: Page {
        let (calls, answered) = (today.reduce(0) { $0 + $1.calls }, today.reduce(0) { $0 + $1.answered })
        return Page(
            "热线班次", crumbs: [Link("工作台", HotlinePath.home), Link("热线班次", nil)],
            width: .wide, area: .desk,
            body: """
                <h1>热线班次</h1>
                <p class="lead">\(now.chinese)。<a href="\(HotlinePath.board)">刷新</a></p>
                \(Figures([
                    (label: "在班", value: String(shifts.count), unit: "人"),
                    (label: "等待接听", value: String(waiting.count), unit: "个"),
                    (label: "通话中", value: String(open.count - waiting.count), unit: "个"),
                    (label: "今天来电", value: String(calls), unit: "个"),
                    (label: "今天接通", value: String(answered), unit: "个"),
                ]).html)
                <h2>在班的人</h2>
                \(shifts.isEmpty ? EmptyState("现在没有人在班").html : table)
                \(unattended)
                <p><a href="\(HotlinePath.quality)">来电质检</a> · <a href="\(HotlinePath.figures)">热线数据</a></p>
                """)
    }

    private var table: HTML {
        Table(
            "在班的人",
            columns: [
                .init("话务员"), .init("分机"), .init("状态"), .init("上班"), .init("今天来电", isNumber: true),
                .init("今天接通", isNumber: true),
            ],
            rows: shifts.map { shift in
                let day = today.first { $0.agent == shift.agent.id }
                return [
                    "\(shift.agent.name)", "\(shift.line)", state(shift), "\(shift.startedAt.time)",
                    "\(day?.calls ?? 0)", "\(day?.answered ?? 0)",
                ]
            }
        ).html
    }

    private func state(_ shift: Shift) -> HTML {
        guard let call = open.first(where: { $0.agent?.id == shift.agent.id }) else {
            return StatusBadge(shift.state.chinese, shift.state == .ready ? .done : .waiting).html
        }
        return StatusBadge(call.state, call.answeredAt == nil ? .late : .active).html
    }

    private var unattended: HTML {
        let calls = open.filter { $0.agent == nil }
        guard !calls.isEmpty else { return .empty }
        return Notice(
            "没有人值守的分机有来电",
            "<p>\(calls.map { "分机 \($0.line)" }.joined(separator: "、"))。请安排人接听，或者核对电话系统的分机。</p>",
            tone: .warning
        ).html
    }
}
