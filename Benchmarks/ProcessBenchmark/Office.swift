import Cases
import Files
import Foundation
import Government
import Identity
import Jobs
import Journal
import Messaging
import Modules
import Storage
import WorkingTime

/// As much of an installation as cases need, with the fan as its process: an applicant files, an officer reviews.
struct Office: Sendable {
    private let cases: Cases
    private let plan: CasePlan

    /// Opens the database, empty or as an earlier run left it.
    init(_ database: Database, folder: URL, width: Int) async throws {
        let files = try FileStore(root: folder, database: database)
        let processes = ProcessLibrary()
        cases = Cases(
            database: database, files: files, processes: processes, division: "441202", clock: { .now })
        let modules: [Module] = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(), try .files(files),
            try .messaging(), try cases.module(),
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await processes.install([Fan(width: width).xml], in: database, at: .now)
        plan = Self.plan
    }

    /// The first transaction of an instance: a case with a task for each branch.
    func file() async throws -> Matter {
        let filing = Filing(
            plan: plan, applicant: Self.applicant, channel: "page", form: Fan.form, materials: [])
        return try await cases.file(filing, by: Self.citizen)
    }

    /// One further transaction: one branch is done.
    @discardableResult
    func complete(_ task: CaseTask) async throws -> Matter {
        try await cases.change(task: task.id, by: Self.officer, as: Self.viewer) {
            try $0.complete(task: task.id, with: Finding(outcome: "agree"), on: $1)
        }
    }

    /// An officer takes a task.
    func claim(_ task: CaseTask) async throws {
        try await cases.change(task: task.id, by: Self.officer, as: Self.viewer) {
            try $0.claim(task: task.id, on: $1)
        }
    }

    private static let citizen = Actor(
        accountID: 2, name: "张伟", roles: ["citizen"], channel: "page", address: "127.0.0.1")
    private static let applicant = Applicant(
        kind: .person, name: "张伟", code: "441299199003071231", personID: 31, accountID: 2,
        phone: "15407580001")
    private static let officer = Actor(
        accountID: 1, name: "李敏", organ: "scjg", roles: ["officer"], channel: "page", address: "127.0.0.1")
    private static let viewer = Viewer.officer(id: 1, organs: ["scjg"], roles: [.officer])
    private static let plan = CasePlan(
        code: "11441202007185204J2000101001000", name: "食品经营许可", version: 1, organ: "scjg",
        organName: "肇庆市端州区市场监督管理局", organCode: "11441202007185204J", hall: "zwfw", process: "fan",
        legalLimit: TimeLimit(value: 20, unit: .workingDay),
        promisedLimit: TimeLimit(value: 5, unit: .workingDay),
        remedies: RemedyBodies(reviewBody: "肇庆市端州区人民政府", court: "肇庆市端州区人民法院"))
}
