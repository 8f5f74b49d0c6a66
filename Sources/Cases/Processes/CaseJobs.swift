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
    func writePendingWords(batch: Int = 200) async throws {
        var last: Int64 = 0
        // On from the last one: what was taken off the front is still in the way of a search from there.
        while let next = try await writePendingWords(after: last, batch) {
            last = next
            // A node that is told to end does not wait for a million.
            try Task.checkCancellation()
        }
    }

    /// - Returns: the last case that was written; nil when there was none.
    private func writePendingWords(after last: Int64, _ batch: Int) async throws -> Int64? {
        try await database.write { tx in
            let pending = try tx.rows(
                """
                SELECT case_id FROM case_text_pending WHERE case_id > \(last) ORDER BY case_id LIMIT \(batch)
                """
            ).map { try $0.id("case_id") }
            try CaseIndexing.writePendingWords(of: pending, in: tx)
            return pending.last
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
