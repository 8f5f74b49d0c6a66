import Cases
import Codes
import Files
import Foundation
import Government
import Modules
import Storage
import Web

/// Open government information (政府信息公开): requests for information as matters, what was answered, and what is published
/// unasked.
public struct InformationDisclosure: Sendable {
    let requests: Requests

    /// The feature of an installation.
    ///
    /// - Throws: when the delivered rules cannot be read.
    public init(cases: Cases, directory: Directory, files: FileStore, database: Database) throws {
        requests = Requests(
            cases: cases, directory: directory, files: files, database: database, book: try RuleBook())
    }

    /// What is kept of a request beside its case, in the transactions of the case.
    public static var follower: CaseFollower { RequestFollowing.follower }

    /// The process on which requests run (BPMN 2.0 XML).
    ///
    /// - Throws: `CocoaError` when the file cannot be read.
    public static func processFiles() throws -> [Data] { [try DisclosureRules.processFile()] }

    /// What its matters are called, by the code they are filed under.
    public static let matterNames = [RequestPlan.process: RequestPlan.name]

    /// The applicant's page of a case, when it is a request.
    public static func page(of subject: Case) -> String? {
        subject.isDisclosureRequest ? DisclosurePath.mine(subject.number.text) : nil
    }

    /// The pages of a case on the desk, when it is a request.
    public static func deskLinks(of subject: Case) -> [Link] {
        guard subject.isDisclosureRequest else { return [] }
        return [Link("拟写答复、征求意见、收费", DisclosurePath.desk(subject.number.text))]
    }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        Module(
            name: "disclosure", migrations: try Migration.all(in: .module, module: "disclosure"),
            routes: [
                OpennessPages(requests: requests).routes, ReportPages(requests: requests).routes,
                MyRequestPages(requests: requests).routes, RequestDeskPages(requests: requests).routes,
                IntakePages(requests: requests).routes, RulesPages(requests: requests).routes,
                RequestAPI(requests: requests).routes,
            ].flatMap(\.self),
            jobs: [
                Job(name: "disclosure.register", intervalSeconds: 5) { [requests] now in
                    try await RegisterSearch(database: requests.database).follow(at: now)
                }
            ])
    }
}
