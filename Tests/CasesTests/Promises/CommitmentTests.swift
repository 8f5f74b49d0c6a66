import BusinessProcess
import Journal
import Testing
import WorkingTime

@testable import Cases

@Suite("告知承诺: decided on a promise, verified afterwards")
struct CommitmentTests {
    private func granted() throws -> Story {
        let story = try Story(.promising, without: "rules", commits: true)
        try story.goOn()
        return story
    }

    @Test("without the promise the proof is missing")
    func missing() {
        #expect(
            refusal { try Story(.promising, without: "rules") } == .invalid("materials.rules", "请上传「管理制度」。"))
    }

    @Test("whoever brings proof instead is not verified afterwards")
    func proven() throws {
        let story = try Story(.promising)
        try story.goOn()
        #expect(story.root.commitment == nil)
        #expect(story.root.openTasks.isEmpty && story.root.process?.isEnded == true)
    }

    @Test("an untrue promise needs words, and whoever found it out does not decide what follows")
    func twoPersons() throws {
        let story = try granted()
        #expect(
            refusal { try story.complete(.verify, "broken") } == .invalid("opinion", "选择「承诺不实」时，请写明理由。"))
        let both = Actor(
            accountID: 900, name: "邱冠中", organ: "wsjk", roles: ["officer", "head"], channel: "page",
            address: "")
        try story.complete(.verify, "broken", opinion: "没有健康证明", by: both)
        #expect(
            refusal { try story.complete(.revoke, "revoke", opinion: "不实", by: both) }
                == .forbidden("核查和撤销不能由同一人作出，请由其他负责人决定。"))
        #expect(
            refusal { try story.complete(.revoke, "revoke", opinion: "不实", by: .post("officer", at: "wsjk")) }
                == .forbidden("「决定是否撤销」由其他岗位办理，您不能代为处理。"))
    }

    @Test("is on record from the filing, in writing")
    func onRecord() throws {
        let story = try Story(.promising, without: "rules", commits: true)
        #expect(story.root.commitment?.confirmedBy.name == "陈静")
        let paper = try #require(story.paper(.commitment))
        #expect(paper.paragraphs.contains("1. 布局符合卫生标准"))
        #expect(paper.paragraphs.joined().contains("承诺不实的，撤销许可。"))
    }

    @Test("has thirty working days for the verification, whatever the drawing says")
    func verificationClock() throws {
        let story = try granted()
        #expect(story.root.phase == .closed)
        #expect(try story.task(.verify).dueAt == day("2026-12-21").endOfDay)
    }

    @Test("that was kept ends the case and is on record")
    func kept() throws {
        let story = try granted()
        try story.complete(.verify, "kept", opinion: "现场与承诺一致")
        #expect(story.root.commitment?.verification?.isKept == true)
        #expect(story.root.commitment?.isBroken == false)
        #expect(story.actions.contains("credit.commitment_kept"))
        #expect(story.root.process?.isEnded == true)
    }

    @Test("that was not kept ends what was granted, with reasons and remedies, and stays on the case")
    func revoked() throws {
        let story = try granted()
        try story.complete(.verify, "broken", opinion: "没有健康证明")
        #expect(story.actions.contains("credit.commitment_broken"))
        #expect(story.matter.events.contains { $0.toHead != nil })
        try story.complete(.revoke, "revoke", opinion: "承诺的内容与实际不符")
        #expect(story.root.commitment?.revocation?.reason == "承诺的内容与实际不符")
        #expect(story.root.commitment?.isBroken == true)
        #expect(story.root.result?.outcome == .granted)
        let licence = try #require(story.paper(.licence))
        #expect(licence.revokedAt == story.now && !licence.isInForce)
        #expect(story.paper(.grant)?.revokedAt == story.now)
        let paper = try #require(story.paper(.revocation))
        #expect(paper.paragraphs.joined().contains("承诺的内容与实际不符"))
        #expect(paper.paragraphs.last?.contains("行政复议") == true)
        #expect(story.root.openTasks.isEmpty && story.root.process?.isEnded == true)
    }

    @Test("may be found untrue without an end to what was granted, for reasons")
    func notRevoked() throws {
        let story = try granted()
        try story.complete(.verify, "broken", opinion: "标识尺寸不符")
        #expect(refusal { try story.complete(.revoke, "keep") } != nil)
        try story.complete(.revoke, "keep", opinion: "情节轻微，已经改正")
        #expect(story.root.commitment?.revocation == nil)
        #expect(story.paper(.licence)?.isInForce == true)
    }
}
