import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Hearings
@testable import Identity

@Suite("A hearing that goes otherwise than announced")
struct HearingChangeTests {
    private let rules = HearingHouse.rules
    private let late = noon.adding(seconds: 22 * 86_400)

    private func told(_ name: String, _ house: HearingHouse) async throws -> [String] {
        let account = try await house.account(name).id
        return try await house.database.read { tx in
            try tx.rows("SELECT template FROM message WHERE account_id = \(account) ORDER BY id /* all */")
                .map { try $0.text("template") }
        }
    }

    private func draw(_ one: Hearing, _ house: HearingHouse) async throws -> [Registration] {
        try await house.database.write { [late] tx in
            var hearing = try HearingStore.hearing(one.id, in: tx)
            let drawn = try Registering.draw(&hearing, at: late, in: tx)
            try HearingStore.update(hearing, in: tx)
            return drawn
        }
    }

    @Test(
        "registering is not made longer to an earlier day, too near to the hearing, or once there is a list")
    func longer() throws {
        var one = try HearingHouse.announced()
        let time = one.facts.startsAt.adding(seconds: 20 * 86_400)
        func postpone(_ days: Int, on day: Int = 25) throws {
            try one.postpone(
                to: time, registerBy: noon.day.adding(days: days), why: "没有人报名",
                on: noon.day.adding(days: day),
                rules)
        }
        #expect(throws: DomainError.invalid("register_by", "报名只能延长到更晚的日期，至少到今天。")) { try postpone(20) }
        #expect(throws: DomainError.invalid("register_by", "报名只能延长到更晚的日期，至少到今天。")) { try postpone(24) }
        #expect(throws: DomainError.invalid("register_by", "报名要在听证会 \(10) 天前截止，现在只隔 \(5) 天。")) {
            try postpone(55)
        }
        try postpone(45)
        #expect(one.isRegistering(on: noon.day.adding(days: 45)) && one.facts.startsAt == time)
        one.state = .drawn
        #expect(throws: DomainError.conflict("名单已经公布，报名不能再延长。")) {
            try one.postpone(
                to: time.adding(seconds: 86_400), registerBy: noon.day.adding(days: 46), why: "还想再等等",
                on: noon.day, rules)
        }
    }

    @Test("is cancelled with a reason, after it is announced and before it is held, once")
    func cancelled() throws {
        var one = try Hearing.begin(HearingHouse.facts, id: 1, organ: "fgj", by: HearingHouse.writer)
        let refusal = DomainError.conflict("听证会公告以后、举行以前才能取消。")
        #expect(throws: refusal) { try one.cancel(why: "方案已经撤回", on: noon.day) }
        one = try HearingHouse.announced()
        #expect(throws: DomainError.self) { try one.cancel(why: "不", on: noon.day) }
        try one.cancel(why: "方案已经撤回", on: noon.day)
        #expect(!one.isRegistering(on: noon.day) && !one.hasRecord)
        #expect(throws: refusal) { try one.cancel(why: "方案已经撤回", on: noon.day) }
        #expect(throws: DomainError.conflict("现在不能改期。")) {
            try one.postpone(
                to: one.facts.startsAt.adding(seconds: 86_400), why: "方案已经撤回", on: noon.day, rules)
        }
    }

    @Test(
        "for which nobody registered is put off with more time to register, or cancelled, and everybody reads why"
    )
    func nobody() async throws {
        let house = try await HearingHouse()
        let one = try await house.open()
        let (desk, open) = (HearingPath.edit(String(one.id)), HearingPath.one(String(one.id)))
        try await house.visit(as: "head-fgj", at: late) { client async throws in
            #expect(try await client.press("\(desk)/drawing").status == .conflict)
            #expect(try await client.look(desk).text.contains("没有人报名"))
            let wrong = "starts_on=2030-01-01&starts_at=9:30&reason=没有人报名&register_by=2029-12-30"
            #expect(try await client.press("\(desk)/postponement", wrong).status == .unprocessableContent)
            let right = "starts_on=2030-01-01&starts_at=9:30&reason=没有人报名&register_by=2029-12-01"
            #expect(try await client.press("\(desk)/postponement", right).status == .seeOther)
        }
        #expect(try await house.register("zhangwei", for: one, at: late) == 1)
        try await house.visit(as: "officer-fgj", at: late) { client async throws in
            let refused = try await client.press("\(desk)/cancellation", "cancel_reason=方案已经撤回")
            #expect(refused.status == .forbidden)
        }
        try await house.visit(as: "head-fgj", at: late) { client async throws in
            let bare = try await client.press("\(desk)/cancellation", "cancel_reason=")
            #expect(bare.status == .unprocessableContent && bare.text.contains("请写明取消的理由"))
            let done = try await client.press("\(desk)/cancellation", "cancel_reason=方案<b>已经撤回")
            #expect(done.status == .seeOther)
            #expect(try await client.look(desk).text.contains("已取消"))
            #expect(try await client.press("\(desk)/drawing").status == .conflict)
        }
        #expect(try await told("zhangwei", house).last?.contains("已取消") == true)
        try await house.visit { client async throws in
            let page = try await client.look(open).text
            #expect(page.contains("不再举行") && page.contains("方案&lt;b&gt;已经撤回"))
            #expect(try await client.look("\(open)/record").status == .notFound)
            let json = try await client.look("\(HearingPath.api)/\(one.id)").text
            #expect(json.contains("\"state\":\"cancelled\"") && json.contains("cancelled_on"))
            #expect(try await client.look(HearingPath.all).text.contains("已取消"))
        }
    }

    @Test("whoever cannot come leaves the place to the first in reserve, who is told")
    func places() async throws {
        let house = try await HearingHouse()
        let one = try await house.open()
        let names = ["zhangwei", "chenjing", "liuyuxin"]
        for name in names { _ = try await house.register(name, for: one) }
        let registering = Registering(office: house.office)
        func leave(_ name: String) async throws {
            let account = try await house.account(name)
            try await registering.withdraw(
                from: one.id, as: account, by: account.actor(channel: "page", address: ""), at: late)
        }
        await #expect(throws: DomainError.conflict("报名已经截止，现在不能撤回；抽签以后、举行以前可以退出。")) {
            try await leave("zhangwei")
        }
        let drawn = try await draw(one, house).sorted { ($0.place ?? 0) < ($1.place ?? 0) }
        let order = drawn.map { names[$0.number - 1] }
        try await leave(order[0])
        #expect(try await told(order[1], house).last?.contains("由您递补") == true)
        await #expect(throws: DomainError.notFound("您没有报名。")) { try await leave(order[0]) }
        let desk = HearingPath.edit(String(one.id))
        try await house.visit(as: "head-fgj", at: late) { client async throws in
            #expect(try await client.look(desk).text.contains("参加（递补）"))
            let gone = "\(desk)/replacement"
            #expect(try await client.press(gone, "gone=99&gone_reason=").status == .unprocessableContent)
            let done = try await client.press(gone, "gone=\(drawn[1].number)&gone_reason=电话告知因病住院")
            #expect(done.status == .seeOther)
        }
        #expect(try await told(order[1], house).last?.contains("登记了您不能参加") == true)
        let all = try await house.database.read { try RegistrationStore.all(of: one.id, in: $0) }
        #expect(all.filter { $0.state == .chosen }.map(\.number) == [drawn[2].number])
        try await leave(order[2])
        let (page, json) = try await house.visit { client async throws in
            (
                try await client.look(HearingPath.one(String(one.id))).text,
                try await client.look("\(HearingPath.api)/\(one.id)").text
            )
        }
        #expect(page.contains("不能到场（电话告知因病住院）"))
        #expect(json.components(separatedBy: "\"state\":\"withdrawn\"").count == 4)
    }

    @Test("nobody is replaced before there is a list, nor once it is held")
    func noList() throws {
        var one = try HearingHouse.announced()
        for state in Hearing.State.allCases where state != .drawn {
            one.state = state
            #expect(throws: DomainError.conflict("名单公布以后、举行以前才能退出和递补。")) { try one.requireList() }
        }
    }

    @Test("so many public questions are taken, and the clerk writes on all the same")
    func questions() async throws {
        let house = try await HearingHouse()
        let one = try await house.open()
        _ = try await house.database.write { tx in
            try tx.execute(
                """
                UPDATE hearing_count SET lines = \(RecordStore.mostQuestions + 7), questions = \(RecordStore.mostQuestions)
                WHERE hearing_id = \(one.id)
                """)
        }
        await #expect(
            throws: DomainError.conflict("公众提问已满 \(RecordStore.mostQuestions) 个，不再收新的问题。")
        ) {
            try await house.database.write { tx in
                try RecordStore.append(
                    .question, speaker: "公众 张*", words: "为什么？", person: 1, to: one.id, at: noon, in: tx)
            }
        }
        try await house.database.write { tx in
            try RecordStore.append(.speech, speaker: "主持人", words: "继续。", to: one.id, at: noon, in: tx)
        }
        let lines = try await house.database.read { try RecordStore.lines(of: one.id, in: $0) }
        #expect(lines.map(\.number) == [RecordStore.mostQuestions + 8])
    }
}
