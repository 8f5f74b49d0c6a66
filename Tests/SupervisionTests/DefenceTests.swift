import Foundation
import Government
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import NIOCore
import Refusals
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Supervision

@Suite("Whoever a signal is about is heard")
struct DefenceTests {
    private func house() async throws -> (SupervisionHouse, Signal) {
        let house = try await SupervisionHouse(rules: [SupervisionHouse.rule()])
        try await house.file(1, due: noon.days(-1))
        try await house.watching.sweep(at: noon)
        return (house, try #require(try await house.signals().first))
    }

    @Test("a supervisor never decides about their own organ, and nobody about their own appeal")
    func impartial() async throws {
        var (_, signal) = try await house()
        let own = Actor(accountID: 5, name: "本部门监察", organ: "scjg", channel: "page", address: "")
        #expect(throws: DomainError.forbidden("这条信号涉及您自己的部门，要由其他监察人员处理。")) {
            try signal.withdraw("误报", by: own, at: noon)
        }
        let calendar = try WorkingCalendar(version: 1, years: [2026], holidays: [:], workdays: [])
        try signal.appeal("已经办结", decideWithin: 5, by: own, at: noon, calendar)
        let same = Actor(accountID: 5, name: "同一人", organ: "jw", channel: "page", address: "")
        #expect(throws: DomainError.forbidden("申诉是您提出的，要由另一人裁定。")) {
            try signal.decide(isUpheld: true, "理由", by: same, at: noon)
        }
    }

    @Test(
        "a supervisor who has a post in the organ, too, acts for it, and so decides nothing about it through the pages"
    )
    func ownOrgan() async throws {
        let (house, signal) = try await house()
        let page = SupervisionPath.signal(String(signal.id))
        let supervisor = try await house.account("supervisor")
        _ = try await house.database.write { tx in
            try tx.execute(
                "INSERT INTO account_post (account_id, organ, role) VALUES (\(supervisor.id), 'scjg', 'officer')"
            )
        }
        try await house.visit(as: "supervisor") { client async throws in
            let withdrawn = try await client.press("\(page)/withdrawal", "reason=误报")
            #expect(withdrawn.status == .forbidden && withdrawn.text.contains("要由其他监察人员处理"))
            #expect(try await client.press("\(page)/appeal", "appeal=当天断电").status == .seeOther)
            let decided = try await client.press("\(page)/decision", "upheld=false&reason=断电属实")
            #expect(decided.status == .forbidden)
        }
        #expect(try await house.signals().map(\.state) == [.appealed])
    }

    @Test("an appeal comes within three working days, and not after them")
    func late() async throws {
        var (_, signal) = try await house()
        let own = Actor(accountID: 5, name: "甲", organ: "scjg", channel: "page", address: "")
        let calendar = try WorkingCalendar(version: 1, years: [2026], holidays: [:], workdays: [])
        #expect(signal.appealUntil == noon.day.adding(days: 3).endOfDay)
        #expect(throws: DomainError.self) {
            try signal.appeal("晚了", decideWithin: 5, by: own, at: noon.days(4), calendar)
        }
        let stranger = Actor(accountID: 6, name: "乙", organ: "zjj", channel: "page", address: "")
        #expect(throws: DomainError.forbidden("这条信号不涉及您的部门。")) {
            try signal.state("与我无关", by: stranger, at: noon)
        }
    }

    @Test("stated, appealed and decided through the pages")
    func wholeWay() async throws {
        let (house, signal) = try await house()
        let id = String(signal.id)
        let page = SupervisionPath.signal(id)
        try await house.visit(as: "officer-zjj") { client async throws in
            #expect(try await client.look(page).status == .notFound)
            #expect(try await client.press("\(page)/appeal", "appeal=x").status == .notFound)
        }
        try await house.visit(as: "officer-scjg") { client async throws in
            #expect(try await client.look(SupervisionPath.signals).text.contains("规则 over"))
            #expect(
                try await client.press("\(page)/statements", "statement=").status == .unprocessableContent)
            #expect(try await client.press("\(page)/statements", "statement=<b>系统</b>故障").status == .seeOther)
            #expect(try await client.press("\(page)/appeal", "appeal=当天断电").status == .seeOther)
            #expect(try await client.press("\(page)/appeal", "appeal=再来").status == .conflict)
            #expect(try await client.press("\(page)/decision", "upheld=false&reason=x").status == .forbidden)
            #expect(try await client.look(page).text.contains("&lt;b&gt;系统"))
        }
        try await house.visit(as: "supervisor") { client async throws in
            #expect(try await client.press("\(page)/decision", "reason=属实").status == .unprocessableContent)
            #expect(
                try await client.press("\(page)/decision", "upheld=false&reason=断电属实").status == .seeOther)
            #expect(
                try await client.look("\(SupervisionPath.signals)?state=withdrawn").text.contains("规则 over"))
        }
        #expect(try await house.signals().first?.state == .withdrawn)
        try await house.visit(as: "supervisor") { client async throws in
            #expect(try await client.look(page).text.contains("：裁定申诉成立，撤销</strong>"))
        }
    }

    @Test("what supervision takes back by itself is no decision about an appeal")
    func takenBack() async throws {
        var (_, signal) = try await house()
        let (organ, jw) = (
            Actor(accountID: 5, name: "甲", organ: "scjg", channel: "page", address: ""),
            Actor(accountID: 6, name: "乙", organ: "jw", channel: "page", address: "")
        )
        let calendar = try WorkingCalendar(version: 1, years: [2026], holidays: [:], workdays: [])
        try signal.appeal("当天断电", decideWithin: 5, by: organ, at: noon, calendar)
        try signal.decide(isUpheld: true, "没有断电", by: jw, at: noon)
        try signal.withdraw("规则写错", by: jw, at: noon)
        #expect(signal.course.indices.map(signal.wordsOfStep) == ["提出申诉", "裁定申诉不成立", "撤销"])
    }

    @Test("the days for an appeal and the record are a card's: a reminder speaks of neither")
    func reminder() async throws {
        for (level, isCard) in [
            (SupervisionRule.Level.reminder, false), (SupervisionRule.Level.yellow, true),
        ] {
            let house = try await SupervisionHouse(rules: [SupervisionHouse.rule("one", level)])
            try await house.file(1, due: noon.days(-1))
            try await house.watching.sweep(at: noon)
            let signal = try #require(try await house.signals().first)
            try await house.visit(as: "supervisor") { client async throws in
                let page = try await client.look(SupervisionPath.signal(String(signal.id))).text
                #expect(page.contains("撤销信号"))
                #expect(page.contains("申诉期限") == isCard && page.contains("不再计入部门的记录") == isCard)
            }
        }
    }

    @Test("programs read signals and appeal by the same rules")
    func programs() async throws {
        let (house, signal) = try await house()
        let path = "\(SupervisionPath.api)/\(signal.id)"
        try await house.visit(as: "zhangwei") { client async throws in
            #expect(try await client.look(SupervisionPath.api).status == .forbidden)
        }
        try await house.visit(as: "leader") { client async throws in
            let list = try await client.look("\(SupervisionPath.api)?state=open&organ=scjg").text
            #expect(list.contains("\"level\":\"yellow\"") && list.contains("\"next\":null"))
            #expect(
                try await client.look("\(SupervisionPath.api)?state=strange").status == .unprocessableContent)
            #expect(try await client.look(path).text.contains("\"rule_version\":1"))
        }
        try await house.visit(as: "head-zjj") { client async throws in
            #expect(try await client.look(path).status == .notFound)
        }
    }

    @Test("a program of supervision takes a signal back by the rule of the page, once for one key")
    func programWithdraws() async throws {
        let (house, signal) = try await house()
        let path = "\(SupervisionPath.api)/\(signal.id)/withdrawal"
        try await house.visit(as: "officer-scjg") { client async throws in
            #expect(try await client.send(path, #"{"reason": "误报"}"#).status == .forbidden)
        }
        try await house.visit(as: "supervisor") { client async throws in
            #expect(try await client.send(path, #"{"reason": " "}"#).status == .unprocessableContent)
            for _ in 0..<2 {
                let answer = try await client.send(path, #"{"reason": "误报"}"#, key: "k1")
                #expect(answer.status == .created && answer.text.contains("\"state\":\"withdrawn\""))
            }
            #expect(try await client.send(path, #"{"reason": "误报"}"#).status == .conflict)
        }
    }

    @Test("a rule is written by one and switched on by another, through the pages")
    func rules() async throws {
        let house = try await SupervisionHouse()
        let form =
            "key=too-many&name=补正次数过多&basis=试验&scope=case&anchor=none&before=false&amount=0&unit=day&level=warning&tells=head&per_minute=100&appeal_days=3&decision_days=5"
        let path = try await house.visit(as: "supervisor") { client async throws in
            let wrong = try await client.press(SupervisionPath.newRule, "key=&name=&scope=case")
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("请选择级别。"))
            let made = try await client.press(SupervisionPath.newRule, "\(form)&condition=case.agee > 3")
            let path = try #require(made.headers[.location])
            #expect(try await client.look(path).text.contains("检查发现 1 个问题"))
            #expect(
                try await client.press("\(path)/activation", "on_from=2026-11-25&tried=0").status
                    == .forbidden)
            return path
        }
        try await house.visit(as: "leader") { client async throws in
            #expect(
                try await client.press("\(path)/activation", "on_from=2026-11-25&tried=0").status == .conflict
            )
        }
        try await house.visit(as: "supervisor") { client async throws in
            #expect(
                try await client.press(path, "\(form)&seen=0&condition=case.age_days > 3").status == .seeOther
            )
            #expect(try await client.look("\(path)/trial").text.contains("近一年的 0 个办件"))
        }
        try await house.visit(as: "leader") { client async throws in
            // It is switched on below its trial, and nowhere else.
            let (page, trial) = (
                try await client.look(path).text, try await client.look("\(path)/trial").text
            )
            #expect(page.contains("看过试算再启用") && !page.contains("/activation\""))
            #expect(trial.contains("/activation\"") && trial.contains(#"name="tried" value="1""#))
            for (stale, words) in [("", "请先看试算"), ("&seen=1", "请先看试算"), ("&tried=0", "又改过")] {
                let refused = try await client.press("\(path)/activation", "on_from=2026-11-25\(stale)")
                #expect(refused.status == .conflict && refused.text.contains(words))
            }
            let undated = try await client.press("\(path)/activation", "on_from=&tried=1")
            #expect(undated.status == .unprocessableContent && undated.text.contains("看过试算，启用"))
            #expect(
                try await client.press("\(path)/activation", "on_from=2026-11-25&tried=1").status == .seeOther
            )
            #expect(try await client.press("\(path)/deactivation", "reason=").status == .unprocessableContent)
        }
        #expect(try await house.database.read { try RuleStore.versions(in: $0) }.first?.state == .on)
    }

    @Test("supervision is told of an appeal, and whoever appealed of the decision")
    func told() async throws {
        let (house, signal) = try await house()
        let page = SupervisionPath.signal(String(signal.id))
        try await house.visit(as: "officer-scjg") { client async throws in
            #expect(try await client.press("\(page)/appeal", "appeal=已经办结").status == .seeOther)
        }
        #expect(try await house.messages(to: "supervisor").contains { $0.contains("提出申诉") })
        try await house.visit(as: "supervisor") { client async throws in
            let decision = "upheld=true&reason=超过期限一天"
            #expect(try await client.press("\(page)/decision", decision).status == .seeOther)
        }
        for name in ["officer-scjg", "head-scjg"] {
            #expect(
                try await house.messages(to: name).contains { $0.contains("申诉不成立：超过期限一天") }, "\(name)")
        }
    }

    @Test("from a signal an order is begun with its words, and the list leads to its file")
    func links() async throws {
        let (house, signal) = try await house()
        try await house.visit(as: "supervisor") { client async throws in
            let page = try await client.look(SupervisionPath.signal(String(signal.id))).text
            let order = "/desk/orders-new?source=signal&amp;reference=\(signal.id)&amp;lead=scjg"
            #expect(page.contains("href=\"\(order)\""), "\(page)")
            let asked = "state=all&level=yellow&organ=scjg"
            let list = try await client.look("\(SupervisionPath.signals)?\(asked)").text
            let found = list.firstMatch(of: /href="([^"]+)" download/)?.output.1
            let file = try #require(found.map { String($0).replacing("&amp;", with: "&") })
            #expect(file == "\(SupervisionPath.file)?\(asked)")
            #expect(try await client.look(file).status == .ok)
        }
    }

    @Test("a signal of which an order was made leads to it, and to no second one")
    func ordered() async throws {
        let house = try await SupervisionHouse(
            rules: [SupervisionHouse.rule()], ordered: Link("限期办结（办理中）", "/desk/orders/7"))
        try await house.file(1, due: noon.days(-1))
        try await house.watching.sweep(at: noon)
        let signal = try #require(try await house.signals().first)
        for name in ["supervisor", "head-scjg"] {
            try await house.visit(as: name) { client async throws in
                let page = try await client.look(SupervisionPath.signal(String(signal.id))).text
                #expect(page.contains("<a href=\"/desk/orders/7\">限期办结（办理中）</a>"), "\(page)")
                #expect(!page.contains("/desk/orders-new"))
            }
        }
    }

    @Test(
        "what a wrong rule has raised is taken back together, once it is off, and appeals are left to be decided"
    )
    func recalled() async throws {
        let house = try await SupervisionHouse(rules: [SupervisionHouse.rule()])
        for id in Int64(1)...4 { try await house.file(id, due: noon.days(-1)) }
        try await house.watching.sweep(at: noon)
        let signals = try await house.signals()
        #expect(signals.count == 4)
        try await house.visit(as: "officer-scjg") { client async throws in
            let appeal = "\(SupervisionPath.signal(String(signals[0].id)))/appeal"
            #expect(try await client.press(appeal, "appeal=已经办结").status == .seeOther)
            let file = try await client.look("\(SupervisionPath.file)?state=all")
            #expect(file.text.split(separator: "\r\n").count == 5, "\(file.text)")
            let all = try await client.look("\(SupervisionPath.signals)?state=all").text
            #expect(all.contains("value=\"all\" selected") && all.contains("申诉中</"))
        }
        let rule = SupervisionPath.rule(String(signals[0].ruleID))
        try await house.visit(as: "supervisor") { client async throws in
            #expect(!(try await client.look(rule).text.contains("撤销这版规则")))
            #expect(try await client.press("\(rule)/recall", "recall=误报").status == .conflict)
            #expect(try await client.press("\(rule)/deactivation", "reason=条件写错").status == .seeOther)
            #expect(try await client.look(rule).text.contains("撤销这版规则发出的 3 条信号"))
            #expect(try await client.press("\(rule)/recall", "recall=").status == .unprocessableContent)
            #expect(try await client.press("\(rule)/recall", "recall=条件写错").status == .seeOther)
            #expect(try await client.press("\(rule)/recall", "recall=再来").status == .conflict)
        }
        #expect(try await house.signals().map(\.state) == [.appealed, .withdrawn, .withdrawn, .withdrawn])
        #expect(try await house.messages(to: "head-scjg").contains { $0.contains("3 条信号已撤销：条件写错") })
        #expect(
            try await house.count("SELECT count(*) FROM journal_entry WHERE action = 'signal.withdrawn'") == 3
        )
    }
}

extension TestClientProtocol {
    /// A program sends JSON.
    func send(_ path: String, _ json: String, key: String? = nil) async throws -> TestResponse {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let key, let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        return try await execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: json))
    }
}
