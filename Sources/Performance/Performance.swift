import Files
import Messaging
import Modules
import Storage

/// Performance (绩效): organs, posts and persons measured by a model that is data, live while a period runs and frozen when it
/// is over, with every figure open to the cases behind it.
public struct Performance: Sendable {
    private let office: PerformanceOffice
    private let complaint: String

    /// The performance of an installation.
    ///
    /// - Parameter complaint: where somebody says what is wrong with officials, with protected identity.
    public init(database: Database, files: FileStore, outbox: Outbox, complaint: String) {
        office = PerformanceOffice(database: database, files: files, outbox: outbox)
        self.complaint = complaint
    }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let assessing = Assessing(database: office.database)
        return Module(
            name: "performance", migrations: try Migration.all(in: .module, module: "performance"),
            routes: PerformancePages(office: office).routes + ModelPages(office: office).routes
                + ReportPages(desk: ReportDesk(office: office)).routes
                + AppealPages(desk: AppealDesk(office: office)).routes
                + PublicPage.routes(office.database, complaint: complaint)
                + PerformanceAPI(office: office).routes,
            jobs: [
                Job(name: "performance.refresh", intervalSeconds: 600) {
                    try await assessing.refresh(at: $0)
                },
                Job(name: "performance.freeze", intervalSeconds: 5) {
                    try await assessing.freezeAsked(at: $0)
                },
            ])
    }
}
