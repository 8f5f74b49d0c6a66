import Files
import Foundation
import Refusals
import Testing
import Web
import WorkingTime

@testable import Content

@Suite("What kinds of documents ask for")
struct KindTests {
    static let project = [
        "industry": "tourism", "place": "城东街道", "amount": "12000", "cooperation": "joint", "stage": "open",
        "contact": "冯嘉欣", "phone": "0758-2715566",
    ]

    static func project(_ title: String, _ other: [String: String] = [:]) -> Manuscript {
        var text = Samples.article(title)
        text.facts = project.merging(other) { $1 }
        return text
    }

    @Test(
        "a fact that is none is refused at its field",
        arguments: [
            ("industry", "gambling"), ("amount", "一亿"), ("amount", "-5"), ("amount", "0"),
            ("amount", "9999999999"), ("phone", "打电话"), ("place", String(repeating: "长", count: 81)),
            ("stage", "<script>"),
        ])
    func wrong(_ name: String, _ value: String) {
        let text = Self.project("项目", [name: value])
        #expect(text.factMistakes(for: .project).map(\.field) == [name])
        #expect(throws: DomainError.self) { try text.check(for: .project) }
    }

    @Test("a fact the kind does not have is refused, and so are parts outside of a topic")
    func strange() {
        var text = Self.project("文章")
        #expect(throws: DomainError.self) { try text.check(for: .article) }
        text.facts = nil
        text.parts = [TopicPart(heading: "一", documents: [1])]
        #expect(throws: DomainError.self) { try text.check(for: .article) }
    }

    @Test("what is missing is said before others review it, and may be missing until then")
    func missing() throws {
        var text = Self.project("项目")
        text.facts = ["industry": "tourism"]
        try text.check(for: .project)
        #expect(
            text.missingFacts(for: .project).map(\.field) == [
                "place", "amount", "cooperation", "stage", "contact", "phone",
            ])
        #expect(text.missingFacts(for: .topic).map(\.field) == ["parts"])
    }

    @Test("control characters and identity numbers in a fact are found like those in a text")
    func looked() throws {
        let hostile = Self.project("项目", ["contact": "冯\u{202E}欣"])
        #expect(throws: DomainError.self) { try hostile.check(for: .project) }
        let leaking = Self.project("项目", ["contact": "44129919900101123X 冯"])
        let findings = try LeakCheck.delivered().findings(in: leaking)
        #expect(findings.map(\.field).allSatisfy { $0 == "contact" })
    }

    @Test(
        "lines of a topic that are neither heading nor address are refused",
        arguments: ["12345", "随便写写", "## 一\n不是网址", "## 一\n/sites/duanzhou/news/x"])
    func badParts(_ text: String) {
        #expect(throws: DomainError.self) { try TopicPart.read(text) }
    }

    @Test("parts are read as they were written, and not more of them than a page holds")
    func parts() throws {
        let parts = try TopicPart.read("## 规定\n/sites/duanzhou/policies/12\n 13 \n\n## 问答\n14")
        #expect(
            parts == [
                TopicPart(heading: "规定", documents: [12, 13]), TopicPart(heading: "问答", documents: [14]),
            ])
        #expect(try TopicPart.read(TopicPart.written(parts)) == parts)
        let many = [TopicPart(heading: "一", documents: Array(1...101))]
        #expect(TopicPart.mistakes(in: many).count == 1)
        #expect(TopicPart.mistakes(in: [TopicPart(heading: "", documents: [])]).count == 1)
    }

    @Test("a leader without a portrait and a gallery of one image are not sent for review")
    func images() throws {
        for (kind, least) in [(DocumentKind.leader, 1), (.gallery, 2)] {
            let image = Enclosure(
                fileID: 7, caseNumber: "1", name: "x", mediaType: .png, size: 1,
                image: .init(alt: "像", width: 8, height: 8, small: nil), addedBy: 1, addedAt: Samples.noon)
            let files = Array(repeating: image, count: least - 1)
            #expect(throws: DomainError.self) {
                try Samples.article("题").requireImages(files, for: kind)
            }
            try Samples.article("题").requireImages(files + [image], for: kind)
        }
    }

    @Test(
        "an amount is said in the way of the language",
        arguments: [(12_000, "CNY 120 million"), (50, "CNY 0.5 million"), (105, "CNY 1.05 million")])
    func money(_ amount: Int, _ english: String) {
        #expect(FactList.money(amount, in: .english) == english)
        #expect(FactList.money(amount, in: .simplified) == "\(amount) 万元")
    }

    @Test("facts and themes of before there were any are read as they were saved")
    func old() throws {
        let saved = "{\"title\":\"题\",\"summary\":\"\",\"body\":\"文\",\"source\":\"源\",\"links\":[]}"
        let text = try JSONDecoder().decode(Manuscript.self, from: Data(saved.utf8))
        #expect(text.facts == nil && text.parts == nil && text.lifeEvents == nil && text.audiences == nil)
    }
}
