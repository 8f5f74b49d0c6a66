import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Storage
import TestSupport
import Testing
import Typesetting
import WorkingTime
import Yams

@testable import Bulletins

enum RuleReading {
    static func delivered() throws -> BulletinTemplates {
        try YAMLDecoder().decode(BulletinTemplates.self, from: BulletinTemplates.deliveredText())
    }
}

/// The words of a refusal; nil when there was none.
func refusal(_ work: () async throws -> Void) async -> String? {
    do { try await work() } catch { return (error as? DomainError)?.sentence.chinese ?? "\(error)" }
    return nil
}

@Suite("A bulletin, from its figures to the portal")
struct BulletinTests {
    private func sample() throws -> Bulletin {
        Bulletin(
            id: 1, period: try period("2026-10"), figures: BulletinFigures(period: "2026-10"),
            generatedAt: noon,
            sections: [.init(key: "overview", title: "一、总体情况", chart: nil, original: "收到 10 件。")], editors: []
        )
    }

    @Test("whoever wrote it does not approve it, nor publish what nobody approved")
    func ownWork() throws {
        var one = try sample()
        #expect(throws: DomainError.conflict("这期通报还没有审定，不能公布。")) {
            try one.publish(by: other)
        }
        try one.edit("overview", "收到 10 件，办结 9 件。", seen: 0, by: writer)
        #expect(throws: DomainError.forbidden("这期通报是您生成或者修改的，要由另一人审定。")) {
            try one.approve(by: writer)
        }
        try one.approve(by: other)
        // Who touches it again sends it back.
        try one.edit("overview", "收到 11 件。", seen: one.revision, by: other)
        #expect(one.state == .draft && one.approvedBy == nil)
        #expect(throws: DomainError.self) { try one.approve(by: other) }
        #expect(throws: DomainError.self) { try one.approve(by: writer) }
    }

    @Test("what was changed after the second person read it is neither approved nor published")
    func readBefore() throws {
        var one = try sample()
        try one.edit("overview", "收到 11 件。", seen: 0, by: writer)
        let refused = DomainError.conflict("您看过以后又改过，请刷新页面再看一遍。")
        #expect(throws: refused) { try one.approve(seen: 0, by: other) }
        #expect(one.state == .draft)
        try one.approve(seen: 1, by: other)
        #expect(throws: refused) { try one.publish(seen: 1, by: other) }
        try one.publish(seen: 2, by: other)
        #expect(one.state == .published)
    }

    @Test(
        "whoever wrote it does not publish it though another approved, nor withdraw it though another published"
    )
    func ownPublication() throws {
        var one = try sample()
        try one.edit("overview", "收到 10 件，办结 9 件。", seen: 0, by: writer)
        try one.approve(by: other)
        #expect(throws: DomainError.forbidden("这期通报是您生成或者修改的，要由另一人公布。")) {
            try one.publish(by: writer)
        }
        #expect(one.state == .approved && one.edition == 0)
        try one.publish(by: other)
        let refused = DomainError.forbidden("这期通报是您生成或者修改的，要由另一人撤回。")
        #expect(throws: refused) { try one.withdraw("错了。", by: writer, at: noon) }
        // Whoever corrects it has written too, and whoever wrote before still has.
        try one.correct("更正。", by: other)
        #expect(throws: refused) { try one.withdraw("错了。", by: other, at: noon) }
        #expect(throws: refused) { try one.withdraw("错了。", by: writer, at: noon) }
        let third = Actor(accountID: 13, name: "第三人", channel: "page", address: "")
        try one.withdraw("错了。", by: third, at: noon)
        #expect(one.state == .withdrawn)
    }

    @Test("what another changed meanwhile, and numbers of persons, are refused")
    func refused() throws {
        var one = try sample()
        #expect(throws: DomainError.conflict("这期通报刚刚被别人改过，请刷新后重新修改。")) {
            try one.edit("overview", "改。", seen: 7, by: writer)
        }
        #expect(throws: DomainError.notFound("没有这一部分。")) { try one.edit("no", "改。", seen: 0, by: writer) }
        for text in ["", "  ", "请联系 13800001234。", String(repeating: "长", count: 4_001)] {
            #expect(throws: DomainError.self) { try one.edit("overview", text, seen: 0, by: writer) }
        }
        #expect(one.sections.first?.isEdited == false)
    }

    @Test("what is published changes by a correction or a withdrawal, and both say why")
    func corrections() async throws {
        var one = try sample()
        #expect(throws: DomainError.conflict("这期通报还没有公布，不用撤回。")) {
            try one.withdraw("错了。", by: other, at: noon)
        }
        #expect(await refusal { try one.correct("更正。", by: writer) } == "这期通报起草中，不能提出更正。")
        try one.approve(by: other)
        try one.publish(by: other)
        #expect(throws: DomainError.self) { try one.edit("overview", "改。", seen: one.revision, by: writer) }
        #expect(throws: DomainError.self) { try one.correct(" ", by: writer) }
        try one.correct("办结数少统计 3 件。", by: writer)
        #expect(throws: DomainError.self) { try one.approve(by: writer) }
        try one.edit("overview", "收到 13 件。", seen: one.revision, by: writer)
        try one.approve(by: other)
        try one.publish(by: other)
        #expect(one.edition == 2 && one.remark == "办结数少统计 3 件。")
        try one.withdraw("数据来源有误。", by: other, at: noon)
        #expect(throws: DomainError.conflict("这期通报已经撤回。")) {
            try one.withdraw("再撤。", by: other, at: noon)
        }
    }

    @Test(
        "what was withdrawn is written anew as the next edition, read and published by others, or stays withdrawn"
    )
    func reissued() throws {
        var one = try sample()
        try one.discard("写错了期。", by: writer, at: noon)
        // What nobody has read is generated anew instead.
        #expect(throws: DomainError.conflict("这期通报\("已撤回")，不能提出更正。")) {
            try one.correct("更正。", by: writer)
        }
        one = try sample()
        try one.approve(by: other)
        try one.publish(by: other)
        try one.withdraw("数据来源有误。", by: other, at: noon)
        #expect(throws: DomainError.invalid("remark", "请写明更正什么、为什么更正，公布时一并公开。")) {
            try one.correct(" ", by: writer)
        }
        try one.correct("换了数据来源。", by: writer)
        #expect(one.state == .draft && one.editionWithdrawnAt == noon && one.withdrawnAt == nil)
        #expect(throws: DomainError.conflict("这期通报已经撤回。")) {
            try one.withdraw("再撤。", by: other, at: noon)
        }
        try one.edit("overview", "收到 13 件。", seen: one.revision, by: writer)
        #expect(throws: DomainError.self) { try one.approve(by: writer) }
        try one.approve(by: other)
        try one.publish(by: other)
        #expect(one.edition == 2 && one.state == .published && one.editionWithdrawnAt == nil)
    }

    @Test("a period that goes on, and one that is written already, are refused with their reason")
    func generatedOnce() async throws {
        let house = try await BulletinHouse()
        let (running, over) = (try period("2026-11"), try period("2026-10"))
        #expect(
            await refusal { try await house.office.generate(running, by: writer, at: noon) }
                == "2026年11月还没有结束，2026年12月1日以后才能生成通报。")
        try await house.office.generate(over, by: writer, at: noon)
        #expect(
            await refusal { try await house.office.generate(over, by: other, at: noon) }
                == "2026年10月的通报已经生成，请在列表里打开。")
    }

    @Test("drafts come by themselves once, some days after the end, where there is anything to say")
    func byItself() async throws {
        let house = try await BulletinHouse()
        func names() async throws -> [String] {
            try await house.database.read {
                try BulletinStore.list(after: nil, in: $0).items.map(\.period.text)
            }
        }
        try await house.office.generateDue(at: Instant(day: CivilDate(iso: "2026-11-02") ?? .first, hour: 9))
        // There is something of 2025 as well: one month.
        #expect(try await names().sorted() == ["2025", "2026-Q3"])
        try await house.office.generateDue(at: noon)
        try await house.office.generateDue(at: noon)
        #expect(try await names().sorted() == ["2025", "2026-10", "2026-Q3"])
        let silent = try await BulletinHouse([:])
        try await silent.office.generateDue(at: noon)
        #expect(try await silent.database.read { try BulletinStore.list(after: nil, in: $0).items.isEmpty })
    }

    @Test("it says what was counted, compared, by the same ruler, with what merged")
    func said() async throws {
        let one = try await BulletinHouse().drafted()
        let text = one.sections.map(\.text).joined(separator: "\n")
        for words in [
            "收到办件 1031 件，比上月增加 31 件（3.1%），比上年同期增加 131 件（14.6%）", "按时办结率 97.3%，比上月上升 2.3 个百分点",
            "得分靠前的是市场监督管理局（96.20 分）", "得分靠后的是住房和城乡建设局（85.10 分）", "住房和城乡建设局含并入部门合并以后的办件",
            "较多的情形是：三次催办未办 5 条、反复退回申请材料 3 条", "本期发出监察信号 9 条，其中撤销、取消 1 条；其余 8 条里有黄牌 3 张",
            "进步明显的是住房和城乡建设局（升 5.10 分）",
            "有所退步的是市场监督管理局（降 0.80 分）", "在办 210 件，其中超过期限 12 件", "绩效数据尚未核定",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test("where months are missing it says so, and compares nothing with a part of a period")
    func missing() async throws {
        let one = try await BulletinHouse().drafted("2026-Q3")
        let text = one.sections.map(\.text).joined()
        #expect(text.contains("本期有 2 个月没有统计数据") && text.contains("收到办件 1000 件；"))
        #expect(one.figures.previous == nil && one.figures.lastYear == nil)
    }

    @Test("with a month in which nothing came in and nothing was closed nothing is compared")
    func silentMonth() async throws {
        let zeros = ["filed": 0, "closed": 0, "promised_ended": 0]
        let months = BulletinHouse.busy.merging(["2026-09": zeros, "2025-10": zeros]) { $1 }
        let one = try await BulletinHouse(months).drafted()
        #expect(one.figures.previous == nil && one.figures.lastYear == nil)
        let text = one.sections.map(\.text).joined()
        #expect(text.contains("收到办件 1031 件；办结 990 件。"))
    }

    @Test("a period without anything is said to have nothing")
    func empty() async throws {
        let one = try await BulletinHouse([:]).drafted()
        #expect(one.sections.count == 1 && one.figures.isEmpty)
    }

    @Test("what was published stays word by word, and the journal has its digest")
    func kept() async throws {
        let house = try await BulletinHouse()
        let first = try await house.published()
        let again = try JSONDecoder().decode(BulletinEdition.self, from: Data(first.body.utf8))
        #expect(again == first.edition && first.digest == Journal.digest(json: first.body))
        let digests = try await house.database.read { tx in
            try tx.rows(
                "SELECT after_digest FROM journal_entry WHERE action = 'bulletin.published' /* all */"
            )
            .map { try $0.optionalText("after_digest") }
        }
        #expect(digests == [first.digest])
        await #expect(throws: (any Error).self) {
            try await house.database.write { tx in
                try tx.execute("UPDATE bulletin SET approved_by = 5, edited_by = 5 WHERE edition = 1")
            }
        }
    }

    @Test("the seal and the digest stand on the page on which the last paragraph ends", arguments: 1...44)
    func together(count: Int) throws {
        var flow = PaperFlow()
        let body = TextStyle(.fangsong, sizePoints: 16)
        for _ in 0..<count { flow.lines("一行。", body) }
        let words = String(repeating: "本期各部门情况平稳，请继续按时办理。", count: 5)
        flow.lines(words, body, following: PaperFlow.signing)
        flow.sign("肇庆市端州区人民政府办公室", "2026年11月24日")
        let digest = "全文和数据的摘要（SHA-256，记在不能改动的日志里）：" + String(repeating: "a1", count: 32)
        flow.lines(digest, TextStyle(.song, sizePoints: 9))
        let marks = flow.finished()
        let last = try #require(marks.split(separator: .pageBreak).last)
        #expect(last.contains { if case .seal(_) = $0 { true } else { false } })
        let isEnd = { (mark: Typesetting.Mark) -> Bool in
            guard case .text(let block) = mark else { return false }
            return block.style == body && block.alignment == .left && block.text != "一行。"
        }
        #expect(last.contains(where: isEnd))
    }

    @Test("the paper has the same sections and charts, over several pages")
    func paper() async throws {
        let house = try await BulletinHouse()
        let paper = BulletinPaper(try await house.published())
        let bytes = try await paper.pdf()
        #expect(bytes.starts(with: Array("%PDF".utf8)) && bytes.count > 5_000)
        #expect(paper.sheet.marks.contains(.pageBreak))
        #expect(paper.sheet.marks.contains { if case .box(_) = $0 { true } else { false } })
    }
}
