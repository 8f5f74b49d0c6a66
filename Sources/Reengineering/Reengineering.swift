import Government
import Modules
import Services
import Storage
import Web

/// What processes are really like (流程再造): the paths that cases took, where they waited and were done again, and the event
/// log for programs that look further.
public struct Reengineering: Sendable {
    private let database: Database
    private let services: ServiceLibrary
    private let directory: Directory

    /// The analysis of an installation.
    public init(database: Database, services: ServiceLibrary, directory: Directory) {
        (self.database, self.services, self.directory) = (database, services, directory)
    }

    /// What it contributes.
    public var module: Module {
        Module(
            name: "reengineering",
            routes: AnalysisPages(database: database, services: services, directory: directory).routes)
    }
}

/// Where the pages stand.
enum AnalysisPath {
    static let analysis = "/desk/process-analysis"
    static let cases = "/desk/process-analysis/cases"
    static let log = "/desk/process-analysis/event-log.xes"
}

extension Power {
    static let analyseProcesses = Power("process.analyse", "分析办件的实际流程，导出事件日志", .matters)
}
