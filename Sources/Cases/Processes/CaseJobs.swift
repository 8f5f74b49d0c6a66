import Government
import Identity
import Journal
import Modules
import Storage
import WorkingTime

extension Cases {
    /// Fires the timers that are due: deemed acceptance and whatever else a process waits for.
    ///
    /// - Returns: how many matters were moved.
    /// - Throws: what kept a matter from moving, after all others have been moved.
    @discardableResult
    public func fireDueTimers() async throws -> Int {
        let now = clock()
        let due = try await database.read { tx in
            try tx.rows(
                """
                SELECT DISTINCT c.number FROM case_timer t JOIN service_case c ON c.id = t.case_id
                WHERE t.due_at < \(now) ORDER BY c.number LIMIT 100
                """
            ).map { try $0.text("number") }
        }
        var failure: (any Error)?
        for number in due {
            do {
                try await change(number, by: .system, as: .system) { try $0.fireTimers(on: $1) }
            } catch {
                // A matter that cannot go on must not keep the others waiting.
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return due.count
    }

    /// Reckons every running clock anew that an older calendar of working days reckoned; finished clocks keep
    /// the version they were reckoned by.
    public func reckonRunningClocks() async throws {
        while true {
            let outdated = try await database.read { tx in
                let version = try Directory.calendar(in: tx).version
                return try tx.rows(
                    """
                    SELECT DISTINCT c.number FROM case_clock k JOIN service_case c ON c.id = k.case_id
                    WHERE k.stopped_at IS NULL AND k.calendar_version < \(version) LIMIT 100
                    """
                ).map { try $0.text("number") }
            }
            guard !outdated.isEmpty else { return }
            for number in outdated {
                try await change(number, by: .system, as: .system) { matter, occasion in
                    matter.settle(by: occasion.calendar, now: occasion.now)
                }
            }
        }
    }

    /// Writes the words of cases that were filed before there were any to search by.
    func writePendingWords() async throws {
        while true {
            let written = try await database.write { tx in
                let pending = try tx.rows("SELECT case_id FROM case_text_pending ORDER BY case_id LIMIT 200")
                for row in pending { try CaseIndexing.insertPendingWords(of: row.id("case_id"), in: tx) }
                return pending.count
            }
            guard written > 0 else { return }
        }
    }

    /// What this module contributes: its tables, the job that lets silence count as
    /// acceptance, and the one that follows a change of the calendar.
    public func module() throws -> Module {
        Module(
            name: "cases", migrations: try Migration.all(in: .module, module: "cases"),
            jobs: [
                Job(name: "cases.words", intervalSeconds: 3_600) { _ in try await self.writePendingWords() },
                Job(name: "cases.timers", intervalSeconds: 5) { _ in try await self.fireDueTimers() },
                Job(name: "cases.calendar", intervalSeconds: 60) { _ in try await self.reckonRunningClocks()
                },
            ])
    }
}
