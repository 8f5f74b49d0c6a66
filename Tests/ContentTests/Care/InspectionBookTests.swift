import Journal
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Content

@Suite("The rules of inspection are data")
struct InspectionBookTests {
    @Test(
        "rules that do not fit together are not published",
        arguments: [
            ("full: 100", "full: 不是数", "规则读不出来"), ("pass: 60", "pass: 160", "合格线应在 0 分和满分之间。"),
            ("warn_days: 5", "warn_days: 90", "提前提醒的天数"), ("at_least: 15", "at_least: 0", "条件至少是 1"),
            ("fact: dead_links", "fact: dead_hyperlinks", "规则读不出来"), ("code: home", "code: safety", "代码有重复"),
            ("article: 14", "news: 14", "更新周期里的「news」"), ("most: 20", "most: 1", "最多扣的分"),
            ("late_reply_days: 90", "late_reply_days: 1", "不能比算超期的少"),
            ("code: unreachable", "code: 不通", "小写字母开头"),
        ])
    func refused(_ from: String, _ to: String, _ words: String) throws {
        let text = try InspectionRules.deliveredText()
        #expect(text.contains(from))
        let changed = text.replacing(from, with: to, maxReplacements: 1)
        do {
            _ = try InspectionBook.read(changed)
            Issue.record("published: \(to)")
        } catch DomainError.invalid(let errors) {
            #expect(errors[0].sentence.chinese.contains(words), "\(errors[0].sentence)")
        }
    }

    @Test("a text that is much too long is not even read")
    func tooLong() {
        #expect(throws: DomainError.invalid("body", "规则太长，请精简。")) {
            try InspectionBook.read(String(repeating: "# 长\n", count: 40_000))
        }
    }

    @Test("who edited an older version is told, and every version is kept and in the journal")
    func versions() async throws {
        let house = try await CareHouse()
        let book = try InspectionBook()
        let text = try InspectionRules.deliveredText()
        let now = house.now
        try await house.database.write {
            try book.publish(
                text.replacing("pass: 60", with: "pass: 70"), after: 0, by: .system, at: now, in: $0)
        }
        await #expect(throws: DomainError.conflict("检查规则刚刚被别人改过，请刷新后重新编辑。")) {
            try await house.database.write { try book.publish(text, after: 0, by: .system, at: now, in: $0) }
        }
        let (rules, versions) = try await house.database.read {
            (try book.current(in: $0), try book.versions(in: $0))
        }
        #expect(rules.pass == 70 && versions.map(\.version) == [1])
        let entry = try #require(try await house.entries("inspection_rules.published").first)
        #expect(entry.beforeDigest != entry.afterDigest)
    }
}
