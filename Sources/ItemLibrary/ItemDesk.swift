import Government
import Identity
import Licences
import Services
import Storage
import Web
import WorkingTime

/// What the pages of the item library work with.
struct ItemDesk: Sendable {
    let drafts: ItemDrafts
    let library: ServiceLibrary
    let directory: Directory
    let database: Database
    let clock: @Sendable () -> Instant

    /// The officer as somebody who works on drafts: on those of their own organs, and in the bureau that runs the hall on
    /// those of every organ.
    func editor(_ officer: OfficerContext, with power: Power, _ request: WebRequest) async throws
        -> DraftEditor
    {
        let own = officer.account.organs(for: power)
        let halls = try await directory.organs().filter { $0.kind == .hall }.map(\.key)
        let reachesAll = officer.account.reachesDistrict(with: power) || !own.isDisjoint(with: halls)
        return DraftEditor(actor: officer.actor(request), organs: reachesAll ? nil : own)
    }

    /// What items may refer to, as things to choose from.
    func choices() async throws -> ItemChoices {
        let organs = try await directory.organs()
        let today = clock().day
        let (processes, types) = try await database.read { tx in
            (try ProcessNames.all(in: tx), try LicenceTypes.inForce(on: today, in: tx))
        }
        let items = library.catalogue.services.map(\.item).filter { !$0.isJoint }
        return ItemChoices(
            organs: organs.map { .init($0.key, $0.name) },
            processes: processes.map { .init($0.id, "\($0.name)（\($0.id)）") },
            lifeEvents: try ItemFiles.lifeEvents().map { .init($0.key, $0.name) },
            licences: types.map { .init($0.code, "\($0.name)（\($0.code.suffix(3))）") },
            items: items.map { .init($0.slug, $0.name) })
    }

    /// The names of organs by key, those that are gone too.
    func organNames() async throws -> [String: String] {
        Dictionary(try await directory.everyOrgan().map { ($0.key, $0.name) }) { first, _ in first }
    }
}

/// What items may refer to.
struct ItemChoices: Sendable {
    var organs: [Field.Option] = []
    var processes: [Field.Option] = []
    var lifeEvents: [Field.Option] = []
    var licences: [Field.Option] = []
    var items: [Field.Option] = []
}
