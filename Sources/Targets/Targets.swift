import Government
import Messaging
import Modules
import Storage
import Web

/// Target responsibility (岗位目标责任制): what an organ has to reach in a year, agreed by both sides, with weights, milestones and
/// whoever answers for each; reached by live figures and by reviewed evidence.
public struct Targets: Sendable {
    let office: TargetOffice

    /// The feature of an installation.
    ///
    /// - Parameter outside: what other features know: figures, and who watches milestones.
    public init(database: Database, directory: Directory, outbox: Outbox, outside: TargetOutside) {
        office = TargetOffice(database: database, directory: directory, outbox: outbox, outside: outside)
    }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let inheriting = TargetInheriting(office: office)
        return Module(
            name: "targets", migrations: try Migration.all(in: .module, module: "targets"),
            routes: TargetPages(office: office).routes + DraftPages(office: office).routes
                + TargetAPI(office: office).routes,
            jobs: [
                Job(name: "targets.inherit", intervalSeconds: 60) { try await inheriting.inherit(at: $0) }
            ])
    }
}

extension Power {
    static let readTargets = Power("targets.read", "查看全区的目标责任", .matters, isSight: true)
    static let readOwnTargets = Power("targets.read_own", "查看本部门的目标责任，反馈自己负责的节点", .matters)
    static let keepTargets = Power("targets.keep", "代表本部门起草、提出和同意目标，反馈和审核节点", .matters)
    static let signTargets = Power("targets.sign", "代表区政府起草、提出和同意部门的目标", .matters)
    static let reviewTargets = Power("targets.review", "审核各部门反馈的节点", .matters)
}

/// Where the pages stand.
public enum TargetPath {
    /// The organs of a year.
    public static let targets = "/desk/targets"
    static let api = "/api/v1/targets"

    static func plan(_ year: String, _ organ: String) -> String { "\(targets)/\(year)/\(organ)" }
    static func draft(_ year: String, _ organ: String) -> String { "\(plan(year, organ))/draft" }
    /// What is done with a draft: `targets`, `removals`, `offer`, `answer`.
    static func draftAct(_ year: String, _ organ: String, _ act: String) -> String {
        "\(draft(year, organ))/\(act)"
    }
    /// What is done about milestones: `reports`, `rulings`.
    static func act(_ year: String, _ organ: String, _ act: String) -> String {
        "\(plan(year, organ))/\(act)"
    }
}
