import Cases
import HTTPTypes
import Identity
import Journal
import Refusals
import Services
import Storage
import Web

/// Where cases stand in a process.
struct HeatPages: Sendable {
    let published: PublishedProcesses
    let services: ServiceLibrary
    let database: Database

    var routes: [Route] {
        [
            .get(ProcessDeskPath.heat("{version}", of: "{process}"), .staff, "办件分布") { request, officer in
                let (version, definition) = try await published.version(request)
                let slugs = services.catalogue.slugs(runningOn: version.key.id)
                let figures = try await database.read { tx in
                    let codes = try ServiceLibrary.everyCode(of: slugs, in: tx)
                    return try StepFigures(ofVersion: version.key.version, services: codes, in: tx)
                }
                return .page(
                    HeatPage(
                        version: version, definition: definition, figures: figures,
                        measure: request.query("measure").flatMap(HeatPage.Measure.init) ?? .running,
                        officer: officer, token: request.csrf
                    ).page)
            },
            .post(
                ProcessDeskPath.recount("{version}", of: "{process}"), .may(.editProcesses),
                journal: "process.steps_counted", "统计办件分布"
            ) { request, officer in
                let (version, _) = try await published.version(request)
                let (actor, now) = (officer.actor(request), request.now)
                try await database.write { tx in
                    let job = try Cases.countSteps(by: actor.accountID, at: now, in: tx)
                    try Journal.append(
                        JournalEntry(
                            at: now, actor: actor, action: "process.steps_counted", subject: "job/\(job)",
                            sentence: "\(actor.name)统计各步骤的办件。"), in: tx)
                }
                return .redirect(
                    to: ProcessDeskPath.heat(String(version.key.version), of: version.key.id))
            },
        ]
    }
}
