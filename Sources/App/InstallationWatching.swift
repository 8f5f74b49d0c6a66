import Audit
import Jobs
import Reengineering
import Storage
import WorkingTime

extension Installation {
    /// What looks in the background at what was done.
    static func watching(_ database: Database, clock: @escaping @Sendable () -> Instant) -> [any JobHandler] {
        Audit.jobHandlers(clock: clock) + Reengineering.jobHandlers(database: database, clock: clock)
    }
}
