import Cases
import Files
import Foundation
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Jobs
import Journal
import Messaging
import Modules
import NIOCore
import Services
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import ProcessDesk

/// The process desk over a database of its own, with the sample district in it.
struct Office: Sendable {
    let database: Database
    let cases: Cases
    let library: ServiceLibrary
    let now = Instant(milliseconds: 1_795_000_000_000)

    init() async throws {
        let database = try await TestDatabase.make(connections: 4)
        self.database = database
        let folder = FileManager.default.temporaryDirectory.appending(path: "office-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database)
        library = ServiceLibrary(database)
        cases = Cases(
            database: database, files: files, processes: ProcessLibrary(), division: "441202",
            clock: { [now] in now })
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let modules: [Module] = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(), try .files(files), try .messaging(), try cases.module(),
            try .services(library), try desk.module(),
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database)
        try await library.seed(at: now)
        try await cases.processes.install(ItemFiles.processFiles(), in: database, at: now)
    }

    var desk: ProcessDesk { ProcessDesk(cases: cases, services: library, database: database) }

    /// 单部门审批 as somebody has drawn it anew.
    static func singleOrgan(_ replacements: KeyValuePairs<String, String> = [:]) throws -> String {
        let files = try ItemFiles.processFiles().map { String(decoding: $0, as: UTF8.self) }
        var file = try #require(files.first { $0.contains("bpmn:process id=\"single-organ\"") })
        for (old, new) in replacements {
            let place = try #require(file.firstRange(of: old))
            file.replaceSubrange(place, with: new)
        }
        return file
    }

    /// What is wrong with a file, in a district in which every role is held everywhere.
    static func check(_ file: String) async throws -> ProcessCheck {
        let roles = ["zjj": Set(Role.allCases), "zwfw": Set(Role.allCases)]
        let surroundings = ProcessCheck.Surroundings(
            today: Instant(milliseconds: 1_795_000_000_000).day, roles: roles, promised: [:])
        return ProcessCheck(ProcessLibrary().read(Data(file.utf8)), surroundings)
    }

    /// Opens the doors to somebody with this role.
    func visit(
        as role: Role, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws { try await answer(to: role, story) }

    /// What somebody with this role brings back from a visit.
    func answer<Answer: Sendable>(
        to role: Role, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> Answer
    ) async throws -> Answer {
        let account = Account(
            id: Int64(1_000 + (Role.allCases.firstIndex(of: role) ?? 0)), name: role.rawValue,
            displayName: role.chinese, personID: nil, posts: [Post(organ: "zwfw", role: role)], entities: [])
        let router = makeRouter(
            routes: try desk.module().routes, settings: WebSettings(now: { [now] in now })
        ) { _ in SignedIn(account: account, sessionID: "session") }
        return try await Application(router: router).test(.router) { try await story($0) }
    }
}

extension TestClientProtocol {
    /// Presses a button of a page.
    func press(_ path: String, _ form: String = "", from page: String) async throws -> TestResponse {
        let token = try await token(page)
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        headers[.cookie] = token.cookie
        return try await execute(
            uri: path, method: .post, headers: headers,
            body: ByteBuffer(string: "_csrf=\(token.value)&\(form)"))
    }

    /// Hands a file in; answers with where it leads.
    func upload(_ file: String, note: String = "") async throws -> TestResponse {
        try await upload(Array(file.utf8), note: note)
    }

    /// Hands in a file that may be no text.
    func upload(_ file: [UInt8], note: String = "") async throws -> TestResponse {
        let token = try await token(ProcessDeskPath.upload)
        let parts: [(head: String, content: [UInt8])] = [
            ("name=\"_csrf\"", Array(token.value.utf8)),
            ("name=\"file\"; filename=\"a.bpmn\"\r\nContent-Type: text/xml", file),
            ("name=\"note\"", Array(note.utf8)),
        ]
        let body = parts.flatMap {
            Array("--xx\r\nContent-Disposition: form-data; \($0.head)\r\n\r\n".utf8) + $0.content
                + Array("\r\n".utf8)
        }
        var headers: HTTPFields = [.contentType: "multipart/form-data; boundary=xx"]
        headers[.cookie] = token.cookie
        return try await execute(
            uri: ProcessDeskPath.upload, method: .post, headers: headers,
            body: ByteBuffer(bytes: body + Array("--xx--\r\n".utf8)))
    }

    private func token(_ page: String) async throws -> (value: String, cookie: String?) {
        let shown = try await execute(uri: page, method: .get, headers: [:], body: nil)
        let found = String(buffer: shown.body).firstMatch(of: /name="_csrf" value="([^"]+)"/)
        let cookie = shown.headers[.setCookie]?.split(separator: ";").first.map(String.init)
        return (found.map { String($0.output.1) } ?? "", cookie)
    }
}
