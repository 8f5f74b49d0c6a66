import Refusals
import Storage
import WorkingTime

/// The SQL of shifts.
enum ShiftStore {
    static func insert(_ shift: Shift, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO hotline_shift (id, organ, agent_id, agent_name, line, state, started_at)
            VALUES (\(shift.id), \(shift.organ), \(shift.agent.id), \(shift.agent.name), \(shift.line),
                \(shift.state.rawValue), \(shift.startedAt))
            """)
    }

    /// Says what an agent is doing.
    static func set(_ state: Shift.State, of agent: Int64, in tx: Transaction) throws {
        let count = try tx.execute(
            "UPDATE hotline_shift SET state = \(state.rawValue) WHERE agent_id = \(agent) AND ended_at IS NULL"
        )
        guard count == 1 else { throw offDuty }
    }

    /// An agent goes off duty.
    static func end(of agent: Int64, at now: Instant, in tx: Transaction) throws {
        let count = try tx.execute(
            "UPDATE hotline_shift SET ended_at = \(now) WHERE agent_id = \(agent) AND ended_at IS NULL")
        guard count == 1 else { throw offDuty }
    }

    static let offDuty = DomainError.conflict("您现在不在班。")

    /// The turn of an agent; nil off duty.
    static func shift(of agent: Int64, in tx: Transaction) throws -> Shift? {
        try tx.row("SELECT * FROM hotline_shift WHERE agent_id = \(agent) AND ended_at IS NULL")
            .map(Shift.init)
    }

    /// Whoever is on duty at a line.
    static func onDuty(at line: String, of organ: String, in tx: Transaction) throws -> Shift? {
        try tx.row(
            """
            SELECT * FROM hotline_shift WHERE organ = \(organ) AND line = \(line) AND ended_at IS NULL
            """
        ).map(Shift.init)
    }

    /// Whoever is on duty, by extension.
    static func onDuty(of organs: [String], in tx: Transaction) throws -> [Shift] {
        try organs.flatMap { organ in
            try tx.rows(
                """
                SELECT * FROM hotline_shift WHERE organ = \(organ) AND ended_at IS NULL ORDER BY line LIMIT 200
                """
            ).map(Shift.init)
        }
    }
}

extension Shift {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), organ: try row.text("organ"),
            agent: Call.Agent(id: try row.id("agent_id"), name: try row.text("agent_name")),
            line: try row.text("line"), state: try row.value("state"),
            startedAt: try row.instant("started_at"))
    }
}
