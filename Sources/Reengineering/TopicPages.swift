import Cases
import Government
import Identity
import ProcessMining
import Services
import Storage
import Web
import WorkingTime

/// The pages of the topics: each goes through the cases of a scope by itself.
struct TopicPages: Sendable {
    let database: Database
    let services: ServiceLibrary
    let processes: ProcessLibrary

    var routes: [Route] {
        [
            .get(AnalysisPath.waiting, .may(.analyseProcesses), "等待与办理") { request, _ in
                .page(try await waiting(request))
            },
            .get(AnalysisPath.parallel, .may(.analyseProcesses), "先后与同时") { request, _ in
                .page(try await parallel(request))
            },
            .get(AnalysisPath.materials, .may(.analyseProcesses), "重复收取的材料") { request, _ in
                .page(try await materials(request))
            },
            .get(AnalysisPath.map, .may(.analyseProcesses), "实际路径图") { request, _ in
                .page(try await map(request))
            },
            .get(AnalysisPath.conformance, .may(.analyseProcesses), "与流程图的符合度") { request, _ in
                .page(try await conformance(request))
            },
            .get(AnalysisPath.net, .may(.analyseProcesses), "Petri 网（PNML）") { request, _ in
                try net(request)
            },
        ]
    }

    func walk(_ scope: AnalysisScope) -> TraceWalk { TraceWalk(database: database, scope: scope) }

    func page(
        _ topic: AnalysisTopic, _ scope: AnalysisScope, _ request: WebRequest, isWhole: Bool, lead: String,
        content: HTML
    ) -> Page {
        TopicPage(
            topic: topic, scope: scope, services: services.catalogue.services, thisYear: request.now.day.year,
            isWhole: isWhole, lead: lead, content: content
        ).page
    }

    private func waiting(_ request: WebRequest) async throws -> Page {
        let scope = try await services.scope(of: request, in: database)
        let calendar = try await database.read { try Directory.calendar(in: $0) }
        var statistics = WaitingStatistics()
        let isWhole = try await walk(scope).each { traces in
            for trace in traces {
                statistics.add(trace, except: CaseTask.applicant) {
                    calendar.workingDays(after: $0.day, through: $1.day)
                }
            }
        }
        return page(
            .waiting, scope, request, isWhole: isWhole,
            lead: "一步从到达到有人领取是等待，从领取到办完是办理。等得久要看派件和人手，办得久要看这一步本身。",
            content: WaitingContent(scope: scope, statistics: statistics).html)
    }
}
