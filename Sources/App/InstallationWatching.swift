import Audit
import Cases
import Jobs
import Reengineering
import Services
import Storage
import Supervision
import WorkingTime

extension Installation {
    /// What looks in the background at what was done.
    static func watching(
        _ database: Database, _ library: ServiceLibrary, _ cases: Cases,
        clock: @escaping @Sendable () -> Instant
    ) -> [any JobHandler] {
        Audit.jobHandlers(clock: clock)
            + Reengineering.jobHandlers(
                database: database, services: library, processes: cases.processes, clock: clock)
            + Supervision.jobHandlers(database: database, clock: clock)
    }
}
