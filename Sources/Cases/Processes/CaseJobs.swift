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

    /// Reckons every running clock anew, after the calendar of working days has changed; finished clocks keep
    /// the version they were reckoned by.
    public func reckonRunningClocks() async throws {
        var last: Int64 = 0
        while true {
            let batch = try await database.read { [last] tx in
                try tx.rows(
                    """
                    SELECT c.id, c.number FROM service_case c
                    WHERE c.parent_id IS NULL AND c.closed_at IS NULL AND c.id > \(last) ORDER BY c.id LIMIT 100
                    """
                ).map { (id: try $0.id("id"), number: try $0.text("number")) }
            }
            guard let end = batch.last else { return }
            for subject in batch {
                try await change(subject.number, by: .system, as: .system) { matter, occasion in
                    matter.settle(by: occasion.calendar, now: occasion.now)
                }
            }
            last = end.id
        }
    }

    /// What this module contributes: its tables and the job that lets silence count as acceptance.
    public func module() throws -> Module {
        Module(
            name: "cases", migrations: try Migration.all(in: .module, module: "cases"),
            jobs: [
                Job(name: "cases.timers", intervalSeconds: 5) { _ in try await self.fireDueTimers() }
            ])
    }
}
