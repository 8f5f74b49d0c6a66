import DecisionModel
import Foundation
import Journal
import Refusals
import Services
import Storage
import Testing

@testable import Cases

@Suite("Decision tables, from draft to retirement")
struct DecisionTablesTests {
    @Test("are begun and edited by the system administrator alone")
    func whoEdits() async throws {
        let stage = try await Stage()
        for actor in [Actor.secadmin, .liMin, .chenJing] {
            let refused = await refusal { try await stage.tables.begin(.check(), by: actor, at: stage.now) }
            #expect(refused == .forbidden("判定表由系统管理员编辑。"))
        }
    }

    @Test(
        "have a key that processes can name",
        arguments: ["", "9a", "消防", "a b", String(repeating: "a", count: 65)])
    func keys(_ key: String) async throws {
        let stage = try await Stage()
        let refused = await refusal {
            try await stage.tables.begin(.check(id: key), by: .sysadmin, at: stage.now)
        }
        #expect(refused == .invalid("id", "标识用字母、数字、横线和下划线，以字母开头，不超过 64 个字符。"))
    }

    @Test("are begun once")
    func twice() async throws {
        let stage = try await Stage()
        try await stage.tables.begin(.check(), by: .sysadmin, at: stage.now)
        let refused = await refusal { try await stage.tables.begin(.check(), by: .sysadmin, at: stage.now) }
        #expect(refused == .invalid("id", "已经有标识为「fire-check」的判定表，请换一个。"))
    }

    @Test("are not overwritten by somebody who saw an older draft")
    func atOnce() async throws {
        let stage = try await Stage()
        try await stage.tables.begin(.check(), by: .sysadmin, at: stage.now)
        try await stage.edit(.check(), seen: 1)
        let refused = await refusal { try await stage.edit(.check(), seen: 1) }
        #expect(refused == .conflict("\(Actor.sysadmin.name)刚刚改过这份草稿，您的修改没有保存。请刷新后重新编辑。"))
    }

    @Test("are published by the security administrator, and never by whoever edited them")
    func secondPerson() async throws {
        let stage = try await Stage()
        let both = Actor(
            accountID: 5, name: "兼任", organ: "zwfw", roles: ["sysadmin", "secadmin"], channel: "page",
            address: "")
        try await stage.tables.begin(.check(), by: both, at: stage.now)
        for (actor, words) in [
            (both, "编辑判定表的人不能自己公布，请由另一位安全管理员审定。"), (.sysadmin, "判定表由安全管理员审定公布和停用。"),
        ] {
            #expect(await refusal { try await stage.publish(by: actor) } == .forbidden(words))
        }
        await #expect(throws: StorageError.self) {
            try await stage.database.write { tx in
                _ = try tx.execute(
                    "UPDATE decision_table SET state = 'published', published_at = 1, published_by = edited_by WHERE id = 'fire-check'"
                )
            }
        }
    }

    @Test(
        "are not published while something is wrong",
        arguments: [
            (DecisionTable.check([">", "> 200"]), "判定表还有 1 处错误："),
            (.check([">= 200", "<= 200"]), "规则互相冲突：规则 1 与规则 2 同时适用"),
            (.check(examples: []), "请至少写一个示例"),
            (
                .check(examples: [.init(name: "小店", given: ["form": ["area": 1]], expected: "核查")]),
                "有 1 个示例不符合：「小店」"
            ),
        ])
    func obstacles(_ table: DecisionTable, _ words: String) async throws {
        let stage = try await Stage()
        try await stage.tables.begin(table, by: .sysadmin, at: stage.now)
        guard case .conflict(let sentence) = await refusal({ try await stage.publish() }) else {
            Issue.record("published")
            return
        }
        #expect(sentence.hasPrefix(words), "\(sentence)")
    }

    @Test("change no more once they are published; the next version takes their place")
    func versions() async throws {
        let stage = try await Stage()
        try await stage.tables.begin(.check(), by: .sysadmin, at: stage.now)
        try await stage.publish()
        #expect(
            await refusal { try await stage.edit(.check(), seen: 1) } == .conflict("第 1 版使用中，不能再改，请另建新版。"))
        try await stage.tables.renew("fire-check", by: .sysadmin, at: stage.now)
        let twice = await refusal {
            try await stage.tables.renew("fire-check", by: .sysadmin, at: stage.now)
        }
        #expect(twice == .conflict("第 2 版还是草稿，请直接编辑。"))
        try await stage.publish(2)
        #expect(try await stage.tables.versions(of: "fire-check").map(\.state) == [.published, .retired])
        try await stage.cases.decisions.reload(from: stage.database)
        #expect(stage.cases.decisions.inForce["fire-check"]?.version == 2)
    }

    @Test("that are retired decide nothing any more")
    func retired() async throws {
        let stage = try await Stage()
        try await stage.tables.begin(.check(), by: .sysadmin, at: stage.now)
        #expect(await refusal { try await stage.retire() } == .conflict("只有使用中的判定表才能停用。"))
        try await stage.publish()
        try await stage.retire()
        try await stage.cases.decisions.reload(from: stage.database)
        #expect(stage.cases.decisions.inForce.isEmpty)
        let entries = try await stage.journal("decision:fire-check").map(\.entry.action)
        #expect(entries == ["decision.drafted", "decision.published", "decision.retired"])
    }

    @Test("are found page by page, each once, in its newest version")
    func pages() async throws {
        let stage = try await Stage()
        for number in 100...152 {
            try await stage.tables.begin(.check(id: "t\(number)"), by: .sysadmin, at: stage.now)
        }
        let first = try await stage.tables.newest()
        let second = try await stage.tables.newest(after: first.next)
        #expect(first.items.count == 50 && second.items.map(\.table.id) == ["t150", "t151", "t152"])
        #expect(second.next == nil)
    }

    @Test("of the sample district can be published, and stay as people have made them")
    func sample() async throws {
        let stage = try await Stage()
        let files = try ItemFiles.decisionFiles()
        for table in try files.flatMap({ try DecisionTable.tables(in: $0) }) {
            #expect(table.obstacle() == nil)
        }
        try await stage.cases.decisions.install(files, in: stage.database, at: stage.now)
        try await stage.retire(by: .secadmin)
        try await stage.cases.decisions.install(files, in: stage.database, at: stage.now)
        #expect(stage.cases.decisions.inForce.isEmpty)
    }
}
