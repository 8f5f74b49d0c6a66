import Cases
import HTTPTypes
import HummingbirdTesting
import Journal
import Refusals
import Services
import Testing
import WorkingTime

@testable import ServiceHall

@Suite("预审")
struct PreCheckTests {
    private let now = Instant(day: CivilDate(iso: "2026-11-23") ?? .first, hour: 9, minute: 30)
    private let clerk = Actor(
        accountID: 3, name: "梁小雯", organ: "zwfw", roles: ["clerk"], channel: "page", address: "")

    private var waiting: PreCheck {
        PreCheck(draftID: 7, accountID: 2, organ: "zwfw", itemName: "食品经营许可", requestedAt: now)
    }

    private func refusal(_ work: () throws -> Void) -> String? {
        do { try work() } catch let error as DomainError {
            if case .invalid(let errors) = error { return errors.first?.sentence.chinese }
            return error.sentence.chinese
        } catch {
            return "\(error)"
        }
        return nil
    }

    @Test("等待答复时不能再请，答复一次，本人的申请由别人看")
    func refused() throws {
        #expect(
            refusal { try PreCheck.requireNoneWaits(waiting) } == "已经请窗口预审，还没有答复。您也可以不等答复，直接提交。")
        var check = waiting
        let own = Actor(accountID: 2, name: "陈静", roles: ["clerk"], channel: "page", address: "")
        #expect(refusal { try answer(&check, true, by: own) } == "这是您本人的申请，请由其他同事预审。")
        #expect(refusal { try answer(&check, false) } == "请写明需要改正或者补充的内容，或者勾选缺少的材料。")
        #expect(refusal { try answer(&check, true, missing: ["plan"]) } == "预审通过的，不能再列缺少的材料。")
        #expect(refusal { try answer(&check, false, missing: ["other"]) } == "缺少的材料不在本事项的材料清单里。")
        try answer(&check, false, missing: ["plan"])
        #expect(refusal { try answer(&check, true) } == "梁小雯已经答复了这份预审。")
        try PreCheck.requireNoneWaits(check)
    }

    private func answer(
        _ check: inout PreCheck, _ isPassed: Bool, missing: [String] = [], by actor: Actor? = nil
    ) throws {
        try check.answer(
            isPassed: isPassed, words: "", missing: missing, materials: ["plan"], by: actor ?? clerk, at: now)
    }

    @Test("申请人提交以前请窗口看一遍，窗口答复，申请人看到；别人看不到，提交以后不再等")
    func story() async throws {
        let hall = try await TestHall.open()
        try await hall.visit { client in
            let chen = Person("chenjing", client)
            let clerk = Person("clerk", client)
            let code = try hall.library.service("food-business-licence").code
            let begun = try await chen.post(
                "/applications", [("service", code), ("applicant", "91441202MA4W12346L")])
            let draft = try #require(begun.location.split(separator: "/").dropFirst().first.map(String.init))
            #expect(try await clerk.get("/desk/prechecks/\(draft)").status == .notFound)
            _ = try await chen.get("/applications/\(draft)/check")
            let asked = try await chen.post("/applications/\(draft)/precheck")
            #expect(asked.status == .seeOther)
            #expect(try await chen.post("/applications/\(draft)/precheck").status == .conflict)
            #expect(try await clerk.get("/desk/prechecks").text.contains("食品经营许可"))
            #expect(try await chen.get("/desk/prechecks/\(draft)").status == .forbidden)
            let page = try await clerk.get("/desk/prechecks/\(draft)")
            #expect(page.status == .ok && page.text.contains("没有填好"))
            let empty = try await clerk.post("/desk/prechecks/\(draft)", [("result", "correct")])
            #expect(empty.status == .unprocessableContent)
            let answered = try await clerk.post(
                "/desk/prechecks/\(draft)", [("result", "correct"), ("words", "请标明专间位置")])
            #expect(answered.status == .seeOther)
            #expect(try await chen.get("/applications/\(draft)/check").text.contains("请标明专间位置"))
            #expect(try await clerk.get("/desk/prechecks/\(draft)").status == .notFound)
        }
    }

    @Test("次要材料可以承诺后补，不承诺的不能提交")
    func promises() async throws {
        let hall = try await TestHall.open()
        let service = try hall.library.service("public-hygiene-permit")
        let draft = Draft(
            id: 1, itemCode: service.code, itemVersion: 1, itemName: service.item.name,
            applicant: Applicant(kind: .entity, name: "星湖", code: "91441202MA4W12346L"), channel: "page",
            form: [:], known: [:], materials: [], submittedNumber: nil)
        let wizard = Wizard(draft: draft, service: service)
        #expect(wizard.errors(of: PromiseChoice()).map(\.field) == ["commitment"])
        #expect(wizard.errors(of: PromiseChoice(commitment: "proof")).map(\.field) == ["commitment"])
        #expect(wizard.errors(of: PromiseChoice(commitment: "promise")).isEmpty)
        let food = try hall.library.service("food-business-licence")
        let other = Wizard(draft: draft, service: food)
        #expect(other.errors(of: PromiseChoice()).map(\.field) == ["deferred"])
        #expect(other.errors(of: PromiseChoice(deferred: ["food-safety-rules"])).isEmpty)
        #expect(!other.problems.contains { $0.field == "materials.food-safety-rules" })
        #expect(other.problems.contains { $0.field == "materials.floor-plan" })
    }
}
