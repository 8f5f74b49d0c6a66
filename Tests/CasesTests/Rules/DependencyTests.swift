import Journal
import Testing

@testable import Cases

@Suite("Items of a joint service that wait for each other")
struct DependencyTests {
    /// 企业开办: everything after the registration waits for it.
    private static let company: CasePlan = {
        var joint = CasePlan.restaurant
        joint.name = "企业开办一件事"
        joint.process = "joint-qykb"
        joint.children = [
            plan("company-registration", "scjg", []),
            plan("seal-engraving-record", "gaj", ["company-registration"]),
            plan("social-insurance-registration", "rsj", ["company-registration"]),
            plan("invoice-application", "shuiwu", ["company-registration"]),
        ]
        return joint
    }()

    private static func plan(_ slug: String, _ organ: String, _ needs: [String]) -> CasePlan {
        var plan = CasePlan.drainage
        (plan.name, plan.organ, plan.organName) = (slug, organ, "端州区\(organ)")
        (plan.slug, plan.needs) = (slug, needs.isEmpty ? nil : needs)
        return plan
    }

    @Test(
        "a refused one ends what waits for it, in writing and with the reason, and leaves nobody anything to do"
    )
    func refused() throws {
        let story = try Story(Self.company)
        try story.goOn(until: .decide)
        try story.complete(.decide, of: "scjg", "deny", opinion: "住所证明不实")
        let waiting = story.matter.children.dropFirst()
        #expect(waiting.allSatisfy { $0.phase == .closed && $0.result?.outcome == .terminated })
        for child in waiting {
            #expect(child.result?.reason == "本事项要在「company-registration」准予以后才能办理，「company-registration」未获准。")
            #expect(child.documents.map(\.kind) == [.termination])
            #expect(child.process == nil && child.clocks.isEmpty)
        }
        #expect(story.root.result?.outcome == .denied)
        #expect(story.root.openTasks.map(\.act) == [.deliver])
        try story.complete(.deliver)
        #expect(story.matter.cases.allSatisfy { $0.phase == .closed })
    }

    @Test("none begins, and no limit of it runs, before what it needs is granted")
    func waits() throws {
        let story = try Story(Self.company)
        try story.goOn(until: .review)
        let organs = story.matter.cases.flatMap(\.openTasks).map(\.organ)
        #expect(organs == ["scjg"])
        #expect(try story.subject("gaj").phase == .submitted && story.subject("gaj").clocks.isEmpty)
    }

    @Test("granted, the others begin side by side, each with its own limit from that moment")
    func granted() throws {
        let story = try Story(Self.company)
        try story.goOn(until: .decide)
        story.now = at("2026-11-11")
        try story.complete(.decide, of: "scjg")
        for organ in ["gaj", "rsj", "shuiwu"] {
            let child = try story.subject(organ)
            #expect(child.phase == .accepted && child.openTasks.map(\.organ) == [organ])
            #expect(child.acceptedAt == at("2026-11-11"))
        }
        try story.goOn()
        #expect(story.root.result?.outcome == .granted)
        #expect(story.matter.cases.allSatisfy { $0.phase == .closed })
    }

    @Test("one of those that follow is refused: the rest stands, and the whole says so")
    func partly() throws {
        let story = try Story(Self.company)
        try story.goOn(until: .decide)
        try story.complete(.decide, of: "scjg")
        try story.goOn(until: .decide)
        try story.complete(try story.task(.decide, of: "gaj"), "deny", opinion: "印章式样不符")
        try story.goOn()
        #expect(story.root.result?.outcome == .partial)
        #expect(
            story.root.result?.reason
                == "「seal-engraving-record」未办成；其余事项的决定和证照仍然有效。整改后可以单独重新申请没有办成的事项。")
    }

    @Test("two items of one organ are told apart by name, whichever has its turn first")
    func oneOrganTwice() throws {
        var joint = Self.company
        joint.process = "joint-gckg"
        joint.children = [
            Self.plan("construction-permit", "zjj", []),
            Self.plan("construction-waste-disposal", "cgj", ["construction-permit"]),
            Self.plan("temporary-road-occupation", "cgj", ["construction-permit"]),
        ]
        let story = try Story(joint)
        try story.goOn()
        #expect(story.root.result?.outcome == .granted)
        #expect(story.matter.children.allSatisfy { $0.result?.outcome == .granted })
    }
}
