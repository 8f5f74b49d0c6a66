import Cases
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Storage
import Testing
import Web
import WorkingTime

@testable import Content

@Suite("The rules of an edition")
struct RuleTests {
    @Test("whoever wrote a word of it neither reviews nor publishes it")
    func ownWork() {
        var edition = Samples.edition()
        let refusal = DomainError.forbidden("稿件是您写的，审核和签发要由其他人办理。")
        #expect(throws: refusal) {
            try edition.clear(by: Samples.signature(10), writers: [], isConfirmed: true)
        }
        #expect(throws: refusal) {
            try edition.clear(by: Samples.signature(11), writers: [11], isConfirmed: true)
        }
        #expect(throws: refusal) { try edition.publish(by: Samples.signature(10), writers: []) }
    }

    @Test("nothing is published without the sign-off that nothing secret is in it")
    func uncleared() throws {
        var edition = Samples.edition()
        #expect(throws: DomainError.conflict("还没有作保密审查，不能发布。")) {
            try edition.publish(by: Samples.signature(12), writers: [10])
        }
        #expect(throws: DomainError.self) {
            try edition.clear(by: Samples.signature(11), writers: [10], isConfirmed: false)
        }
        try edition.clear(by: Samples.signature(11), writers: [10], isConfirmed: true)
        #expect(throws: DomainError.forbidden("稿件是您审核的，要由另一人签发。")) {
            try edition.publish(by: Samples.signature(11), writers: [10])
        }
        try edition.publish(by: Samples.signature(12), writers: [10])
        #expect(edition.published?.accountID == 12)
    }

    @Test("what was given back has to be reviewed anew")
    func givenBack() throws {
        var edition = Samples.edition()
        try edition.clear(by: Samples.signature(11), writers: [], isConfirmed: true)
        try edition.giveBack()
        #expect(throws: DomainError.self) { try edition.publish(by: Samples.signature(12), writers: []) }
    }

    @Test("whoever saves over a newer text is told who was first, and a text under review is not changed")
    func stale() throws {
        var edition = Samples.edition()
        let text = Samples.article("改过")
        #expect(throws: DomainError.self) {
            try edition.write(text, over: 0, lastBy: "周强", as: .article, at: .draft)
        }
        #expect(throws: DomainError.conflict("稿件已经送审，退回以后才能修改。")) {
            try edition.write(text, over: 1, lastBy: nil, as: .article, at: .review)
        }
        try edition.write(text, over: 1, lastBy: nil, as: .article, at: .draft)
        #expect(edition.revision == 2 && edition.manuscript == text)
    }

    @Test("a manuscript says at each field what is wrong with it")
    func manuscript() {
        var manuscript = Samples.article("", body: String(repeating: "字", count: Manuscript.longestBody + 1))
        manuscript.source = "来源\u{202E}"
        manuscript.links = [DocumentLink(relation: .repeals, documentID: 1)]
        #expect(fields { try manuscript.check(for: .article) } == ["title", "body", "source", "links"])
        #expect(fields { try Samples.article("一\n二").check(for: .article) } == ["title"])
        #expect(fields { try Samples.article("零\u{0}字").check(for: .article) } == ["title"])
        var policy = Samples.policy("办法")
        policy.policy?.expiresOn = Samples.day("2026-11-09")
        #expect(fields { try policy.check(for: .policy) } == ["expires"])
        policy.policy = PolicyFacts()
        #expect(fields { try policy.requireComplete(for: .policy) } == ["number", "organ", "issued"])
    }

    @Test("whether a policy holds is reckoned from its days and from what others say of it")
    func validity() {
        var facts = PolicyFacts()
        facts.effectiveOn = Samples.day("2026-11-10")
        facts.expiresOn = Samples.day("2026-12-31")
        func on(_ day: String, amended: Bool = false, repealed: Bool = false) -> Validity {
            Validity(facts, on: Samples.day(day), amended: amended, repealed: repealed)
        }
        #expect(on("2026-11-09") == .notYet(Samples.day("2026-11-10")))
        #expect(on("2026-11-10") == .valid && on("2026-12-31") == .valid)
        #expect(on("2027-01-01") == .expired(Samples.day("2026-12-31")))
        #expect(on("2026-12-01", amended: true) == .amended)
        #expect(on("2026-12-01", amended: true, repealed: true) == .repealed)
    }

    @Test("a site's address and host are names, and nothing else")
    func site() {
        var draft = SiteDraft(
            code: "../x", name: "", motto: "", organ: "zfb", accent: .blue, host: "http://x:80/",
            template: .news)
        #expect(fields { try draft.check() } == ["code", "name", "host"])
        (draft.code, draft.name, draft.host) = ("news", "新闻", "news.example.gov.cn")
        #expect(throws: Never.self) { try draft.check() }
    }

    private func fields(_ body: () throws -> Void) -> [String] {
        do {
            try body()
            return []
        } catch DomainError.invalid(let errors) {
            return errors.map(\.field)
        } catch {
            return ["\(error)"]
        }
    }
}
