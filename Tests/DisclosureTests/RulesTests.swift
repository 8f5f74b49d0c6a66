import Cases
import Codes
import Files
import Government
import Identity
import Journal
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Disclosure

@Suite("规则是数据")
struct RulesTests {
    @Test("随程序交付的规则读得出来，行和类型对得上，主动公开有二十类")
    func delivered() throws {
        let rules = try DisclosureRules.delivered()
        #expect(rules.faults.isEmpty)
        #expect(rules.classes.map(\.number) == Array(1...20))
        #expect(rules.limits.answerDays == 20 && rules.limits.extensionDays == 20)
        #expect(rules.limits.supplementDays == 7 && rules.limits.consultationDays == 15)
        #expect(rules.rows.count == 21)
    }

    @Test("第三十六条的七种答复都在，救济途径写明复议机关和法院")
    func kinds() throws {
        let rules = try DisclosureRules.delivered()
        for item in ["一", "二", "三", "四", "五", "六", "七"] {
            #expect(rules.kinds.contains { $0.article == "第三十六条第（\(item)）项" }, "\(item)")
        }
        for isRefusal in [true, false] {
            let words = rules.remedies.paragraph(isRefusal: isRefusal)
            #expect(words.contains(rules.remedies.review) && words.contains(rules.remedies.court))
            #expect(!words.contains("{"))
        }
    }

    @Test("读不出来的、太长的、指向没有的行的规则，不能公布")
    func refused() throws {
        let text = try DisclosureRules.deliveredText()
        #expect(throws: DomainError.self) { try RuleBook.read("a: [") }
        #expect(throws: DomainError.invalid("body", "规则太长，请精简。")) {
            try RuleBook.read(String(repeating: "#", count: 200_001))
        }
        #expect(throws: DomainError.invalid("body", "年度报告里没有「\("petition")」这一行。")) {
            try RuleBook.read(text.replacing("code: petition, group", with: "code: petitions, group"))
        }
        #expect(throws: DomainError.invalid("body", "期限应在 1 到 365 个工作日之间。")) {
            try RuleBook.read(text.replacing("answer_days: 20", with: "answer_days: 0"))
        }
    }

    @Test("公布一版以后按新的一版，旧的留着")
    func published() async throws {
        let house = try await House()
        let actor = try await house.actor("sysadmin")
        let text = try DisclosureRules.deliveredText().replacing("free_items: 10", with: "free_items: 12")
        let (book, now) = (house.requests.book, house.clock.now)
        try await house.database.write { try book.publish(text, by: actor, at: now, in: $0) }
        #expect(try await house.requests.rules().fees.freeItems == 12)
        let newer = text.replacing("free_items: 12", with: "free_items: 14")
        try await house.database.write { try book.publish(newer, by: actor, at: now, in: $0) }
        #expect(try await house.requests.rules().fees.freeItems == 14)
        #expect(
            try await house.database.read { try $0.count("SELECT count(*) FROM disclosure_rules /* all */") }
                == 2)
    }
}
