import Codes
import DecisionModel
import Identity
import Journal
import Messaging
import Refusals
import Testing
import WorkingTime

@testable import Cases

@Suite("Promises, hearings and templates in the store")
struct PromiseStoreTests {
    @Test("a template is published by a second person, announced, and holds for the next paper")
    func templates() async throws {
        let stage = try await Stage()
        let templates = PaperTemplates(database: stage.database)
        let own = PaperTemplate(form: .acceptance, title: "受理决定书", text: "受理{事项}。")
        try await templates.save(own, seen: 0, by: .sysadmin, at: stage.now)
        let again = await refusal { try await templates.save(own, seen: 7, by: .sysadmin, at: stage.now) }
        #expect(again == .conflict("sysadmin-zwfw刚刚改过这份草稿，您的修改没有保存。请刷新后重新编辑。"))
        #expect(try await templates.drafts().map(\.version) == [1])
        try await templates.publish(.acceptance, seen: 1, by: .secadmin, at: stage.now)
        let none = await refusal {
            try await templates.publish(.acceptance, seen: 1, by: .secadmin, at: stage.now)
        }
        #expect(none == .notFound("「受理通知书」没有待公布的草稿。"))
        try await stage.cases.papers.reload(from: stage.database)
        #expect(stage.cases.papers.template(of: .acceptance)?.version == 1)
        #expect(stage.cases.papers.template(of: .denial)?.version == 0)
        try await templates.save(own, seen: 0, by: .sysadmin, at: stage.now)
        try await templates.discard(.acceptance, by: .sysadmin, at: stage.now)
        #expect(try await templates.versions(of: .acceptance).map(\.state) == [.discarded, .published])
        let number = try await stage.file(.drainage).root.number.text
        let paper = try await stage.complete(.accept, in: number).root.documents.last
        #expect(paper?.title == "受理决定书" && paper?.templateVersion == 1)
    }

    @Test("a promise is watched by the job, and comes back from the tables as it was")
    func deferral() async throws {
        let stage = try await Stage()
        let filed = try await stage.filePromising(.patient, deferred: ["rules"])
        let number = filed.root.number.text
        try await stage.expectSame(try await stage.complete(.accept, in: number))
        stage.now = at("2026-11-24 00:10")
        // The reminder and the lapse are both over by now.
        #expect(try await stage.cases.fireDueTimers() == 1)
        let lapsed = try await stage.cases.matter(number, for: .system)
        #expect(lapsed.root.deferral?.lapsedAt == stage.now)
        #expect(try await stage.journal(number).contains { $0.entry.action == "case.promise_lapsed" })
        #expect(try await stage.messages(to: .chenJing).contains { $0.sentence.chinese.contains("到期") })
        #expect(try await stage.cases.fireDueTimers() == 0)
        let file = try await stage.upload("rules.pdf", by: .chenJing)
        let supplied = try await stage.change(number, by: .chenJing) { matter, occasion in
            let material = FiledMaterial(
                requirement: "rules", fileID: file, name: "rules.pdf", filedAt: occasion.now)
            try matter.supplyPromised(number, materials: [material], on: occasion)
        }
        try await stage.expectSame(supplied)
    }

    @Test("a corrected and a revoked paper come back from the tables")
    func papers() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.drainage).root.number.text
        let licence = try #require(try await stage.goOn(number).root.documents.last { $0.kind == .licence })
        let correction = PaperCorrection(
            values: licence.facts.map { $0.label == "店铺名称" ? "新名" : $0.value }, reason: "写错了")
        let corrected = try await stage.change(number, by: .post("head", at: "zjj")) {
            try $0.correct(number, document: licence.id, with: correction, on: $1)
        }
        try await stage.expectSame(corrected)
        #expect(corrected.root.documents.contains { $0.corrects == licence.id && $0.isInForce })
        let old = try await stage.cases.document(verificationCode: licence.verificationCode)
        #expect(!old.isInForce)
    }

    @Test("a commitment that was untrue comes back with its end")
    func commitment() async throws {
        let stage = try await Stage()
        let number = try await stage.filePromising(.promising, commits: true).root.number.text
        try await stage.goOn(number)
        try await stage.complete(.verify, in: number, "broken", opinion: "没有健康证明")
        let revoked = try await stage.complete(.revoke, in: number, "revoke", opinion: "不实")
        try await stage.expectSame(revoked)
        #expect(try await stage.journal(number).contains { $0.entry.action == "credit.commitment_broken" })
        let read = try await stage.cases.matter(number, for: .system)
        #expect(read.root.commitment?.revocation?.reason == "不实")
        #expect(read.root.documents.first { $0.kind == .licence }?.revokedAt != nil)
    }
}

extension Stage {
    /// Files an application with promises in the place of some materials.
    fileprivate func filePromising(
        _ plan: CasePlan, deferred: Set<String> = [], commits: Bool = false
    ) async throws -> Matter {
        let replaced = Set(commits ? plan.commitment?.replaces ?? [] : [])
        var materials: [FiledMaterial] = []
        for needed in plan.materials
        where needed.isRequired && !deferred.contains(needed.id) && !replaced.contains(needed.id) {
            let file = try await upload("\(needed.id).pdf", by: .chenJing)
            materials.append(
                FiledMaterial(requirement: needed.id, fileID: file, name: "\(needed.id).pdf", filedAt: now))
        }
        let filing = Filing(
            plan: plan, applicant: .xinghu, channel: "page", form: ["shop_name": "星湖小馆"],
            materials: materials, deferred: deferred, commits: commits)
        return try await cases.file(filing, by: .chenJing)
    }
}
