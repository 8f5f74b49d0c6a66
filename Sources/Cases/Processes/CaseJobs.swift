import Foundation
import Jobs
import Modules
import Storage

extension Cases {
    /// Puts every case on the list of those whose words are still to be written: after a move, whose target has a
    /// full-text index of its own kind.
    public static func listForWords(in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO case_text_pending (case_id) SELECT id FROM service_case WHERE id > 0
            ON CONFLICT (case_id) DO NOTHING
            """)
    }

    /// Writes the words of cases that were filed before there were any to search by, or when they were others.
    func writePendingWords() async throws {
        while true {
            let written = try await database.write { tx in
                let pending = try tx.rows("SELECT case_id FROM case_text_pending ORDER BY case_id LIMIT 200")
                for row in pending { try CaseIndexing.writePendingWords(of: row.id("case_id"), in: tx) }
                return pending.count
            }
            guard written > 0 else { return }
        }
    }

    /// What this module contributes: its tables, the job that lets silence count as
    /// acceptance, and the one that looks after what a new calendar left behind.
    public func module() throws -> Module {
        Module(
            name: "cases", migrations: try Migration.all(in: .module, module: "cases"),
            jobs: [
                Job(name: "cases.words", intervalSeconds: 3_600) { _ in try await self.writePendingWords() },
                Job(name: "cases.timers", intervalSeconds: 5) { _ in try await self.fireDueTimers() },
                Job(name: "cases.calendar", intervalSeconds: 60) { _ in try await self.reckonStragglers() },
                Job(name: "cases.steps", intervalSeconds: 3_600) { _ in try await self.countStepsDaily() },
            ])
    }

    /// What works off the jobs that are asked for here.
    public var jobHandlers: [any JobHandler] {
        [
            CalendarFollowing(cases: self), LoneReckoning(cases: self), TimerRetry(cases: self),
            StepCounting(clock: clock), VersionChanging(cases: self), ArchiveOpening(),
        ]
    }
}
