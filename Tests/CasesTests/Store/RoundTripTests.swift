import Codes
import DecisionModel
import Foundation
import Identity
import Journal
import Testing
import WorkingTime

@testable import Cases

@Suite("What is saved is what is loaded")
struct RoundTripTests {
    /// The matter as the last change left it, against the same matter read from the database.
    private func expectSame(_ matter: Matter, on stage: Stage) async throws {
        let loaded = try await stage.cases.matter(matter.root.number.text, for: .system)
        #expect(loaded.cases.count == matter.cases.count)
        for (saved, read) in zip(matter.cases, loaded.cases) {
            expectSameRow(saved, read)
            expectSameParts(saved, read)
        }
    }

    private func expectSameRow(_ saved: Case, _ read: Case) {
        #expect(
            (read.id, read.number, read.parentID, read.position) == (
                saved.id, saved.number, saved.parentID, saved.position
            ))
        #expect((read.plan, read.applicant, read.filing) == (saved.plan, saved.applicant, saved.filing))
        #expect((read.parts, read.form, read.queryCode) == (saved.parts, saved.form, saved.queryCode))
        #expect(
            (read.phase, read.process, read.processVersion) == (
                saved.phase, saved.process, saved.processVersion
            ))
        #expect((read.result, read.rating, read.outcomes) == (saved.result, saved.rating, saved.outcomes))
        #expect((read.acceptedAt, read.closedAt) == (saved.acceptedAt, saved.closedAt))
        #expect(read.evidenceRequest == saved.evidenceRequest)
    }

    private func expectSameParts(_ saved: Case, _ read: Case) {
        #expect(read.tasks == saved.tasks)
        #expect(read.clocks == saved.clocks)
        #expect(Set(read.timers) == Set(saved.timers))
        #expect(Set(read.materials) == Set(saved.materials))
        #expect(read.documents == saved.documents)
    }

    @Test("on the day of filing, with every kind of answer")
    func filed() async throws {
        let stage = try await Stage()
        let form: [String: Value] = [
            "shop_name": "星湖小馆 “二店”", "area": .number(85.5), "delivery": true, "kinds": ["hot", "cold"],
            "staff": [["name": "陈静", "age": 41]], "none": .null,
        ]
        try await expectSame(try await stage.file(.restaurant, form: form), on: stage)
    }

    @Test("through supplement, acceptance, claim, question, suspension and extension")
    func underWay() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.drainage).root.number.text
        try await stage.complete(.accept, in: number, "supplement", opinion: "缺制度", missing: ["rules"])
        let file = try await stage.upload(by: .chenJing)
        try await expectSame(
            try await stage.change(number, by: .chenJing) { matter, occasion in
                let rules = FiledMaterial(
                    requirement: "rules", fileID: file, name: "制度.pdf", filedAt: occasion.now)
                try matter.supplyEvidence(number, materials: [rules], note: "已补", on: occasion)
            }, on: stage)
        try await stage.complete(.recheck, in: number)
        let officer = Actor.post("officer", at: "zjj")
        try await expectSame(
            try await stage.change(number, by: officer) { matter, occasion in
                let review = try #require(matter.root.openTasks.first?.id)
                try matter.claim(task: review, on: occasion)
                try matter.consult(
                    task: review, Colleague(.post("head", at: "zjj")), question: "隔油池？", on: occasion)
                try matter.suspend(
                    number, for: .testing, note: "送检", expectedDays: 5, on: occasion)
            }, on: stage)
        try await expectSame(
            try await stage.change(number, by: .post("head", at: "zjj")) { matter, occasion in
                try matter.resume(number, on: occasion)
                try matter.extend(number, reason: "检测排队", on: occasion)
            }, on: stage)
    }

    @Test("to the licence, the delivery and the rating")
    func finished() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.restaurant).root.number.text
        try await expectSame(try await stage.goOn(number, until: .deliver), on: stage)
        try await stage.goOn(number)
        try await expectSame(
            try await stage.change(number, by: .chenJing) {
                try $0.rate(number, grade: 5, comment: "很快", on: $1)
            }, on: stage)
    }
}
