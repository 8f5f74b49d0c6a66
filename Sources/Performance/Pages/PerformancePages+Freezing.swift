import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// A period is asked to be frozen; the count and the freezing are work for the background.
extension PerformancePages {
    func freeze(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (period, actor, now) = (
            try PerformanceOffice.period(request), officer.actor(request), request.now
        )
        try await office.database.write { tx in
            try tx.exclude("performance-period")
            guard let assessment = try Assessment(period, in: tx) else {
                throw DomainError.conflict("还没有启用绩效指标。")
            }
            try PeriodRecord.requireSettled(period, assessment.model, today: now.day)
            try PeriodRecord.requireFilled(period, try PeriodStore.isFilled(period, in: tx))
            try PeriodStore.ask(period, by: actor.accountID, actor.name, at: now, in: tx)
            try PerformanceOffice.record(
                "performance.freezing_asked", "performance:\(period.text)",
                "\(actor.name)核定\(period.chinese)的绩效。", by: actor, at: now, in: tx)
        }
        return .redirect(to: "\(PerformancePath.ranking)?period=\(period.text)")
    }
}
