import Storage
import WorkingTime

/// One row of each part of a case; saving a part again updates what may change in it.
enum CaseRows {
    static func insert(_ tasks: [CaseTask], of id: Int64, in tx: Transaction) throws {
        try tx.send(
            """
            INSERT INTO case_task (id, case_id, activity, element, name, act, organ, role, outcomes, opened_at,
                due_at, holder_id, holder_name, state, outcome, opinion, missing, completed_by,
                completed_by_name, completed_at, question, added_by, added_by_name, owner_id, owner_name, parked,
                suspended, urgings, calendar_version, taken_at, office, urged_at)
            VALUES
            """, rows: tasks.map { try values(of: $0, id) })
    }

    private static func values(of task: CaseTask, _ id: Int64) throws -> SQL {
        """
        (\(task.id), \(id), \(task.activity), \(task.element), \(task.name), \(task.act),
            \(task.organ), \(task.role), \(try encodeJSON(task.outcomes)), \(task.openedAt), \(task.dueAt),
            \(task.holder?.accountID), \(task.holder?.name), \(task.state), \(task.outcome), \(task.opinion),
            \(try encodeJSON(task.missing)), \(task.completedBy?.accountID), \(task.completedBy?.name),
            \(task.completedAt), \(task.question), \(task.addedBy?.accountID), \(task.addedBy?.name),
            \(task.owner?.accountID), \(task.owner?.name), \(task.isParked), \(task.isSuspended),
            \(task.urgings), \(task.calendarVersion), \(task.takenAt), \(task.office),
            \(task.urgedAt))
        """
    }

    static func save(_ clocks: [CaseClock], of id: Int64, in tx: Transaction) throws {
        try tx.send(
            """
            INSERT INTO case_clock (id, case_id, name, limit_value, limit_unit, started_at, pauses, extensions,
                stopped_at, calendar_version, due_at)
            VALUES
            """, rows: clocks.map { try values(of: $0, id) },
            """
            ON CONFLICT (id) DO UPDATE SET pauses = excluded.pauses, extensions = excluded.extensions,
                stopped_at = excluded.stopped_at, calendar_version = excluded.calendar_version,
                due_at = excluded.due_at
            """)
    }

    private static func values(of clock: CaseClock, _ id: Int64) throws -> SQL {
        """
        (\(clock.id), \(id), \(clock.name), \(clock.limit?.value), \(clock.limit?.unit),
            \(clock.startedAt), \(try encodeJSON(clock.pauses)), \(try encodeJSON(clock.extensions)),
            \(clock.stoppedAt), \(clock.calendarVersion), \(clock.dueAt))
        """
    }

    static func save(_ material: FiledMaterial, of id: Int64, in tx: Transaction) throws {
        try tx.send(
            """
            INSERT INTO case_material (case_id, requirement, file_id, name, filed_at)
            VALUES (\(id), \(material.requirement), \(material.fileID), \(material.name), \(material.filedAt))
            ON CONFLICT (case_id, requirement, file_id) DO NOTHING
            """)
    }

    static func save(_ document: IssuedDocument, of id: Int64, in tx: Transaction) throws {
        try tx.send(
            """
            INSERT INTO case_document (id, case_id, kind, title, number, holder, organ, organ_name, issued_at,
                valid_until, facts, paragraphs, verification_code, template_version, corrects, corrected_by,
                revoked_at)
            VALUES (\(document.id), \(id), \(document.kind), \(document.title), \(document.number),
                \(document.holder), \(document.organ), \(document.organName), \(document.issuedAt),
                \(document.validUntil), \(try encodeJSON(document.facts)), \(try encodeJSON(document.paragraphs)),
                \(document.verificationCode), \(document.templateVersion), \(document.corrects),
                \(document.correctedBy), \(document.revokedAt))
            ON CONFLICT (id) DO UPDATE SET corrected_by = excluded.corrected_by, revoked_at = excluded.revoked_at
            """)
    }

    static func replace(_ timers: [CaseTimer], of id: Int64, in tx: Transaction) throws {
        try tx.send("DELETE FROM case_timer WHERE case_id = \(id)")
        for timer in timers {
            try tx.send(
                """
                INSERT INTO case_timer (case_id, activity, boundary, clock, started_at, calendar_version, due_at)
                VALUES (\(id), \(timer.activity), \(timer.boundary), \(timer.clock), \(timer.startedAt),
                    \(timer.calendarVersion), \(timer.dueAt))
                """)
        }
    }

    static func replace(_ incidents: [CaseIncident], of id: Int64, in tx: Transaction) throws {
        try tx.send("DELETE FROM case_incident WHERE case_id = \(id)")
        for incident in incidents {
            try tx.send(
                """
                INSERT INTO case_incident (case_id, activity, element, name, reason, since, actor)
                VALUES (\(id), \(incident.activity), \(incident.element), \(incident.name), \(incident.reason),
                    \(incident.since), \(try encodeJSON(incident.actor)))
                """)
        }
    }
}
