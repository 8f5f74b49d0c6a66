import Foundation
import Jobs
import Modules
import Storage

extension Cases {
    /// What this module contributes: its tables, the job that lets silence count as
    /// acceptance, and the one that looks after what a new calendar left behind.
    public func module() throws -> Module {
        Module(
            name: "cases", migrations: try Migration.all(in: .module, module: "cases"),
            jobs: [
                Job(name: "cases.timers", intervalSeconds: 5) { _ in try await self.fireDueTimers() },
                Job(name: "cases.calendar", intervalSeconds: 60) { _ in try await self.reckonStragglers() },
            ])
    }

    /// What works off the jobs that are asked for here.
    public var jobHandlers: [any JobHandler] {
        [CalendarFollowing(cases: self), LoneReckoning(cases: self), TimerRetry(cases: self)]
    }
}
