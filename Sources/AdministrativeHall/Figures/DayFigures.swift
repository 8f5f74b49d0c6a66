import Storage
import WorkingTime

/// What happened in a hall on a day, by group.
struct DayFigures: Sendable {
    struct Line: Sendable, Hashable {
        let group: String
        var taken = 0
        var finished = 0
        var missed = 0
        var priority = 0
        /// The sum of the waiting of those who were served or called, in seconds, and of how many.
        var waitSeconds = 0
        var called = 0
        var longestWaitSeconds = 0
        var serviceSeconds = 0

        var meanWaitMinutes: Int { called == 0 ? 0 : (waitSeconds / called + 59) / 60 }
        var meanServiceMinutes: Int { finished == 0 ? 0 : (serviceSeconds / finished + 59) / 60 }
    }

    let day: CivilDate
    let lines: [Line]
    /// Tickets by the hour in which they were taken.
    let hours: [Int: Int]
    /// Appointments of the day by how they ended.
    let appointments: [Appointment.State: Int]

    var total: Line {
        lines.reduce(into: Line(group: "合计")) { sum, line in
            sum.taken += line.taken
            sum.finished += line.finished
            sum.missed += line.missed
            sum.priority += line.priority
            sum.waitSeconds += line.waitSeconds
            sum.called += line.called
            sum.longestWaitSeconds = max(sum.longestWaitSeconds, line.longestWaitSeconds)
            sum.serviceSeconds += line.serviceSeconds
        }
    }

    init(_ hall: Int64, on day: CivilDate, in tx: Transaction) throws {
        self.day = day
        let names = Dictionary(
            try HallStore.groups(of: hall, in: tx).map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
        let rows = try tx.rows(
            """
            SELECT group_id, count(*) AS taken, count(*) FILTER (WHERE state = 'finished') AS finished,
                count(*) FILTER (WHERE state = 'missed') AS missed,
                count(*) FILTER (WHERE priority <> 'none') AS priority, count(called_at) AS called,
                CAST(coalesce(sum(called_at - taken_at), 0) AS BIGINT) AS wait,
                CAST(coalesce(max(called_at - taken_at), 0) AS BIGINT) AS longest,
                CAST(coalesce(sum(ended_at - started_at) FILTER (WHERE state = 'finished'), 0) AS BIGINT) AS service
            FROM hall_ticket WHERE hall_id = \(hall) AND day = \(day) GROUP BY group_id ORDER BY group_id
            """)
        lines = try rows.map { try Line($0, names) }
        hours = try Self.counts(
            """
            SELECT (taken_at + 28800000) / 3600000 % 24 AS key, count(*) AS number FROM hall_ticket
            WHERE hall_id = \(hall) AND day = \(day) GROUP BY 1
            """, in: tx)
        let ended = try tx.rows(
            """
            SELECT state, count(*) AS number FROM hall_appointment
            WHERE hall_id = \(hall) AND day = \(day) GROUP BY state
            """)
        appointments = Dictionary(
            try ended.map { (try $0.value("state"), try $0.int("number")) }, uniquingKeysWith: { $1 })
    }

    private static func counts(_ query: SQL, in tx: Transaction) throws -> [Int: Int] {
        Dictionary(
            try tx.rows(query).map { (try $0.int("key"), try $0.int("number")) }, uniquingKeysWith: { $1 })
    }
}

extension DayFigures.Line {
    init(_ row: Row, _ names: [Int64: String]) throws {
        self.init(
            group: names[try row.id("group_id")] ?? "", taken: try row.int("taken"),
            finished: try row.int("finished"), missed: try row.int("missed"),
            priority: try row.int("priority"),
            waitSeconds: try row.int("wait") / 1_000, called: try row.int("called"),
            longestWaitSeconds: try row.int("longest") / 1_000, serviceSeconds: try row.int("service") / 1_000
        )
    }

    /// The cells of a table or a file.
    var cells: [String] {
        [
            group, String(taken), String(finished), String(missed), String(priority), String(meanWaitMinutes),
            String((longestWaitSeconds + 59) / 60), String(meanServiceMinutes),
        ]
    }

    static let titles = ["业务", "取号", "办结", "过号", "优先", "平均等候（分钟）", "最长等候（分钟）", "平均办理（分钟）"]
}
