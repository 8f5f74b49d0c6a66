import Identity
import Modules
import RuleBooks
import Storage
import Web

/// Supervision bulletins (监察通报): monthly, quarterly and yearly, written from the figures that are there, edited by one
/// person, approved by another, and published as page, paper and open data.
public struct Bulletins: Sendable {
    let office: BulletinOffice
    private let publicAddress: String

    /// The bulletins of an installation.
    ///
    /// - Parameters:
    ///   - sources: what other features count.
    ///   - publicAddress: where the portal stands, for the feed.
    /// - Throws: when the delivered templates cannot be read.
    public init(database: Database, sources: BulletinSources, publicAddress: String) throws {
        office = BulletinOffice(database: database, sources: sources, templates: try RuleBook())
        self.publicAddress = publicAddress
    }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let office = office
        let book = RuleBookPages(
            office.templates, in: office.database, at: BulletinPath.templates, power: .setBulletinTemplates,
            hint: "每一句在什么条件下说（FEEL 表达式）、怎样说；大括号里是数。公布以后生成的通报按新的模板，已经生成的不变。")
        return Module(
            name: "bulletins", migrations: try Migration.all(in: .module, module: "bulletins"),
            routes: DeskPages(office: office).routes + SectionPages(office: office).routes
                + RefreshPages(office: office).routes + book.routes
                + PublicPages(database: office.database, publicAddress: publicAddress).routes
                + BulletinAPI(database: office.database).routes,
            jobs: [
                Job(name: "bulletins.draft", intervalSeconds: 3_600) { try await office.generateDue(at: $0) }
            ])
    }
}

extension Power {
    static let readBulletins = Power("bulletin.read", "查看监察通报的草稿", .matters)
    static let editBulletins = Power("bulletin.edit", "生成、修改和更正监察通报", .matters)
    static let approveBulletins = Power("bulletin.approve", "审定别人起草的监察通报", .matters)
    static let publishBulletins = Power("bulletin.publish", "公布和撤回监察通报", .matters)
    static let setBulletinTemplates = Power("bulletin.set_templates", "修改监察通报的模板", .system)
}

/// Where the pages stand.
public enum BulletinPath {
    /// Those that are published, for everybody.
    public static let all = "/supervision/bulletins"
    /// Where they are written.
    public static let desk = "/desk/bulletins"
    static let templates = "/desk/bulletin-templates"
    static let api = "/api/v1/bulletins"
    static let feed = "/supervision/bulletins.atom"

    /// One of them.
    public static func one(_ period: String) -> String { "\(all)/\(period)" }
    /// A file of it: `bulletin.pdf`, `figures.csv`, `edition.json`.
    static func file(_ period: String, _ name: String) -> String { "\(one(period))/\(name)" }
    static func edit(_ period: String) -> String { "\(desk)/\(period)" }
    /// What is done with it: `approval`, `publication`, `correction`, `abandonment`, `withdrawal`; `draft.pdf`.
    static func act(_ period: String, _ act: String) -> String { "\(edit(period))/\(act)" }
    static func section(_ period: String, _ key: String) -> String { "\(edit(period))/sections/\(key)" }
}
