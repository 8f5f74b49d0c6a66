import Cases
import Codes
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import ServiceRequests

@Suite("没有解决的：重办、回访、代为请求复查")
struct AgainTests {
    private func callBack(_ house: House, _ number: String, _ solved: String, _ lack: String = "")
        async throws
        -> String?
    {
        try await house.office.callBack(
            number, said: Assessment(solved: solved, grade: "1", reason: lack),
            by: house.actor("hotline", for: "zwfw"), as: house.account("hotline").viewer)
    }

    @Test("来电登记的也能重办：来电只处理一次，重办的不再处理它")
    func fromCall() async throws {
        let house = try await House()
        let number = try await house.enter { $0.call = "77" }
        try await house.answer(number)
        let again = try #require(try await callBack(house, number, "again", "还有两盏灯不亮。"))
        #expect(try await house.subject(again).said(.call).isEmpty)
        #expect(try await house.subject(again).applicant.name == "何秀英")
    }

    @Test("重办不成的，回访也没有记下，可以再来一次")
    func bothOrNeither() async throws {
        let house = try await House()
        let number = try await house.say()
        try await house.answer(number)
        let first = await refusal {
            _ = try await house.office.keep(
                Assessment(solved: "again", grade: "1", reason: "还有两盏灯不亮。"), of: house.subject(number),
                by: house.actor("hotline", for: "zwfw")
            ) { _ in Self.broken }
        }
        #expect(first != nil)
        #expect(try await house.row(number).solved == nil)
        let next = try await house.database.read { try RequestStore.next(after: number, in: $0) }
        #expect(next == nil)
        #expect(try await callBack(house, number, "again", "还有两盏灯不亮。") != nil)
    }

    /// The journal takes no entry without a subject.
    private static let broken = JournalEntry(
        at: Instant(day: .first), actor: .system, action: "", subject: "\0", sentence: "")

    @Test("紧急的重办还是紧急的；延长也按小时")
    func urgency() async throws {
        let house = try await House()
        let number = try await house.say { $0.isUrgent = true }
        let plan = try await house.subject(number).plan
        #expect(plan.extensionRule.limit == TimeLimit(value: 24, unit: .hour))
        try await house.answer(number)
        let again = try #require(try await callBack(house, number, "again", "线又掉下来了。"))
        #expect(try await house.subject(again).plan.promisedLimit == TimeLimit(value: 24, unit: .hour))
        #expect(try await house.row(again).isUrgent)
    }

    @Test("反映人说没有解决、要求重办，一次做完；说过没有解决的还在回访的单子里，重办以后不在")
    func atOnce() async throws {
        let house = try await House()
        let number = try await house.say()
        try await house.answer(number)
        let (zhang, viewer) = (try await house.actor("zhangwei"), try await house.account("zhangwei").viewer)
        let silent = try await house.office.say(
            Assessment(solved: "no", grade: "2", reason: "还有两盏不亮。"), of: number, by: zhang, as: viewer)
        #expect(silent == nil)
        #expect(try await house.office.callBacks(at: ["zwfw"]).items.map(\.number) == [number])
        let page = try await house.visit(as: "hotline") {
            try await $0.look("/desk/service-requests/\(number)").text
        }
        #expect(page.contains("还有两盏不亮。") && page.contains("记录反映人的意见"))
        let again = try await callBack(house, number, "again", "还有两盏不亮，请再来。")
        #expect(again != nil)
        #expect(try await house.office.callBacks(at: ["zwfw"]).items.isEmpty)
    }

    @Test("同时点了两次重办的，只有一件")
    func race() async throws {
        let house = try await House()
        let number = try await house.say()
        try await house.answer(number)
        let (account, actor) = (try await house.account("zhangwei"), try await house.actor("zhangwei"))
        let words: [String?] = await withTaskGroup(of: String?.self) { group in
            for turn in 1...6 {
                group.addTask {
                    await refusal {
                        _ = try await house.office.sayAgain(
                            number, because: "第\(turn)次说：还有两盏不亮。", account: account, actor: actor)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(words.count { $0 == nil } == 1)
        #expect(words.compactMap(\.self).allSatisfy { $0.hasPrefix("您已经提出过，编号 ") }, "\(words)")
    }

    @Test("没有账号的信访人，受理的单位代为请求复查；别的单位、不署名的不能")
    func onBehalf() async throws {
        let house = try await House()
        let number = try await house.enter(by: "officer-xfj", channel: FilingRecord.letter) {
            ($0.category, $0.kind) = ("land", "complaint")
        }
        try await house.assign(number, to: "zrzy", isFinal: true, by: "officer-xfj")
        try await house.draft(number, by: "officer-zrzy") { $0.result = "reject" }
        try await house.finish(number, "sign", by: "head-zrzy")
        func ask(by name: String, for organ: String) async throws -> String {
            try await house.office.askReview(
                of: number, because: "面积少算了二十平方米。", for: FilingRecord.visit,
                by: house.actor(name, for: organ), as: house.account(name).viewer
            ).root.number.text
        }
        #expect(
            await refusal { _ = try await ask(by: "officer-zrzy", for: "zrzy") } == "由受理的单位代为提出。")
        let page = try await house.visit(as: "officer-xfj") {
            try await $0.look("/desk/service-requests/\(number)").text
        }
        #expect(page.contains("代为请求复查"))
        let sent = try await house.visit(as: "officer-xfj") {
            try await $0.press(
                "/desk/service-requests/\(number)/review", "channel=visit&dissent=面积少算了二十平方米。")
        }
        #expect(sent.status == .seeOther)
        let review = try #require(
            try await house.database.read { try RequestStore.next(after: number, in: $0) })
        let subject = try await house.subject(review)
        #expect(subject.applicant.name == "何秀英" && subject.filing.channel == FilingRecord.visit)
        #expect(subject.plan.organ == "xfj")
    }

    @Test("抽中的再多也不会少：一页一页翻，先到期的在前")
    func manyCallBacks() async throws {
        let house = try await House()
        let number = try await house.say()
        try await house.answer(number)
        let template = try await house.row(number)
        try await house.database.write { tx in
            for turn in 0..<45 {
                let id = tx.ids.next()
                try tx.execute(
                    """
                    INSERT INTO service_request (id, number, process, kind, category, organ, office, title, digest,
                        is_public, is_protected, people, round, filed_at, ended_at, result, lot)
                    VALUES (\(id), \("9\(turn)"), 'service-request', 'help', 'roads', 'cgj', 'zwfw', '路灯', \("d\(turn)"),
                        1, 0, 1, 1, \(template.filedAt), \(template.filedAt.adding(seconds: turn)), 'answered',
                        \(turn % 100))
                    """)
            }
        }
        var (all, after): ([RequestRow], String?) = ([], nil)
        repeat {
            let slice = try await house.office.callBacks(at: ["zwfw"], after: after)
            (all, after) = (all + slice.items, slice.next)
        } while after != nil
        let made = all.map(\.number).filter { $0.count < 4 }
        #expect(made == (0..<20).map { "9\($0)" })
    }
}
