import HTTPTypes
import HummingbirdTesting
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Consultations

@Suite("A passage that goes because of a comment")
struct RemovedPassageTests {
    @Test("names only comments that are there and were not rejected, each once")
    func rule() throws {
        let head = ConsultationHouse.head
        var one = try ConsultationHouse.draft()
        try one.open(by: head, on: noon.day, ConsultationHouse.rules)
        let first = one.passages
        try one.remove("p2", seen: one.revision, by: ConsultationHouse.writer)
        let removed = one.removed(since: first, because: ["p1": [2], "p2": [3, 3, 1]])
        #expect(removed.map(\.anchor) == ["p2"] && removed.map(\.because) == [[1, 3]])
        #expect(throws: DomainError.invalid("because.p2", "“\("第二条")”写的第 \(3) 条意见不存在，或者已经撤回。")) {
            try one.publishVersion(after: first, without: removed, known: [1], by: head)
        }
        let refused: DomainError = .invalid(
            "because.p2", "“\("第二条")”写的第 \(3) 条意见答复的是未采纳，不能写是根据它改的。请去掉编号，或者先改答复。")
        #expect(throws: refused) {
            try one.publishVersion(after: first, without: removed, known: [1, 3], rejected: [3], by: head)
        }
        try one.publishVersion(after: first, without: removed, known: [1, 3], by: head)
        #expect(one.version == 2)
    }

    @Test("comes back under its mark and at its place, once, until the version without it is published")
    func restored() throws {
        let (writer, head) = (ConsultationHouse.writer, ConsultationHouse.head)
        var one = try ConsultationHouse.draft()
        for heading in ["第三条", "第四条"] {
            try one.put(
                try Passage(anchor: "", heading: heading, words: "清理。"), seen: one.revision, by: writer)
        }
        try one.open(by: head, on: noon.day, ConsultationHouse.rules)
        let first = one.passages
        #expect(throws: DomainError.notFound("没有这一条。")) {
            try one.restore("p2", of: first, seen: one.revision, by: writer)
        }
        for anchor in ["p1", "p2", "p3"] { try one.remove(anchor, seen: one.revision, by: writer) }
        #expect(throws: DomainError.conflict("有人刚刚改过这份稿子，请看过最新的内容再改。")) {
            try one.restore("p2", of: first, seen: one.revision - 1, by: writer)
        }
        for anchor in ["p3", "p1", "p2"] {
            try one.restore(anchor, of: first, seen: one.revision, by: writer)
        }
        #expect(one.isPublished(as: first))
        try one.remove("p2", seen: one.revision, by: writer)
        try one.publishVersion(after: first, without: one.removed(since: first), known: [], by: head)
        let second = one.passages
        #expect(throws: DomainError.notFound("没有这一条。")) {
            try one.restore("p2", of: second, seen: one.revision, by: writer)
        }
    }

    @Test("stands under the draft with a button that puts it back")
    func listed() async throws {
        let house = try await ConsultationHouse()
        let one = try await house.open()
        let desk = ConsultationPath.edit(String(one.id))
        try await house.visit(as: "officer-cgj") { client async throws in
            let (gone, back) = ("\(desk)/passages/p1/removal", "\(desk)/passages/p1/restoration")
            #expect(try await client.press(gone, "seen=\(one.revision)").status == .seeOther)
            let page = try await client.look(desk).text
            #expect(page.contains("已删去，还没有公布") && page.contains("action=\"\(back)\""))
            #expect(try await client.press(back, "seen=\(one.revision)").status == .conflict)
            #expect(try await client.press(back, "seen=\(one.revision + 1)").status == .seeOther)
            let whole = try await client.look(desk).text
            #expect(!whole.contains("已删去") && whole.contains("\(desk)/passages/p1\""))
        }
        let left = try await house.database.read { try ConsultationStore.consultation(one.id, in: $0) }
        #expect(left.passages == one.passages)
        let other = try await house.visit(as: "officer-sthj") {
            try await $0.press("\(desk)/passages/p1/restoration", "seen=1").status
        }
        #expect(other == .notFound)
    }

    @Test("shows the way to the comment, and the comment to it; nor is the comment rejected afterwards")
    func bothWays() async throws {
        let house = try await ConsultationHouse()
        let one = try await house.open()
        _ = try await house.say("上位法已有规定，建议删去", on: "p2", one, as: "zhangwei")
        let (desk, open) = (ConsultationPath.edit(String(one.id)), ConsultationPath.one(String(one.id)))
        try await house.visit(as: "officer-cgj") { client async throws in
            let gone = try await client.press("\(desk)/passages/p2/removal", "seen=\(one.revision)")
            #expect(gone.status == .seeOther)
        }
        try await house.visit(as: "head-cgj") { client async throws in
            #expect(try await client.look(desk).text.contains("根据哪几条意见删去“第二条”"))
            let many = String(repeating: "1、", count: 101)
            for (wrong, told) in [("甲", "请写意见的编号"), (many, "最多写 100 条"), ("7", "不存在，或者已经撤回")] {
                let page = try await client.press("\(desk)/versions", "note=吸收第 1 条意见&because.p2=\(wrong)")
                #expect(page.status == .unprocessableContent && page.text.contains(told))
                #expect(page.text.contains("value=\"吸收第 1 条意见\""), "what was entered is still there")
                #expect(page.text.contains("href=\"#f-because.p2\""))
            }
            let done = try await client.press("\(desk)/versions", "note=吸收第 1 条意见&because.p2=1")
            #expect(done.status == .seeOther)
        }
        let (comparison, comment) = try await house.visit { client async throws in
            (
                try await client.look("\(open)/comparison").text,
                try await client.look("\(open)/comments?number=1").text
            )
        }
        #expect(comparison.contains("删去：第二条") && comparison.contains("\(open)/comments?number=1"))
        #expect(comment.contains("\(open)/comparison?version=2#p2") && comment.contains("第 2 版删去“第二条”"))
        let refused = DomainError.invalid(
            "outcome", "第 \(2) 版写明“\("第二条")”是根据第 \(1) 条意见改的，请答复采纳或者部分采纳。")
        await #expect(throws: refused) {
            try await house.database.write { tx in
                try Answering(outbox: house.office.outbox).answer(
                    [1], of: one, with: try CommentAnswer(.rejected, reason: "上位法没有规定。"),
                    by: ConsultationHouse.writer, at: noon, in: tx)
            }
        }
    }
}
