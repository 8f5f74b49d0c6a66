import Cases
import Government
import Jobs
import Modules
import RuleBooks
import Services
import Storage
import Web
import WorkingTime

/// What processes are really like (流程再造): the paths that cases took, where they waited and were done again, and the event
/// log for programs that look further.
public struct Reengineering: Sendable {
    private let database: Database
    private let services: ServiceLibrary
    private let directory: Directory
    private let processes: ProcessLibrary
    private let book: RuleBook<AnalysisRules>

    /// The analysis of an installation.
    ///
    /// - Throws: when the delivered rules cannot be read.
    public init(
        database: Database, services: ServiceLibrary, directory: Directory, processes: ProcessLibrary
    ) throws {
        (self.database, self.services, self.directory) = (database, services, directory)
        (self.processes, book) = (processes, try RuleBook())
    }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        Module(
            name: "reengineering", migrations: try Migration.all(in: .module, module: "reengineering"),
            routes: AnalysisPages(
                database: database, services: services, directory: directory, processes: processes
            ).routes
                + TopicPages(
                    database: database, services: services, directory: directory, processes: processes,
                    book: book
                ).routes
                + [
                    AnalysisAsking(database: database, services: services).route,
                    EventLogAPI(database: database, services: services).route,
                ] + WhatIfPages(database: database, services: services, directory: directory).routes
                + RuleBookPages(
                    book, in: database, at: AnalysisPath.rules, power: .setAnalysisRules,
                    hint: "夜里几点重新计算，哪些步骤可以同时办，哪些因为法律有先后。公布以后马上按新的判断，不用重新计算。"
                ).routes,
            jobs: [NightlyAnalysis(database: database, services: services, book: book).job])
    }

    /// What computes analyses and simulates changes in the background.
    public static func jobHandlers(
        database: Database, services: ServiceLibrary, processes: ProcessLibrary,
        clock: @escaping @Sendable () -> Instant
    ) -> [any JobHandler] {
        [
            AnalysisWork(database: database, services: services, processes: processes, clock: clock),
            WhatIfWork(database: database, clock: clock),
        ]
    }
}

/// Where the pages stand.
enum AnalysisPath {
    static let analysis = "/desk/process-analysis"
    static let cases = "/desk/process-analysis/cases"
    static let waiting = "/desk/process-analysis/waiting"
    static let parallel = "/desk/process-analysis/parallel"
    static let materials = "/desk/process-analysis/materials"
    static let map = "/desk/process-analysis/map"
    static let conformance = "/desk/process-analysis/conformance"
    static let net = "/desk/process-analysis/net.pnml"
    static let comparison = "/desk/process-analysis/organs"
    static let runs = "/desk/process-analysis/runs"
    static let logAPI = "/api/v1/analysis/event-log.xes"
    static let log = "/desk/process-analysis/event-log.xes"
    static let rules = "/desk/process-analysis-rules"
}

extension Power {
    static let analyseProcesses = Power("process.analyse", "分析办件的实际流程，导出事件日志", .matters)
    static let setAnalysisRules = Power("process.set_analysis_rules", "规定流程分析什么时候重算、哪些步骤可以同时办", .system)
}
