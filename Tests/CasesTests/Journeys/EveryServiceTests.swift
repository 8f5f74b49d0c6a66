import BusinessProcess
import Codes
import Identity
import Journal
import Services
import Testing

@testable import Cases

@Suite("Every service of the district")
struct EveryServiceTests {
    @Test("there are forty-six of them")
    func count() { #expect(District.slugs.count == 46) }

    @Test(
        "can be refused at the last step, by the right person, with reasons and remedies",
        arguments: District.slugs)
    func denied(slug: String) async throws {
        let stage = try await District.stage()
        let number = try await stage.file(service: slug).root.number.text
        while true {
            let matter = try await stage.goOn(number, until: .decide)
            guard matter.cases.flatMap(\.openTasks).contains(where: { $0.act == .decide }) else { break }
            try await stage.complete(.decide, in: number, "deny", opinion: "不符合条件")
        }
        let matter = try await stage.cases.matter(number, for: .system)
        // What waits for an item that is refused ends with it.
        let ended = matter.cases.filter { $0.plan.needs != nil }
        #expect(ended.allSatisfy { $0.phase == .closed && $0.result?.outcome == .terminated })
        let refused = matter.cases.filter { $0.plan.needs == nil }
        #expect(refused.allSatisfy { $0.phase == .closed && $0.result?.outcome == .denied })
        for decided in refused where !decided.plan.isJoint {
            let paper = try #require(decided.documents.last)
            #expect(paper.kind == .denial)
            #expect(paper.paragraphs.joined().contains("理由：不符合条件"))
            #expect(paper.paragraphs.joined().contains("行政复议"))
        }
    }

    @Test("goes from the filing to its licence when everybody does their part", arguments: District.slugs)
    func granted(slug: String) async throws {
        let stage = try await District.stage()
        let number = try await stage.file(service: slug).root.number.text
        let matter = try await stage.goOn(number)
        #expect(matter.cases.allSatisfy { $0.phase == .closed && $0.result?.outcome == .granted })
        for decided in matter.cases {
            let licences = decided.documents.filter { $0.kind == .licence }
            #expect(licences.count == (decided.plan.licence == nil ? 0 : 1))
            for licence in licences { _ = try LicenceIdentifier(licence.number) }
        }
        #expect(try await stage.journal(number).last?.entry.action == "case.delivered")
    }
}

/// One service of each process, where acceptance is the hall's, the street's or the joint service's.
private let oneOfEach = [
    "marriage-registration", "drainage-permit", "old-age-allowance", "disability-card",
    "human-resources-service-licence", "water-abstraction-licence",
]

@Suite("One service of each process")
struct EachProcessTests {
    @Test("is not accepted, in writing", arguments: oneOfEach)
    func refused(slug: String) async throws {
        let stage = try await District.stage()
        let number = try await stage.file(service: slug).root.number.text
        let root = try await stage.complete(.accept, in: number, "refuse", opinion: "不属于本区管辖").root
        #expect(root.phase == .refused)
        #expect(root.openTasks.isEmpty)
        #expect(root.process?.isEnded == true)
        #expect(root.documents.map(\.kind) == [.acceptanceRefusal])
    }

    @Test("is supplemented once and then refused", arguments: oneOfEach)
    func refusedAfterSupplement(slug: String) async throws {
        let stage = try await District.stage()
        let number = try await stage.file(service: slug).root.number.text
        try await stage.complete(.accept, in: number, "supplement", opinion: "照片不清楚")
        try await stage.complete(.supply, in: number, opinion: "原件就是这样")
        let root = try await stage.complete(.recheck, in: number, "refuse", opinion: "仍不清楚").root
        #expect(root.phase == .refused)
        #expect(root.result?.reason == "仍不清楚")
    }
}
