import Cases
import Files
import Foundation
import Government
import Hummingbird
import HummingbirdTesting
import Journal
import Messaging
import Modules
import Services
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import AccessFigures
@testable import Identity

private let noon = Instant(milliseconds: 1_795_233_600_000)

/// The demo district, counting who comes by which way.
private struct House {
    let database: Database
    let cases: Cases
    let routes: [Route]

    init() async throws {
        database = try await TestDatabase.make()
        let folder = FileManager.default.temporaryDirectory.appending(path: "access-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database)
        let processes = ProcessLibrary()
        cases = Cases(
            database: database, files: files, processes: processes, division: "441202",
            followers: [AccessFigures.follower], clock: { noon })
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let module = try AccessFigures(database: database, directory: Directory(database)).module()
        routes = module.routes
        let modules = [
            try .storage(database), try .journal(), try .government(), try identity.module(),
            try .files(files), try .messaging(), try cases.module(),
            try .services(ServiceLibrary(database)), module,
        ]
        try await database.migrate(modules.migrations)
        try await processes.install(ItemFiles.processFiles(), in: database, at: noon)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: noon)
    }

    func account(_ name: String) async throws -> Account {
        try #require(try await database.read { try Accounts.account(named: name, on: noon.day, in: $0) })
    }

    func file(_ kind: Applicant.Kind = .person, channel: String, known: Bool = true) async throws {
        let person = try await account("liangxiuying")
        let plan = CasePlan(
            code: "11441202007000000X4420131007000", name: "高龄津贴", version: 1, organ: "scjg",
            organName: "肇庆市端州区市场监督管理局", organCode: "11441202MB2C22222X", hall: "zwfw",
            process: "single-organ", legalLimit: TimeLimit(value: 20, unit: .workingDay),
            promisedLimit: TimeLimit(value: 5, unit: .workingDay),
            remedies: RemedyBodies(reviewBody: "肇庆市端州区人民政府", court: "肇庆市端州区人民法院"))
        let applicant = Applicant(
            kind: kind, name: person.displayName,
            code: kind == .person ? "441299194110030029" : "91441202MA4W12346L",
            personID: known && kind == .person ? person.personID : nil, accountID: person.id)
        let filing = Filing(plan: plan, applicant: applicant, channel: channel, form: [:], materials: [])
        _ = try await cases.file(filing, by: person.actor(channel: "page", address: ""))
    }

    func counts() async throws -> (
        streets: [String: [AccessChannel: Int]], ages: [String: [AccessChannel: Int]]
    ) {
        try await database.read { try AccessStore.counts(in: Quarter(of: noon.day), $0) }
    }

    func sum() async throws { _ = try await database.write { try AccessStore.sum(in: $0) } }

    func look(_ path: String, as login: String) async throws -> TestResponse {
        let account = try await account(login)
        let router = makeRouter(routes: routes, settings: WebSettings(now: { noon })) { _ in
            SignedIn(account: account, sessionID: account.name, provedAt: noon)
        }
        return try await Application(router: router).test(.router) { try await $0.look(path) }
    }
}

@Suite("各渠道办事情况")
struct FigureTests {
    @Test("单位的申请不计；没有登记的人归在一处；汇总以后不留逐件的记录，再汇总一次数不变")
    func counted() async throws {
        let house = try await House()
        try await house.file(.entity, channel: "page")
        for channel in ["page", "kiosk", "counter", "counter"] { try await house.file(channel: channel) }
        try await house.file(channel: "counter", known: false)
        #expect(try await house.counts().ages.isEmpty)
        try await house.sum()
        try await house.sum()
        let (streets, ages) = try await house.counts()
        #expect(ages == ["veryOld": [.page: 1, .kiosk: 1, .counter: 3]])
        #expect(streets[""] == [.counter: 1] && streets.count == 2)
        #expect(streets.keys.allSatisfy { $0.isEmpty || $0.utf8.count == 9 })
        let left = try await house.database.read {
            try $0.count("SELECT count(*) FROM access_filing /* all */")
        }
        #expect(left == 0)
    }

    @Test("没有这项权限的看不到；少于五件的页面和文件里都没有数")
    func page() async throws {
        let house = try await House()
        #expect(try await house.look("/desk/access", as: "editor").status == .forbidden)
        #expect(try await house.look("/desk/access.csv", as: "zhangwei").status == .forbidden)
        #expect(try await house.look("/desk/access", as: "leader").text.contains("这个季度还没有申请"))
        for _ in 0..<7 { try await house.file(channel: "counter") }
        for _ in 0..<3 { try await house.file(channel: "page") }
        try await house.sum()
        let page = try await house.look("/desk/access", as: "leader").text
        #expect(page.contains("70 岁以上") && page.contains("少于 5") && page.contains("<div>5</div>"))
        let file = try await house.look("/desk/access.csv?quarter=2026-Q4", as: "head-scjg").text
        #expect(file.contains("\"70 岁以上\",\"少于 5\",\"少于 5\",\"5\",\"少于 5\""))
        #expect(try await house.look("/desk/access?quarter=x", as: "leader").status == .ok)
    }

    @Test("演示数据是过去两个季度的，装两次也不翻倍，看得出年纪大的多在窗口办")
    func demo() async throws {
        let house = try await House()
        let past = Quarter(of: noon.day).previous
        func old() async throws -> [AccessChannel: Int]? {
            try await house.database.read { try AccessStore.counts(in: past, $0).ages["veryOld"] }
        }
        try await AccessFigures.seedDemo(into: house.database, at: noon)
        let once = try await old()
        try await AccessFigures.seedDemo(into: house.database, at: noon)
        #expect(try await old() == once && once?[.counter] ?? 0 > 10 * (once?[.kiosk] ?? 1))
        #expect(try await house.counts().ages.isEmpty, "这个季度只数真的")
        let page = try await house.look("/desk/access?quarter=\(past.text)", as: "leader").text
        #expect(page.contains("城东街道") && page.contains("70 岁以上的最低"))
    }
}
