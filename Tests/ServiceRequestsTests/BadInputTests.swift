import Cases
import Foundation
import Government
import HTTPTypes
import HummingbirdTesting
import Identity
import Messaging
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import ServiceRequests

@Suite("诉求：存心的和无心的")
struct BadInputTests {
    @Test("同一个人把一模一样的话提交一千遍，只有一件，每一遍都告诉他编号")
    func aThousandTimes() async throws {
        let house = try await House()
        let number = try await house.say()
        let expected = "同样的内容您已经提交过，编号 \(number)，正在办理，不用重复提交。"
        var others: [String?] = []
        for turn in 1..<1_000 {
            let marks = String(repeating: "！", count: turn % 7) + String(repeating: " ", count: turn % 3)
            let said = await refusal { _ = try await house.say { $0.content += marks } }
            if said != expected { others.append(said) }
        }
        #expect(others.isEmpty)
        let account = try await house.account("zhangwei").id
        let count = try await house.database.read {
            try $0.count("SELECT count(*) FROM service_request WHERE account_id = \(account)")
        }
        #expect(count == 1)
    }

    @Test("信访事项撤回以后再提，是新的一件，期限从新的一次算起；再提的还在办，又不能重复")
    func petitionAgain() async throws {
        let house = try await House()
        func file() async throws -> String {
            try await house.say { ($0.category, $0.kind) = ("land", "complaint") }
        }
        let first = try await file()
        let actor = try await house.actor("zhangwei")
        house.clock.move(days: 10)
        try await house.cases.change(first, by: actor, as: .system) { try $0.withdraw(reason: "", on: $1) }
        #expect(try await house.subject(first).phase == .withdrawn)
        let second = try await file()
        #expect(second != first)
        let clock = try #require(try await house.subject(second).clock(.acceptance))
        #expect(clock.limit == TimeLimit(value: 15, unit: .day))
        #expect(clock.startedAt == house.clock.now)
        #expect(try await house.subject(second).openTasks.map(\.act) == [.assign])
        let again = await refusal { _ = try await file() }
        #expect(again == "同样的内容您已经提交过，编号 \(second)，正在办理，不用重复提交。")
        await #expect(throws: DomainError.self) {
            try await house.assign(first, to: "zrzy", by: "officer-xfj")
        }
    }

    @Test("部门自己提的，公开的答复可以写部门的名称；个人提的，公开的答复不能写他的姓名")
    func namesOfOrgans() async throws {
        let house = try await House()
        let feature = try ServiceRequests(
            cases: house.cases, directory: Directory(house.database), files: house.files, outbox: Outbox(),
            database: house.database)
        let officer = try await house.account("officer-cgj")
        let organ = try await house.office.organ("cgj")
        let forwarded = Forwarded(
            category: "roads", kind: "help", division: "", title: "江滨路路灯不亮", content: "天黑以后路灯不亮，看不清台阶。",
            source: "市民论坛 /forum/topics/1", channel: "forum")
        let number = try await feature.file(
            forwarded, as: nil, by: officer.actor(channel: "page", address: "", organ: "cgj"),
            beside: { _, _ in })
        try await house.answer(number) { $0.publicAnswer = "\(organ.name)已更换灯泡，恢复照明。" }
        #expect(try await house.row(number).publicAnswer == "\(organ.name)已更换灯泡，恢复照明。")

        let own = try await house.say()
        let name = try await house.subject(own).applicant.name
        let refused = await refusal {
            try await house.answer(own) { $0.publicAnswer = "\(name)反映的路灯已经修好。" }
        }
        #expect(refused?.contains("公开的文字里有申请人的姓名或者名称") == true)
    }

    @Test("有领导批示的，公开的答复上看得到有批示，看不到批示的内容；没有的不写")
    func instructed() async throws {
        let house = try await House()
        let (number, other) = (
            try await house.say(), try await house.say { $0.content += "另外井盖也松了。" }
        )
        try await house.cases.change(number, by: try await house.actor("leader"), as: .system) {
            try $0.noteInstruction(number, on: $1)
        }
        for each in [number, other] { try await house.answer(each) }
        let ids = [try await house.row(number).id, try await house.row(other).id]
        try await house.visit(as: nil) { client async throws in
            let entries = [
                try await client.look(RequestPath.answered(String(ids[0]))).text,
                try await client.look(RequestPath.answered(String(ids[1]))).text,
            ]
            #expect(entries[0].contains("区领导作过批示") && !entries[1].contains("批示"))
        }
    }

    @Test("大家的诉求可以用词语查找，也可以同时选类别；没有公开的找不到")
    func found() async throws {
        let house = try await House()
        let first = try await house.say()
        try await house.answer(first)
        let second = try await house.say { ($0.title, $0.content) = ("健康路井盖丢失", "健康路 3 号门前井盖丢失，很危险。") }
        try await house.answer(second) {
            ($0.publicTitle, $0.publicWords) = ("健康路井盖丢失", "健康路门前井盖丢失。")
            $0.publicAnswer = "已补装井盖。"
        }
        let hidden = try await house.say { $0.content += "另外垃圾也没有清。" }
        try await house.answer(hidden) { $0.isPublic = false }
        try await RegisterSearch(database: house.database).follow(at: house.clock.now)
        try await house.visit(as: nil) { client async throws in
            let lamps = try await client.look("/requests?q=路灯").text
            #expect(lamps.contains("文明路路灯不亮") && !lamps.contains("健康路井盖丢失"))
            #expect(lamps.contains("value=\"路灯\""))
            #expect(try await client.look("/requests?q=路灯&category=roads").text.contains("文明路路灯不亮"))
            #expect(try await client.look("/requests?q=路灯&category=land").text.contains("没有符合条件的答复"))
            #expect(try await client.look("/requests?q=垃圾").text.contains("没有符合条件的答复"))
            let all = try await client.look("/requests?q=，").text
            #expect(all.contains("文明路路灯不亮") && all.contains("健康路井盖丢失"))
            #expect(try await client.look("/requests?q=路灯&after=x").status == .badRequest)
        }
        let slices = try await house.database.read { tx in
            var filter = RegisterFilter()
            filter.words = "路"
            let all = try RegisterFinding.entries(filter, after: nil, in: tx)
            let newest = try tx.row("SELECT max(id) AS id FROM search_document /* all */")?.id("id") ?? 0
            let rest = try RegisterFinding.entries(
                filter, after: Cursor(key: "words", id: newest).text, in: tx)
            return [all, rest].map { $0.items.map(\.number) }
        }
        #expect(Set(slices[0]) == [first, second] && slices[0].first == second && slices[1] == [first])
    }
}
