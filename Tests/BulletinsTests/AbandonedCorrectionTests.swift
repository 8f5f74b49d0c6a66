import HTTPTypes
import HummingbirdTesting
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Bulletins

@Suite("A correction that is given up")
struct AbandonedCorrectionTests {
    private let desk = BulletinPath.edit("2026-10")

    @Test("there has to be one, with a reason, and what another approved its writer does not make vanish")
    func refused() async throws {
        let house = try await BulletinHouse()
        let published = try await house.published()
        var one = try await house.bulletin()
        let early = await refusal { try one.abandon("不用更正。", for: published, by: writer) }
        #expect(early == "这期通报已公布，没有正在进行的更正。")
        try one.correct("漏写了办结数。", by: writer)
        #expect(throws: DomainError.invalid("discard", "请写明为什么放弃更正。")) {
            try one.abandon(" ", for: published, by: writer)
        }
        try one.approve(by: other)
        #expect(throws: DomainError.forbidden("这次更正是您修改的，已经审定，要由另一人放弃。")) {
            try one.abandon("不用更正。", for: published, by: writer)
        }
        try one.abandon("不用更正。", for: published, by: other)
        #expect(one.state == .published && one.editors.isEmpty && one.remark == nil)
        var draft = try await BulletinHouse().drafted()
        let never = await refusal { try draft.abandon("不用了。", for: nil, by: writer) }
        #expect(never == "这期通报起草中，没有正在进行的更正。")
    }

    @Test("what is published stands word by word and figure by figure, and can be corrected anew")
    func story() async throws {
        let house = try await BulletinHouse()
        _ = try await house.published()
        let before = try await house.bulletin()
        try await house.visit(as: "supervisor") { [desk] client async throws in
            #expect(!(try await client.look(desk).text.contains("放弃更正")))
            #expect(try await client.press("\(desk)/abandonment", "discard=不用。").status == .conflict)
            #expect(try await client.press("\(desk)/correction", "remark=漏写了办结数。").status == .seeOther)
            let edited = try await client.press(
                "\(desk)/sections/overview", "text=改过的话。&seen=\(before.revision + 1)")
            #expect(edited.status == .seeOther)
            #expect(
                try await client.press("\(desk)/figures", "seen=\(before.revision + 2)").status == .seeOther)
            let empty = try await client.press("\(desk)/abandonment", "discard=")
            #expect(empty.status == .unprocessableContent && empty.text.contains("请写明为什么放弃更正。"))
        }
        try await house.visit(as: "officer-scjg") { [desk] client async throws in
            #expect(try await client.press("\(desk)/abandonment", "discard=不用。").status == .forbidden)
        }
        try await house.visit(as: "supervisor") { [desk] client async throws in
            #expect(
                try await client.press("\(desk)/abandonment", "discard=核对以后没有错。").status == .seeOther)
            let page = try await client.look(desk).text
            #expect(page.contains("已公布") && page.contains("开始更正") && !page.contains("改过的话。"))
        }
        let after = try await house.bulletin()
        #expect(after.figures == before.figures && after.sections.map(\.text) == before.sections.map(\.text))
        #expect(after.generatedAt == before.generatedAt && after.approvedBy == before.approvedBy)
        #expect(after.authors == before.authors && after.edition == 1)
        let reasons = try await house.database.read { tx in
            try tx.rows(
                "SELECT detail FROM journal_entry WHERE action = 'bulletin.correction_abandoned' /* all */"
            ).map { try $0.text("detail") }
        }
        #expect(reasons.count == 1 && reasons[0].contains("核对以后没有错。"))
    }
}

extension BulletinHouse {
    fileprivate func bulletin() async throws -> Bulletin {
        try await database.read { try BulletinStore.bulletin(period("2026-10"), in: $0) }
    }
}
