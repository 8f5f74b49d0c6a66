import Files
import Government
import Identity
import Messaging
import Modules
import Storage
import Web
import WorkingTime

/// Hearings that are open to everybody (听证会): announced, drawn, recorded as they are held, and taken up by what is
/// decided.
public struct Hearings: Sendable {
    private let office: HearingOffice

    /// The hearings of an installation.
    public init(database: Database, directory: Directory, files: FileStore, outbox: Outbox) {
        office = HearingOffice(database: database, directory: directory, files: files, outbox: outbox)
    }

    /// The columns that are kept sealed.
    public static let sealedTables = [HearingStore.sealed, RegistrationStore.sealed]

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let registering = Registering(office: office)
        let open =
            HearingPages(office: office).routes
            + RegistrationPages(office: office, registering: registering).routes
            + RecordPages(office: office).routes + MaterialPages(office: office).routes
            + HearingAPI(office: office, registering: registering).routes
        let desk =
            DeskPages(office: office).routes + HearingStepPages(office: office).routes
            + ClerkPages(office: office).routes + ViewPages(office: office).routes
            + RulesPages(database: office.database).routes
        return Module(
            name: "hearings", migrations: try Migration.all(in: .module, module: "hearings"),
            routes: open + desk)
    }
}

extension Power {
    static let editHearings = Power("public_hearing.edit", "筹备本部门的听证会", .matters)
    static let announceHearings = Power("public_hearing.announce", "公告本部门的听证会和决定", .matters)
    static let recordHearings = Power("public_hearing.record", "记录本部门的听证会", .matters)
    static let setHearingRules = Power("public_hearing.set_rules", "修改听证会的规则", .system)
}

/// Where the pages stand.
public enum HearingPath {
    /// All of them, for everybody.
    public static let all = "/hearings"
    /// Those of one's organ.
    public static let desk = "/desk/hearings"
    /// Where one is begun.
    static let new = "/desk/hearings-new"
    /// The rules.
    static let rules = "/desk/hearing-rules"
    /// For programs.
    static let api = "/api/v1/hearings"

    /// One of them.
    public static func one(_ id: String) -> String { "\(all)/\(id)" }
    /// A part of it: `record`, `registration`, `questions`, `signature`, `withdrawal`, `participants`.
    static func part(_ id: String, _ part: String) -> String { "\(one(id))/\(part)" }
    /// The file of a material.
    static func material(_ id: String, _ material: String) -> String {
        part(id, "materials/\(material)")
    }
    /// One of them on the desk.
    static func edit(_ id: String) -> String { "\(desk)/\(id)" }
    /// Where something is done with it.
    static func act(_ id: String, _ act: String) -> String { "\(edit(id))/\(act)" }
}
