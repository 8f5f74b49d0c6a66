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
    @Test("on the day of filing, with every kind of answer")
    func filed() async throws {
        let stage = try await Stage()
        let form: [String: Value] = [
            "shop_name": "星湖小馆 “二店”", "area": .number(85.5), "delivery": true, "kinds": ["hot", "cold"],
            "staff": [["name": "陈静", "age": 41]], "none": .null,
        ]
        try await stage.expectSame(try await stage.file(.restaurant, form: form))
    }

    @Test("through supplement, acceptance, claim, question, suspension and extension")
    func underWay() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.drainage).root.number.text
        try await stage.complete(.accept, in: number, "supplement", opinion: "缺制度", missing: ["rules"])
        let file = try await stage.upload(by: .chenJing)
        try await stage.expectSame(
            try await stage.change(number, by: .chenJing) { matter, occasion in
                let rules = FiledMaterial(
                    requirement: "rules", fileID: file, name: "制度.pdf", filedAt: occasion.now)
                try matter.supplyEvidence(number, materials: [rules], note: "已补", on: occasion)
            })
        try await stage.complete(.recheck, in: number)
        let officer = Actor.post("officer", at: "zjj")
        try await stage.expectSame(
            try await stage.change(number, by: officer) { matter, occasion in
                let review = try #require(matter.root.openTasks.first?.id)
                try matter.claim(task: review, on: occasion)
                try matter.consult(
                    task: review, Colleague(.post("head", at: "zjj")), question: "隔油池？", on: occasion)
                try matter.suspend(
                    number, for: .testing, note: "送检", expectedDays: 5, on: occasion)
            })
        try await stage.expectSame(
            try await stage.change(number, by: .post("head", at: "zjj")) { matter, occasion in
                try matter.resume(number, on: occasion)
                try matter.extend(number, reason: "检测排队", on: occasion)
            })
    }

    @Test("to the licence, the delivery and the rating")
    func finished() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.restaurant).root.number.text
        try await stage.expectSame(try await stage.goOn(number, until: .deliver))
        try await stage.goOn(number)
        try await stage.expectSame(
            try await stage.change(number, by: .chenJing) {
                try $0.rate(number, grade: 5, comment: "很快", on: $1)
            })
    }
}
