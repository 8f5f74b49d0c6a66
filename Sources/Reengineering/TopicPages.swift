import BusinessProcess
import Cases
import Government
import Identity
import ProcessMining
import Refusals
import RuleBooks
import Services
import Storage
import Web
import WorkingTime

/// The pages of the topics, from what is kept of all cases.
struct TopicPages: Sendable {
    let database: Database
    let services: ServiceLibrary
    let directory: Directory
    let processes: ProcessLibrary
    let book: RuleBook<AnalysisRules>

    var routes: [Route] {
        [
            .get(AnalysisPath.waiting, .may(.analyseProcesses), "等待与办理") { request, _ in
                .page(try await page(.waiting, request))
            },
            .get(AnalysisPath.parallel, .may(.analyseProcesses), "先后与同时") { request, _ in
                .page(try await page(.parallel, request))
            },
            .get(AnalysisPath.materials, .may(.analyseProcesses), "重复收取的材料") { request, _ in
                .page(try await page(.materials, request))
            },
            .get(AnalysisPath.map, .may(.analyseProcesses), "实际路径图") { request, _ in
                .page(try await page(.map, request))
            },
            .get(AnalysisPath.conformance, .may(.analyseProcesses), "与流程图的符合度") { request, _ in
                .page(try await page(.conformance, request))
            },
            .get(AnalysisPath.net, .may(.analyseProcesses), "Petri 网（PNML）") { request, _ in
                try net(request)
            },
        ]
    }

    private func page(_ topic: AnalysisTopic, _ request: WebRequest) async throws -> Page {
        let scope = try await services.scope(of: request, in: database)
        let analysis = try await TopicReading(
            database: database, services: services, processes: processes
        ).analysis(scope, topic)
        let rules = try await database.read { try book.current(in: $0) }
        return TopicPage(
            topic: topic, scope: scope, services: services.catalogue.services,
            organs: try await directory.organs(), thisYear: request.now.day.year,
            note: AnalysisNote(scope: scope, topic: topic, standing: analysis.standing, token: request.csrf),
            content: content(topic, scope, analysis.statistics, rules)
        ).page
    }

    private func content(
        _ topic: AnalysisTopic, _ scope: AnalysisScope, _ known: TopicStatistics, _ rules: AnalysisRules
    ) -> HTML {
        switch topic {
        case .overview: .empty
        case .waiting: WaitingContent(scope: scope, statistics: known.waiting).html
        case .parallel:
            ParallelContent(
                scope: scope, findings: known.parallel.judged(by: rules, in: processes), rules: rules
            ).html
        case .materials: MaterialsContent(scope: scope, statistics: known.materials).html
        case .map:
            MapContent(
                scope: scope, graph: known.map.graph,
                drawn: (known.map.newest?.key).flatMap(processes.definition)
            ).html
        case .conformance:
            ConformanceContent(scope: scope, findings: known.conformance, library: processes).html
        }
    }

    /// The net of one version of a process.
    private func net(_ request: WebRequest) throws -> WebResponse {
        guard let process = request.query("process"),
            let version = request.query("version").flatMap(Int.init),
            let definition = processes.definition(ProcessKey(id: process, version: version))
        else { throw DomainError.notFound("没有这一版流程。") }
        do throws(Unspeakable) {
            let file = PNML(try PetriNet(definition), name: definition.name).text
            return .file(
                Array(file.utf8), name: "\(process)-\(version).pnml",
                contentType: "application/xml; charset=utf-8")
        } catch {
            throw DomainError.conflict("流程图里有\(error.kind)「\(error.name)」，Petri 网画不出来。")
        }
    }
}
