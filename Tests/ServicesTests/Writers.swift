import Cases
import Files
import Foundation
import Government
import Identity
import Jobs
import Journal
import Messaging
import Modules
import Services
import Storage
import TestSupport
import Testing
import WorkingTime

/// A district in which items are written: its library, its drafts, and the people who write and review.
struct WritersRoom: Sendable {
    let database: Database
    let library: ServiceLibrary
    let drafts: ItemDrafts
    let now = Instant(milliseconds: 1_795_000_000_000)

    /// 李敏 writes for the market bureau, 王建华 reviews there, 龙建华 in the service bureau reaches everywhere.
    let limin = DraftEditor(actor: Self.actor(11, "李敏"), organs: ["scjg"])
    let wang = DraftEditor(actor: Self.actor(12, "王建华"), organs: ["scjg"])
    let long = DraftEditor(actor: Self.actor(13, "龙建华"), organs: nil)
    let stranger = DraftEditor(actor: Self.actor(14, "邹燕芬"), organs: ["zjj"])

    init() async throws {
        database = try await TestDatabase.make()
        library = ServiceLibrary(database)
        drafts = ItemDrafts(library: library, database: database)
        let folder = FileManager.default.temporaryDirectory.appending(path: "writers-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database)
        let cases = Cases(
            database: database, files: files, processes: ProcessLibrary(), division: "441202",
            clock: { [now] in now })
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let modules: [Module] = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(), try .files(files), try .messaging(), try cases.module(),
            try .services(library),
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await library.publish(District.files.get(), at: now)
    }

    static func actor(_ id: Int64, _ name: String) -> Actor {
        Actor(accountID: id, name: name, channel: "page", address: "")
    }

    var today: CivilDate { now.day }

    /// A draft of the food licence in which one thing was changed.
    func changedDraft(_ summary: String = "改过的一句话。") async throws -> Int64 {
        let id = try await drafts.begin("food-business-licence", by: limin, at: now)
        try await drafts.write(id, seen: 0, note: "改简介", by: limin, at: now) { $0.summary = summary }
        return id
    }

    /// A draft that waits for review.
    func submittedDraft(from day: CivilDate? = nil, until last: CivilDate? = nil) async throws -> Int64 {
        let id = try await changedDraft()
        try await drafts.submit(id, effectiveOn: day ?? today, endsOn: last, by: limin, at: now)
        return id
    }

    func state(_ id: Int64) async throws -> ItemDraft.State { try await drafts.find(id).draft.state }
}
