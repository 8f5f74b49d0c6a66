import Cases
import Codes
import Files
import Foundation
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Jobs
import Journal
import Messaging
import Modules
import NIOCore
import Refusals
import Services
import Storage
import Synchronization
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Disclosure
@testable import Identity

/// The demo district with its accounts, a clock that is moved by hand, and everything about open information.
struct House: Sendable {
    let database: Database
    let cases: Cases
    let requests: Requests
    let files: FileStore
    let clock = HandClock()
    private let routes: [Route]

    init() async throws {
        database = try await TestDatabase.make()
        let folder = FileManager.default.temporaryDirectory.appending(path: "disclosure-\(UUID().uuidString)")
        files = try FileStore(root: folder, database: database)
        let processes = ProcessLibrary()
        cases = Cases(
            database: database, files: files, processes: processes, division: "441202",
            followers: [InformationDisclosure.follower], clock: { [clock] in clock.now })
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let directory = Directory(database)
        requests = Requests(
            cases: cases, directory: directory, files: files, database: database, book: try RuleBook())
        let disclosure = try InformationDisclosure(
            cases: cases, directory: directory, files: files, database: database
        ).module()
        routes = disclosure.routes
        let modules = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(), try .files(files), try .messaging(), try cases.module(),
            try .services(ServiceLibrary(database)), disclosure,
        ]
        try await database.migrate(modules.migrations)
        let drawn = try ItemFiles.processFiles() + InformationDisclosure.processFiles()
        try await processes.install(drawn, in: database, at: clock.now)
        try await Government.seed(into: database)
        try await Identity.seedDemo(
            into: database, hasher: try PasswordHasher(cost: .least), at: clock.now)
    }

    func account(_ name: String) async throws -> Account {
        let day = clock.now.day
        return try #require(try await database.read { try Accounts.account(named: name, on: day, in: $0) })
    }

    func actor(_ name: String) async throws -> Actor {
        try await account(name).actor(channel: "page", address: "192.0.2.7")
    }

    /// Files a request of somebody's own through the page and returns its number.
    func ask(
        _ content: String = "2025年星湖片区排水管网改造的批复文件", by name: String = "zhangwei",
        category: String = "natural"
    ) async throws -> String {
        var form = RequestForm()
        form.organ = "scjg"
        form.content = content
        form.category = category
        let account = try await account(name)
        let applicant = try await requests.applicant(nil, for: account)
        let matter = try await requests.file(
            form, of: applicant, by: .web, channel: "page", actor: try await actor(name))
        return matter.root.number.text
    }

    /// Somebody finishes the open step of this element.
    func finish(
        _ number: String, _ outcome: String, opinion: String? = nil, by name: String
    ) async throws {
        let actor = try await actor(name)
        let matter = try await cases.matter(number, for: .system)
        let task = try #require(matter.root.openTasks.first)
        try await cases.change(number, by: actor, as: .system) {
            try $0.complete(task: task.id, with: Finding(outcome: outcome, opinion: opinion), on: $1)
        }
    }

    /// The organ confirms that it has received the request.
    func confirm(_ number: String) async throws {
        try await finish(number, "accept", by: "officer-scjg")
    }

    func draft(_ number: String, _ change: (inout AnswerForm) -> Void = { _ in }) async throws {
        var form = AnswerForm()
        form.kind = "public"
        form.words = "批复文件的全文如下。"
        form.publicTitle = "星湖片区排水管网改造的批复"
        change(&form)
        try await requests.draft(
            form, for: number, by: try await actor("officer-scjg"), as: account("officer-scjg").viewer)
    }

    /// Answers a request from its confirmation to the signature.
    func answer(_ number: String, _ change: (inout AnswerForm) -> Void = { _ in }) async throws {
        try await confirm(number)
        try await draft(number, change)
        try await finish(number, "sign", by: "head-scjg")
    }

    func subject(_ number: String) async throws -> Case { try await cases.matter(number, for: .system).root }

    func row(_ number: String) async throws -> RequestRow {
        try await database.read { try RequestStore.request(number, in: $0) }
    }

    /// A file of somebody's, as it was uploaded.
    func upload(_ text: String, named name: String, by account: String) async throws -> Enclosure {
        let file = try await files.receive(
            name: name, chunks: Pieces(text), owner: try await self.account(account).id, now: clock.now)
        return Enclosure(fileID: file.id, name: file.name)
    }

    /// Opens the pages to an account, or to a stranger.
    func visit<T: Sendable>(
        as name: String?, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        var account: Account?
        if let name { account = try await self.account(name) }
        let now = clock.now
        let router = makeRouter(routes: routes, settings: WebSettings(now: { now })) { [account] _ in
            account.map { SignedIn(account: $0, sessionID: $0.name, provedAt: now) }
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }
}
