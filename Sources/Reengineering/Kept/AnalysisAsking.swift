import HTTPTypes
import Identity
import Jobs
import Journal
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// Asks that an analysis is computed from all cases.
struct AnalysisAsking: Sendable {
    let database: Database
    let services: ServiceLibrary

    var route: Route {
        .post(
            AnalysisPath.runs, .may(.analyseProcesses), journal: "process.analysis_asked", "计算流程分析"
        ) { request, officer in
            let form = try await request.form()
            let scope = try Self.scope(form, services.catalogue, thisYear: request.now.day.year)
            let (actor, now) = (officer.actor(request), request.now)
            try await database.write { try Self.ask(scope, by: actor, at: now, in: $0) }
            // Back to where it was asked.
            let topic = form["topic"].flatMap(AnalysisTopic.init(rawValue:)) ?? .overview
            return .redirect(to: scope.address(topic.path))
        }
    }

    static func scope(_ form: FormData, _ catalogue: ServiceCatalogue, thisYear: Int) throws -> AnalysisScope
    {
        guard let service = catalogue.service(form["service"] ?? ""), let year = Int(form["year"] ?? ""),
            AnalysisScope.years(until: thisYear).contains(year)
        else { throw DomainError.notFound("没有这个事项，或者不是最近几年。") }
        let organ = form["organ"].flatMap { $0.isEmpty ? nil : $0 }
        return AnalysisScope(service: service.code, name: service.item.name, year: year, organ: organ)
    }

    /// A service and year are computed once at a time, whoever asks; the result has every organ.
    static func ask(_ scope: AnalysisScope, by actor: Actor, at now: Instant, in tx: Transaction) throws {
        try tx.exclude("process-analysis")
        let last = try KeptAnalyses.job(scope, in: tx)
        guard last?.state != .waiting, last?.state != .running else { return }
        let whole = AnalysisScope(service: scope.service, name: scope.name, year: scope.year)
        let job = try JobQueue.enqueue(
            kind: AnalysisWork.kind, key: "\(scope.name)@\(scope.service)/\(scope.year)/\(now.milliseconds)",
            payload: whole, at: now, by: actor.accountID, in: tx)
        try KeptAnalyses.note(job, for: scope, in: tx)
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: "process.analysis_asked",
                subject: "process_analysis:\(scope.service)/\(scope.year)",
                sentence: "\(actor.name)计算\(scope.name) \(String(scope.year)) 年的流程分析。"), in: tx)
    }
}
