import Government
import Hummingbird
import HummingbirdTesting
import Journal
import Messaging
import Modules
import RequestDoors
import RuleBooks
import Search
import Storage
import Synchronization
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Forum
@testable import Identity

let noon = Instant(milliseconds: 1_795_233_600_000)

/// The demo district with its accounts and a forum in it; what becomes a request is only written down.
struct ForumHouse: Sendable {
    let database: Database
    let office: ForumOffice
    let requests = Requests()
    private let routes: [Route]

    /// The requests that posts became.
    final class Requests: Sendable {
        let filed = Mutex<[RequestDoor.Entry]>([])
        let standings = Mutex<[String: RequestDoor.Standing]>([:])
    }

    init() async throws {
        database = try await TestDatabase.make()
        let requests = requests
        let door = RequestDoor(
            choices: {
                RequestDoor.Choices(
                    categories: [.init("roads", "道路")], kinds: [.init("help", "求助")],
                    streets: [.init("441202001", "城东街道")])
            },
            file: { [database] entry, _, keeping in
                let number = "REQUEST-\(entry.id)"
                try await database.write { try keeping(number, $0) }
                requests.filed.withLock { $0.append(entry) }
                return number
            },
            standings: { numbers in requests.standings.withLock { $0.filter { numbers.contains($0.key) } } },
            page: { "/desk/service-requests/\($0)" })
        let forum = try Forum(
            database: database, directory: Directory(database), outbox: Outbox(), door: door,
            instructions: Self.instructions)
        office = forum.office
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let module = try forum.module()
        routes = module.routes
        let modules = [
            try .storage(database), try .journal(), try .government(), try identity.module(),
            try .messaging(forgettingIn: database), try RuleBooks.module(),
            Module(name: "search", migrations: try SearchIndex.migrations()), module,
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: noon)
    }

    /// Leaders instruct under `/instruct`, and the offices that answer read the order.
    private static let instructions = InstructionDoor(
        post: { id, account in account.roles.contains(.leader) ? "/instruct/\(id)" : nil },
        request: { number, account in account.roles.contains(.leader) ? "/instruct/\(number)" : nil },
        order: { number, officer, _ in
            guard officer.may(.answerForum) else { return nil }
            return .init(stage: "办理中", dueAt: nil, address: "/orders/\(number)")
        })

    func account(_ name: String) async throws -> Account {
        try #require(try await database.read { try Accounts.account(named: name, on: noon.day, in: $0) })
    }

    func actor(_ name: String) async throws -> Actor {
        try await account(name).actor(channel: "page", address: "")
    }

    /// Opens a topic.
    @discardableResult
    func open(
        _ words: String, title: String = "路灯不亮怎么办", as name: String, board: String = "city",
        nickname: String? = nil, at now: Instant = noon
    ) async throws -> Posting.Outcome {
        let account = try await account(name)
        return try await Posting(office: office).open(
            Posting.Entry(
                words: words, title: title, board: board, nickname: nickname ?? Self.nickname(name)),
            as: account, by: account.actor(channel: "page", address: ""), at: now)
    }

    @discardableResult
    func reply(_ words: String, to topic: Int64, as name: String, at now: Instant = noon) async throws
        -> Posting.Outcome
    {
        let account = try await account(name)
        return try await Posting(office: office).reply(
            Posting.Entry(words: words, nickname: Self.nickname(name)), to: topic, as: account,
            by: account.actor(channel: "page", address: ""), at: now)
    }

    static func nickname(_ name: String) -> String { "网友" + name.suffix(6) }

    /// Somebody whose posts are read at once.
    func trust(_ name: String) async throws {
        let person = try #require(try await account(name).personID)
        let account = try await account(name).id
        try await database.write { tx in
            let nickname = try Nickname(
                Self.nickname(name), rules: try office.book.current(in: tx).words, organs: [], realName: "")
            try MemberStore.join(
                person, account: account, as: nickname, at: noon.adding(seconds: -9_000_000), in: tx)
            for _ in 0..<3 { try MemberStore.trust(person, in: tx) }
        }
    }

    func topics(at now: Instant = noon) async throws -> [TopicLine] {
        try await database.read { try TopicStore.newest(on: nil, after: nil, at: now, in: $0).items }
    }

    /// What an account has been told.
    func told(_ name: String) async throws -> [String] {
        let account = try await account(name).id
        return try await database.read { tx in
            try tx.rows("SELECT template FROM message WHERE account_id = \(account) ORDER BY id /* all */")
                .map { try $0.text("template") }
        }
    }

    /// The pages, as somebody.
    func visit<T: Sendable>(
        as name: String? = nil, at now: Instant = noon,
        _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        let account: Account? = if let name { try await account(name) } else { nil }
        let router = makeRouter(routes: routes, settings: WebSettings(now: { now })) { _ in
            account.map { SignedIn(account: $0, sessionID: $0.name, provedAt: now) }
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }
}
