import BusinessProcess
import Codes
import DecisionModel
import Journal
import Messaging
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Cases

@Suite("A change")
struct RecordingTests {
    @Test("that a rule refuses saves nothing at all, even what it did before it refused")
    func refusedRule() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.drainage).root.number.text
        let before = try await stage.rowCounts()
        let refused = await refusal {
            try await stage.change(number, by: .clerk) { matter, occasion in
                let task = try #require(matter.root.openTasks.first)
                try matter.complete(task: task.id, with: Finding(outcome: "accept"), on: occasion)
                throw DomainError.conflict("到此为止。")
            }
        }
        #expect(refused == .conflict("到此为止。"))
        #expect(try await stage.rowCounts() == before)
    }

    @Test("with somebody else's file, or a file of another case, saves nothing at all")
    func foreignFile() async throws {
        let stage = try await Stage()
        let used = try await stage.file(.drainage).root.materials[0].fileID
        let number = try await stage.file(.drainage).root.number.text
        try await stage.complete(.accept, in: number, "supplement", opinion: "缺制度")
        let foreign = try await stage.upload(by: .zhangWei)
        let before = try await stage.rowCounts()
        for (file, expected) in [
            (foreign, Refused.notFound("没有找到这个文件。")),
            (used, .conflict("文件“floor-plan.pdf”已用于另一件办件，请重新上传一份。")),
        ] {
            let refused = await refusal {
                try await stage.change(number, by: .chenJing) { matter, occasion in
                    let rules = FiledMaterial(
                        requirement: "rules", fileID: file, name: "制度.pdf", filedAt: occasion.now)
                    try matter.supplyEvidence(number, materials: [rules], note: nil, on: occasion)
                }
            }
            #expect(refused == expected)
        }
        #expect(try await stage.rowCounts() == before)
    }

    @Test("writes each event to the journal, and tells the applicant what concerns them")
    func recorded() async throws {
        let stage = try await Stage()
        let matter = try await stage.file(.food)
        let number = matter.root.number.text
        try await stage.complete(.accept, in: number)
        try await stage.complete(.review, in: number)
        let entries = try await stage.journal(number)
        #expect(
            entries.map(\.entry.action) == [
                "case.submitted", "task.completed", "case.accepted", "task.completed", "case.suspended",
            ])
        #expect(entries.map(\.entry.actor.name) == ["陈静", "梁小雯", "梁小雯", "李敏", "李敏"])
        #expect(entries.allSatisfy { Journal.verify($0) })
        #expect(entries[1].entry.beforeDigest != entries[1].entry.afterDigest)
        let told = try await stage.messages(to: .chenJing)
        #expect(told.count == 3)
        #expect(told.allSatisfy { $0.subject == number })
        #expect(told.last?.sentence.chinese == "您的「食品经营许可」申请已收到，办件编号 \(number)。")
    }

    @Test(
        "is proved by fingerprints of phase, answers and body, each change going on where the last one ended")
    func fingerprints() async throws {
        struct Substance: Encodable {
            let phase: Phase
            let form: [String: Value]
            let body: CaseBody
        }
        let stage = try await Stage()
        let number = try await stage.file(.food).root.number.text
        try await stage.complete(.accept, in: number)
        let matter = try await stage.complete(.review, in: number)
        let entries = try await stage.journal(number).map(\.entry)
        let (filed, accepted) = (entries[0].afterDigest, entries[2].afterDigest)
        #expect(entries.map(\.beforeDigest) == [nil, filed, filed, accepted, accepted])
        let substance = Substance(
            phase: matter.root.phase, form: matter.root.form, body: CaseBody(matter.root))
        #expect(try entries.last?.afterDigest == Journal.digest(of: substance))
    }

    @Test("of a joint service is written under each item and told under the number of the whole")
    func joint() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.restaurant).root.number.text
        let matter = try await stage.goOn(number, until: .deliver)
        for child in matter.children {
            let actions = try await stage.journal(child.number.text).map(\.entry.action)
            #expect(actions.starts(with: ["case.dispatched", "case.accepted"]))
            #expect(actions.contains("case.granted"))
        }
        #expect(try await stage.messages(to: .chenJing).allSatisfy { $0.subject == number })
    }

    @Test("for somebody without an account is recorded without a message")
    func withoutAccount() async throws {
        let stage = try await Stage()
        let matter = try await stage.file(
            .drainage, of: .zhangWeiAtTheCounter, by: .clerk, channel: FilingRecord.counter)
        #expect(try await stage.journal(matter.root.number.text).count == 1)
        #expect(try await stage.database.read { try $0.count("SELECT count(*) FROM message /* all */") } == 0)
    }
}
