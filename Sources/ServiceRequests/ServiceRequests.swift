import Cases
import Codes
import Files
import Foundation
import Government
import Messaging
import Modules
import RuleBooks
import Storage
import StreetMaps
import Web

/// What people say to the government (群众诉求): one place to say it, whether it is a question, a complaint or a petition. It
/// becomes a matter, is handed to whoever is responsible, answered, and published without names.
public struct ServiceRequests: Sendable {
    let office: RequestOffice
    private let site: String

    /// The feature of an installation.
    ///
    /// - Parameters:
    ///   - site: its address, as programs are told it.
    ///   - aid: what other parts of the house know about calls and answers.
    /// - Throws: when the delivered rules cannot be read.
    public init(
        cases: Cases, directory: Directory, files: FileStore, outbox: Outbox, database: Database,
        site: String = "", aid: DeskAid = DeskAid()
    ) throws {
        self.site = site
        office = RequestOffice(
            cases: cases, directory: directory, files: files, database: database, outbox: outbox,
            book: try RuleBook(), aid: aid)
    }

    /// What is kept of a request beside its case, in the transactions of the case.
    public static var follower: CaseFollower { RequestFollowing.follower }

    /// Tells those who lead of what cannot wait.
    public static func alarm(outbox: Outbox) -> CaseFollower { UrgentAlarm.follower(outbox: outbox) }

    /// The processes on which requests run (BPMN 2.0 XML).
    ///
    /// - Throws: `CocoaError` when a file cannot be read.
    public static func processFiles() throws -> [Data] { try RequestRules.processFiles() }

    /// What its matters are called, by the code they are filed under.
    public static let matterNames = Dictionary(
        uniqueKeysWithValues: RequestProcess.allCases.map { ($0.rawValue, $0.chinese) })

    /// The author's page of a case, when it is a request.
    public static func page(of subject: Case) -> String? {
        subject.requestProcess.map { _ in RequestPath.mine(subject.number.text) }
    }

    /// The pages of a case on the desk, when it is a request.
    public static func deskLinks(of subject: Case) -> [Link] {
        subject.requestProcess == nil ? [] : [Link("诉求内容、交办、会办、答复", RequestPath.desk(subject.number.text))]
    }

    /// The columns that are kept sealed.
    public static let sealedTables = [
        Open311Store.sealed, HiddenAuthor.sealed, RequestStore.lackTable, Joiner.sealed,
        OwedReport.sealed,
    ]

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let supporters = Supporters(database: office.database, outbox: office.outbox)
        let merger = AccusedMerger(database: office.database, outbox: office.outbox)
        let register = RegisterSearch(database: office.database)
        let map = try StreetMap.delivered()
        return Module(
            name: "service-requests", migrations: try Migration.all(in: .module, module: "service-requests"),
            routes: [
                FormPages(office: office).routes, RegisterPages(office: office).routes,
                RegisterMapPages(office: office, map: map, site: site).routes,
                MyRequestPages(office: office).routes, AssessmentPages(office: office).routes,
                RequestDeskPages(office: office).routes, IntakePages(office: office).routes,
                CallBackPages(office: office).routes, JoinerPages(office: office).routes,
                OwedReportPages(office: office).routes,
                AssistanceAPI(office: office).routes, RequestAPI(office: office).routes,
                Open311Routes(office: office, site: site).routes, Open311KeyPages(office: office).routes,
                RuleBookPages(
                    office.book, in: office.database, at: RequestPath.rules, power: .setRequestRules,
                    hint: "受理单位、期限、类别和承办单位、处理意见、复查复核。公布以后提出的诉求按新规则办理。"
                ).routes,
            ].flatMap(\.self),
            jobs: [
                Job(name: "service-requests.tell", intervalSeconds: 5) { try await supporters.tell(at: $0) },
                Job(name: "service-requests.accused", intervalSeconds: 60) { try await merger.tell(at: $0) },
                Job(name: "service-requests.register", intervalSeconds: 5) {
                    try await register.follow(at: $0)
                },
            ])
    }
}

extension Power {
    static let assignRequests = Power("service_request.assign", "登记诉求、转送交办", .matters)
    static let answerRequests = Power("service_request.answer", "拟写诉求答复", .matters)
    static let takeInRequests = Power("service_request.take_in", "代群众登记诉求", .matters)
    static let openIdentities = Power("service_request.open_identity", "查看受保护的反映人身份", .matters)
    static let setRequestRules = Power("service_request.set_rules", "修改群众诉求规则", .system)
}
