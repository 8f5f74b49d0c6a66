import Foundation
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Jobs
import Journal
import Modules
import NIOCore
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Identity
@testable import MessageDesk
@testable import Messaging

let noon = Instant(milliseconds: 1_795_233_600_000)

/// The demo district with its accounts, a way out that takes everything, and a program that two people let in.
struct Office: Sendable {
    let database: Database
    let book: TemplateBook
    let desk: MessageDesk
    let lines: [OutwardChannel: CarrierLine]
    let program: MessageProgram
    static let secret = ProgramTokenTests.secret
    static let code = ProgramTokenTests.program

    init(dailyLimit: Int = 100, isTest: Bool = false) async throws {
        database = try await TestDatabase.make()
        book = TemplateBook(try HouseTemplates.delivered())
        lines = [
            .sms: CarrierLine([SampleCarrier(name: "demo-sms")], clock: { noon }),
            .mail: CarrierLine([SampleCarrier(name: "demo-mail")], clock: { noon }),
        ]
        desk = MessageDesk(
            database: database, book: book,
            settings: .init(
                lines: lines, secrets: ["sms-1": "gateway-secret"], publicAddress: "https://minben.example"))
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let modules = [
            try .journal(), try Jobs.tables(), try .messaging(), try .government(), try identity.module(),
            desk.module,
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: noon)
        program = try await database.write { tx in
            let drafted = MessageProgram.Signature(accountID: 901, name: "戴启明", at: noon)
            let draft = try MessageProgram.draft(
                "区图书馆借阅系统", purpose: "到期提醒", dailyLimit: dailyLimit, id: tx.ids.next(), code: Self.code,
                by: drafted)
            try ProgramStore.insert(draft, in: tx)
            let program = try ProgramStore.change(draft.id, in: tx) {
                try $0.approve(by: .init(accountID: 902, name: "苏晓岚", at: noon))
            }
            try ProgramStore.issue(
                "正式", isTest: isTest, secret: Self.secret, of: program.id, by: "戴启明", at: noon, in: tx)
            return program
        }
    }

    /// Publishes a template of the program and gives its code.
    func publish(_ channel: OutwardChannel = .sms, _ text: String = "((姓名))，您借的书 ((书名)) 明天到期。") async throws
        -> String
    {
        let code = UUID().uuidString.lowercased()
        let (id, isMail) = (program.id, channel == .mail)
        try await database.write { tx in
            let draft = TemplateStore.Draft(
                key: code, programID: id, channel: channel, name: "到期提醒",
                texts: TemplateTexts(
                    inSite: "", sms: isMail ? "" : text, mailSubject: "到期提醒：((书名))", mail: isMail ? text : "")
            )
            _ = try TemplateStore.publish(draft, by: 901, "戴启明", at: noon, in: tx)
        }
        return code
    }

    /// One call of the program.
    func call(
        _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil, token: String? = nil
    ) async throws -> (status: HTTPResponse.Status, text: String, json: [String: Any]) {
        let bearer = token ?? ProgramTokenTests.token(at: noon)
        let router = makeRouter(routes: desk.module.routes, settings: WebSettings(now: { noon })) {
            [desk] in try await desk.principal(of: $0)
        }
        let (status, text) = try await Application(router: router).test(.router) { client in
            let answer = try await client.execute(
                uri: path, method: method,
                headers: [.authorization: "Bearer \(bearer)", .contentType: "application/json"],
                body: body.map { ByteBuffer(string: $0) })
            return (answer.status, answer.text)
        }
        let json = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        return (status, text, json ?? [:])
    }

    /// Opens the pages to an account of the demo.
    func visit<T: Sendable>(
        as login: String, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        let account = try await account(login)
        let router = makeRouter(routes: desk.module.routes, settings: WebSettings(now: { noon })) { _ in
            SignedIn(account: account, sessionID: login, provedAt: noon)
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }

    func account(_ login: String) async throws -> Account {
        try #require(try await database.read { try Accounts.account(named: login, on: noon.day, in: $0) })
    }

    /// Works off what is to be sent.
    func workOff() async {
        let contacts = Contacts { _, _ in
            .init(name: "张伟", number: "13800001111")
        } link: {
            $0
        }
        let errands = lines.map { DeliveryErrand($0, line: $1, contacts: contacts, clock: { noon }) }
        let routing = MessageRouting(channels: Set(lines.keys), book: book, clock: { noon })
        await QueueRunner(database: database, handlers: errands + [routing], clock: { noon }).workOff()
    }

    func actions() async throws -> [String] {
        try await database.read { tx in
            try tx.rows("SELECT action FROM journal_entry ORDER BY id /* all */").map {
                try $0.text("action")
            }
        }
    }
}
