import Cases
import Codes
import Identity
import Journal
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import ServiceRequests

@Suite("身份受保护的人后来做的事")
struct ProtectedTests {
    private static func report(in house: House) async throws -> String {
        try await house.say {
            ($0.category, $0.kind) = ("conduct", "report")
            ($0.title, $0.content) = ("窗口人员收受红包", "某月某日在窗口收受红包。")
        }
    }

    /// An accusation that was handled and answered.
    private static func answered(in house: House) async throws -> String {
        let number = try await report(in: house)
        try await house.assign(number, to: "sfj", isFinal: true, by: "officer-xfj")
        try await house.draft(number, by: "officer-sfj") { $0.isPublic = false }
        try await house.finish(number, "sign", by: "head-sfj")
        return number
    }

    /// Whoever may see the case reads its name nowhere: not in the case, its history, or its entries in the journal.
    private func expectUntold(_ number: String, in house: House) async throws {
        let view = try await house.office.view(number, for: house.account("officer-xfj").viewer)
        #expect(!"\(view.subject)".contains("张伟"))
        let told = view.history.map { "\($0.entry.actor.name) \($0.entry.sentence.chinese)" }
        #expect(!told.isEmpty && !told.contains { $0.contains("张伟") }, "\(told)")
        let rows = try await house.database.read { tx in
            try tx.rows("SELECT * FROM journal_entry WHERE subject = \(number)").map {
                "\(try $0.text("actor_name")) \(try $0.text("parameters")) \(try $0.text("detail"))"
            }
        }
        #expect(!rows.contains { $0.contains("张伟") }, "\(rows)")
    }

    @Test("催办、撤回，办理经过、签署和日志里都是代替姓名的话，也没有地址")
    func urgedAndWithdrawn() async throws {
        let house = try await House()
        let number = try await Self.report(in: house)
        let (zhang, viewer) = (try await house.actor("zhangwei"), try await house.account("zhangwei").viewer)
        try await house.cases.change(number, by: zhang, as: viewer) { try $0.urge(number, on: $1) }
        try await expectUntold(number, in: house)
        try await house.cases.change(number, by: zhang, as: viewer) {
            try $0.withdraw(reason: "不想再说了。", on: $1)
        }
        try await expectUntold(number, in: house)
        #expect(try await house.subject(number).result?.decidedBy?.name == "（身份受保护）")
        let history = try await house.office.view(number, for: viewer).history
        let withdrawn = try #require(history.last { $0.entry.action == "case.withdrawn" }).entry.actor
        #expect(withdrawn.name == "（身份受保护）" && withdrawn.address.isEmpty)
        // No account either: a search by person would find it. It counts as the act of a person all the same.
        #expect(history.allSatisfy { $0.entry.actor.accountID == 0 })
        let acts = try await house.database.read { try Journal.acts(on: [number], limit: 50, in: $0) }
        #expect(acts[number]?.last { $0.action == "case.withdrawn" }?.isAutomatic == false)
    }

    @Test("评价、请求复查，也不留下姓名；别人冒充不了")
    func assessed() async throws {
        let house = try await House()
        let number = try await Self.answered(in: house)
        let (zhang, viewer) = (try await house.actor("zhangwei"), try await house.account("zhangwei").viewer)
        let said = try Assessment(solved: "no", grade: "2", reason: "没有说怎样处理。")
        let other = await refusal {
            try await house.office.say(
                said, of: number, by: house.actor("officer-xfj"), as: house.account("officer-xfj").viewer)
        }
        #expect(other == "只有反映人本人可以评价和要求重办。")
        try await house.office.say(said, of: number, by: zhang, as: viewer)
        let review = await refusal {
            _ = try await house.office.askReview(
                of: number, because: "没有说怎样处理。", by: zhang, as: viewer)
        }
        #expect(review == "建议、检举控告没有复查复核的程序。")
        try await expectUntold(number, in: house)
    }

    private static let told = "内容里有您的姓名或电话，承办单位会看到，请删去。"

    @Test(
        "内容、标题、地点里写了自己的姓名、电话、身份证号码的，请删去；被反映的人可以写明",
        arguments: ["我叫张伟。", "我叫张 伟。", "电话 154-0758-0001。", "身份证 441299199003071231。"])
    func telling(_ words: String) async throws {
        let house = try await House()
        func file(_ change: (inout RequestForm) -> Void) async throws {
            _ = try await house.say {
                ($0.category, $0.kind) = ("conduct", "report")
                ($0.title, $0.content) = ("窗口人员收受红包", "工作人员李强收受红包，他的电话 13900139001。")
                change(&$0)
            }
        }
        #expect(await refusal { try await file { $0.content += words } } == Self.told)
        #expect(await refusal { try await file { $0.title += words } } == Self.told)
        #expect(await refusal { try await file { $0.place = words } } == Self.told)
        #expect(await refusal { try await file { _ in } } == nil)
        // Whom nobody protects, answers reach by it.
        _ = try await house.say { $0.content += words }
    }

    @Test("来电登记的，看登记的姓名和电话")
    func entered() async throws {
        let house = try await House()
        for words in ["我叫何秀英。", "请打 07582000001。"] {
            let said = await refusal {
                _ = try await house.enter {
                    ($0.category, $0.kind) = ("conduct", "report")
                    ($0.title, $0.content) = ("窗口人员收受红包", "某月某日在窗口收受红包。\(words)")
                }
            }
            #expect(said == "内容里有反映人的姓名或电话，承办单位会看到，请删去。", "\(words)")
        }
    }

    @Test("评价时写的还差什么，也不能有自己的姓名")
    func lacking() async throws {
        let house = try await House()
        let number = try await Self.answered(in: house)
        let said = await refusal {
            try await house.office.say(
                Assessment(solved: "no", grade: "2", reason: "请和我张伟联系。"), of: number,
                by: house.actor("zhangwei"), as: house.account("zhangwei").viewer)
        }
        #expect(said == Self.told)
        #expect(try await house.row(number).solved == nil)
    }
}
