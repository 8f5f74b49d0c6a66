import Cases
import Codes
import Identity
import Refusals
import Storage
import Testing

@testable import RuleBooks
@testable import ServiceRequests

@Suite("提出诉求：一个入口")
struct IntakeTests {
    private static let ground: IntakeGround? = try? IntakeGround(
        rules: RuleBook<RequestRules>.read(RequestRules.deliveredText()), streets: ["441202001"],
        organs: ["cgj", "zrzy"], isKnown: true)

    private func sentences(_ change: (inout RequestForm) -> Void) throws -> [String] {
        House.form(change).errors(on: try #require(Self.ground)).map(\.sentence.chinese)
    }

    @Test("什么也没写，每一处都说清楚，一次说完")
    func empty() throws {
        let form = RequestForm()
        let fields = form.errors(on: try #require(Self.ground)).map(\.field)
        #expect(fields == ["category", "kind", "title", "content"])
    }

    @Test("集体反映的推选代表，不超过五人")
    func representatives() throws {
        #expect(try sentences { $0.people = "30" } == ["30 人共同反映的，请推选代表并写明姓名，不超过 5 人。"])
        #expect(
            try sentences {
                $0.people = "30"
                $0.representatives = "甲、乙、丙、丁、戊、己"
            } == ["代表不超过 5 人，现在写了 6 人。"])
        #expect(
            try sentences {
                $0.people = "30"
                $0.representatives = "甲、乙，丙\n丁"
            }.isEmpty)
        #expect(
            try sentences {
                $0.people = "5"
                $0.representatives = "甲、乙、丙、丁、戊、己"
            } == ["代表不超过 5 人，现在写了 6 人。"])
        #expect(
            try sentences {
                $0.people = "1"
                $0.representatives = "甲、乙"
            } == ["代表有 2 人，涉及的人数不会更少，请核对。"])
    }

    @Test("只有空格的标题和内容，就是没有写")
    func blanks() throws {
        let said = try sentences { ($0.title, $0.content) = ("      ", "\n      ") }
        #expect(said == ["请用一句话写明是什么事。", "请写明具体情况和您的要求。"])
    }

    @Test("信访要实名，举报可以不署名")
    func names() throws {
        #expect(
            try sentences {
                $0.category = "land"
                $0.isAnonymous = true
            } == ["「征地拆迁补偿」需要实名反映，答复才能告诉您。"])
        #expect(
            try sentences {
                $0.category = "safety"
                $0.isAnonymous = true
            }.isEmpty)
    }

    @Test("二十兆的文字存不进去，提示精简")
    func tooLong() throws {
        let long = String(repeating: "字", count: 20_000_000 / 3)
        #expect(try sentences { $0.content = long } == ["最多 2000 字，请精简。"])
    }

    @Test("一模一样的话，一个人说一千遍也只有一件")
    func sameAgain() async throws {
        let house = try await House()
        let number = try await house.say()
        for marks in ["", "！！", "  "] {
            let said = await refusal { _ = try await house.say { $0.content += marks } }
            #expect(said == "同样的内容您已经提交过，编号 \(number)，正在办理，不用重复提交。")
        }
        // Withdrawn and said again: the house listens anew.
        let actor = try await house.actor("zhangwei")
        try await house.cases.change(number, by: actor, as: .system) { try $0.withdraw(reason: "", on: $1) }
        #expect(try await house.say() != number)
    }

    @Test("从论坛、纠错转来的，那一边没有记下，这一边也没有；记下了，编号是同一个")
    func besides() async throws {
        let house = try await House()
        let (zhangwei, actor) = (try await house.account("zhangwei"), try await house.actor("zhangwei"))
        func file(_ beside: @escaping FilingCompanion) async throws -> String {
            try await house.office.file(
                House.form(), of: .account(zhangwei), channel: "forum", actor: actor, beside: beside
            ).root.number.text
        }
        let said = await refusal {
            _ = try await file { _, tx in
                let row = try tx.row("SELECT id FROM service_request WHERE account_id = \(zhangwei.id)")
                #expect(row != nil, "在同一个事务里")
                throw DomainError.conflict("这条帖子刚刚改过。")
            }
        }
        #expect(said == "这条帖子刚刚改过。")
        let rows = try await house.database.read { try RequestStore.mine(zhangwei.id, after: nil, in: $0) }
        #expect(rows.items.isEmpty)
        let number = try await file { number, tx in
            let row = try RequestStore.request(number, in: tx)
            #expect(row.accountID == zhangwei.id)
        }
        #expect(try await house.row(number).number == number)
    }

    @Test("一个账号一天提交的件数有限")
    func flood() async throws {
        let house = try await House()
        for turn in 0..<20 { _ = try await house.say { $0.content += "第\(turn)处" } }
        let said = await refusal { _ = try await house.say { $0.content += "又一处" } }
        #expect(said == "一天最多提交 20 件，请明天再来，或者拨打 12345。")
    }

    /// Several things at once: what each of them was told, nil for what was taken.
    private func race(_ house: House, _ contents: [String]) async throws -> [String?] {
        await withTaskGroup(of: String?.self) { group in
            for content in contents {
                group.addTask { await refusal { _ = try await house.say { $0.content = content } } }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test("同时点了好几次提交的，也只有一件")
    func atOnce() async throws {
        let house = try await House()
        let words = try await race(house, Array(repeating: "路灯不亮，请尽快修。", count: 6))
        #expect(words.count { $0 == nil } == 1)
        #expect(words.compactMap(\.self).allSatisfy { $0.hasPrefix("同样的内容您已经提交过") }, "\(words)")
    }

    @Test("剩下一件的时候同时提交好几件，只收一件")
    func lastOfTheDay() async throws {
        let house = try await House()
        for turn in 0..<19 { _ = try await house.say { $0.content += "第\(turn)处" } }
        let words = try await race(house, (0..<5).map { "另一处路灯不亮，第\($0)盏。" })
        #expect(words.count { $0 == nil } == 1, "\(words)")
    }

    @Test("加入的人再多，一批一批都会告诉")
    func many() async throws {
        let house = try await House()
        let number = try await house.say()
        let supporters = Supporters(database: house.database, outbox: house.office.outbox)
        let names = ["chenjing", "liuyuxin", "liangxiuying"]
        for name in names {
            try await supporters.join(
                number, account: house.account(name), actor: house.actor(name), at: house.clock.now)
        }
        try await house.answer(number)
        for _ in 1...3 { try await supporters.tell(at: house.clock.now, atOnce: 2) }
        for name in names { #expect(try await house.told(name).count == 1, "\(name)") }
    }

    @Test("标题里写了自己和代表的名字，别人看到的是遮住的")
    func namesInTitle() async throws {
        let house = try await House()
        let number = try await house.say {
            ($0.title, $0.people, $0.representatives) = ("张伟和王小明反映路灯不亮", "30", "王小明")
        }
        #expect(try await house.row(number).title == "张*和王**反映路灯不亮")
    }

    @Test("提交以前看得到类似的，加入就不用再写，答复一样告诉他")
    func joining() async throws {
        let house = try await House()
        let number = try await house.say()
        let alike = try await house.office.alike(House.form { $0.title = "文明路的路灯不亮了" })
        #expect(alike.map(\.row.number) == [number])
        #expect(try await house.office.alike(House.form { $0.title = "健康路井盖丢失" }).isEmpty)
        let supporters = Supporters(database: house.database, outbox: house.office.outbox)
        let (account, actor) = (try await house.account("chenjing"), try await house.actor("chenjing"))
        try await supporters.join(number, account: account, actor: actor, at: house.clock.now)
        try await supporters.join(number, account: account, actor: actor, at: house.clock.now)
        try await house.answer(number)
        try await supporters.tell(at: house.clock.now)
        try await supporters.tell(at: house.clock.now)
        let told = try await house.database.read { tx in
            try tx.rows(
                "SELECT template FROM message WHERE account_id = \(account.id) ORDER BY id LIMIT 10"
            ).count
        }
        #expect(told == 1)
        let late = await refusal {
            try await supporters.join(number, account: account, actor: actor, at: house.clock.now)
        }
        #expect(late == "这件诉求已经办结，可以直接看答复。")
    }
}
