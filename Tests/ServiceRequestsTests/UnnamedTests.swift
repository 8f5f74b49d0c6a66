import Cases
import Codes
import Identity
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import ServiceRequests

@Suite("不署名的、受保护的")
struct UnnamedTests {
    private static func report(_ turn: Int = 0, _ change: (inout RequestForm) -> Void = { _ in })
        -> RequestForm
    {
        House.form {
            ($0.category, $0.kind) = ("conduct", "report")
            ($0.title, $0.content) = ("窗口人员收受红包", "第 \(turn) 次在窗口收受红包。")
            change(&$0)
        }
    }

    private func file(_ form: RequestForm, in house: House) async throws -> Case {
        try await house.office.file(
            form, of: .account(house.account("zhangwei")), channel: "page", actor: house.actor("zhangwei")
        ).root
    }

    @Test("登录了不署名的，也不能一下子提交很多件；留下的办件里看不出是第几件")
    func flood() async throws {
        let house = try await House()
        for turn in 1...5 {
            let subject = try await file(Self.report(turn) { $0.isAnonymous = true }, in: house)
            #expect(subject.said(.turn).isEmpty && subject.applicant.accountID == nil)
        }
        let sixth = await refusal {
            _ = try await file(Self.report(6) { $0.isAnonymous = true }, in: house)
        }
        #expect(sixth != nil)
        #expect(try await house.many() == 5)
        // Whoever gives their name is held back by what they said, and not by this.
        #expect(try await file(House.form(), in: house).applicant.name == "张伟")
    }

    @Test("没有账号的凭回执看得到答复，有账号的登录了看；都不说许可的法")
    func answer() async throws {
        let house = try await House()
        let unnamed = try await house.office.file(
            House.form(), of: .caller(name: "何秀英", phone: "0758-2000001"), channel: "call",
            actor: house.actor("hotline")
        ).root
        #expect(unnamed.answerByReceipt == nil)
        let said = try #require(ServiceRequests.words(of: unnamed))
        #expect(said.map(\.label) == ["事项", "内容"], "\(said)")
        let waiting = try #require(ServiceRequests.standing(of: unnamed))
        #expect(!waiting.advice.contains("即为受理") && waiting.advice.contains("您现在不用做什么"))
        try await house.answer(unnamed.number.text)
        let answered = try await house.subject(unnamed.number.text)
        let words = try #require(answered.answerByReceipt).paragraphs.joined()
        #expect(words.contains("三盏路灯恢复照明"))
        let standing = try #require(ServiceRequests.standing(of: answered))
        #expect(!standing.advice.contains("行政复议") && standing.advice.contains("12345"))
        let named = try await house.say { $0.content = "桥头的路灯也不亮。" }
        try await house.answer(named)
        #expect(try await house.subject(named).answerByReceipt == nil)
    }

    @Test("代替姓名的话不当作姓名遮盖", arguments: Pseudonym.allCases)
    func placeholder(pseudonym: Pseudonym) {
        #expect(Masking.name(pseudonym.rawValue) == pseudonym.rawValue)
        #expect(Masking.name("（张三）") == "（***")
    }

    @Test("不予受理的通知书只写理由，不写没有的复议机关")
    func refused() async throws {
        let house = try await House()
        let number = try await house.say()
        try await house.finish(number, "refuse", opinion: "反映的事项已经办结。", by: "hotline")
        let papers = try await house.subject(number).documents
        let words = papers.flatMap(\.paragraphs).joined()
        #expect(words.contains("已经办结") && !words.contains("行政复议") && !words.contains("提起行政诉讼"))
    }

    @Test("受保护的多人举报，代表的姓名只有受理的部门查看身份时看得到；不署名的不用写")
    func group() async throws {
        let house = try await House()
        let subject = try await file(
            Self.report { ($0.people, $0.representatives) = ("8", "赵甲、钱乙") }, in: house)
        #expect(subject.said(.representatives).isEmpty)
        #expect(!subject.form.values.contains { "\($0)".contains("赵甲") })
        let author = try await house.office.identity(
            behind: subject.number.text, because: "核实奖励发放对象", by: house.actor("officer-xfj"),
            as: house.account("officer-xfj").viewer)
        #expect(author.name == "张伟，代表：赵甲、钱乙")
        let missing = await refusal { _ = try await file(Self.report(1) { $0.people = "8" }, in: house) }
        #expect(missing?.contains("请推选代表") == true)
        let unnamed = try await file(
            Self.report(2) { ($0.people, $0.isAnonymous) = ("8", true) }, in: house)
        #expect(unnamed.said(.people) == "8")
    }

    @Test("请求复查的最后一天是休息日的，顺延到上班第一天")
    func lastDay() async throws {
        let house = try await House()
        house.clock.now = Instant(day: CivilDate(iso: "2026-09-01") ?? .first, hour: 9)
        let number = try await house.say { ($0.category, $0.kind) = ("land", "complaint") }
        try await house.assign(number, to: "zrzy", isFinal: true, by: "officer-xfj")
        try await house.draft(number, by: "officer-zrzy") { $0.result = "reject" }
        try await house.finish(number, "sign", by: "head-zrzy")
        let subject = try await house.subject(number)
        let calendar = try await house.office.view(number, for: .system).calendar
        #expect(subject.lastDay(of: 30, by: calendar) == CivilDate(iso: "2026-10-08"))
        house.clock.now = Instant(day: CivilDate(iso: "2026-10-08") ?? .first, hour: 16)
        let review = try await house.office.askReview(
            of: number, because: "面积少算了二十平方米。", by: house.actor("zhangwei"),
            as: house.account("zhangwei").viewer)
        #expect(review.root.said(.earlier) == number)
    }
}
