import Codes
import Journal
import Testing

@testable import Cases

@Suite("更正: a paper with a mistake is issued anew")
struct CorrectionTests {
    private let head = Actor.post("head", at: "zjj")

    private func closed() throws -> Story {
        let story = try Story(.drainage)
        try story.goOn()
        return story
    }

    private func correct(
        _ story: Story, _ paper: IssuedDocument, _ correction: PaperCorrection, by actor: Actor? = nil
    ) throws {
        let number = story.root.number.text
        try story.change(by: actor ?? head) {
            try $0.correct(number, document: paper.id, with: correction, on: $1)
        }
    }

    private func renamed(_ licence: IssuedDocument) -> PaperCorrection {
        PaperCorrection(
            values: licence.facts.map { $0.label == "店铺名称" ? "星湖小馆（端州店）" : $0.value }, reason: "店铺名称漏字")
    }

    @Test("by the head alone, with a reason, and only where something changes")
    func refused() throws {
        let story = try closed()
        let licence = try #require(story.paper(.licence))
        let change = renamed(licence)
        #expect(
            refusal { try correct(story, licence, change, by: .post("officer", at: "zjj")) }
                == .forbidden("只有主办部门的负责人可以更正文书。"))
        #expect(
            refusal { try correct(story, licence, PaperCorrection(values: change.values, reason: " ")) }
                == .invalid("reason", "请写明哪里有误、为什么更正，会写进更正通知书。"))
        let same = PaperCorrection(values: licence.facts.map(\.value), reason: "没有")
        #expect(refusal { try correct(story, licence, same) } == .invalid("text.0", "请改正有误的内容，现在和原件相同。"))
        let short = PaperCorrection(values: Array(change.values.dropLast()), reason: "漏字")
        #expect(refusal { try correct(story, licence, short) } == .invalid("text.0", "更正不能增加或者减少段落。"))
    }

    @Test("a corrected paper cannot be corrected again: the one in its place can")
    func twice() throws {
        let story = try closed()
        let licence = try #require(story.paper(.licence))
        try correct(story, licence, renamed(licence))
        #expect(
            refusal { try correct(story, licence, renamed(licence)) }
                == .conflict("《城镇污水排入排水管网许可证》已经更正或者撤销，请更正现在有效的一份。"))
        let second = try #require(story.paper(.licence))
        let again = PaperCorrection(
            values: second.facts.map { $0.label == "店铺名称" ? "星湖小馆" : $0.value }, reason: "恢复原名")
        try correct(story, second, again)
        #expect(try LicenceIdentifier(try #require(story.paper(.licence)).number).version == "003")
    }

    @Test("a licence keeps its identifier in a next version, and the old one says what stands in its place")
    func licence() throws {
        let story = try closed()
        let old = try #require(story.paper(.licence))
        try correct(story, old, renamed(old))
        let new = try #require(story.paper(.licence))
        let (before, after) = (try LicenceIdentifier(old.number), try LicenceIdentifier(new.number))
        #expect(after.version == "002" && after.serial == before.serial)
        #expect(new.corrects == old.id && new.isInForce)
        #expect(story.root.documents.first { $0.id == old.id }?.correctedBy == new.id)
        #expect(new.facts.contains(.init("店铺名称", "星湖小馆（端州店）")))
        let notice = try #require(story.paper(.correction)?.paragraphs.joined())
        #expect(notice.contains("原为“星湖小馆”，更正为“星湖小馆（端州店）”") && notice.contains("店铺名称漏字"))
        #expect(story.notices.last?.contains("有误，已经更正") == true)
    }

    @Test("a notice keeps its title under a new number")
    func notice() throws {
        let story = try closed()
        let old = try #require(story.paper(.acceptance))
        try correct(
            story, old, PaperCorrection(paragraphs: old.paragraphs.map { $0 + "特此通知。" }, reason: "漏了结语"))
        let new = try #require(story.paper(.acceptance))
        #expect(new.title == old.title && new.number != old.number)
        #expect(new.paragraphs.first?.hasSuffix("特此通知。") == true)
    }
}
