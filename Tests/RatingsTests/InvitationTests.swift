import Codes
import HTTPTypes
import HummingbirdTesting
import Journal
import Messaging
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Cases
@testable import Identity
@testable import Ratings

@Suite("办结以后请申请人评价")
struct InvitationTests {
    /// 陈静's case, delivered.
    private func delivered(_ house: House) async throws -> String {
        let account = try #require(
            try await house.database.read { try Accounts.account(named: "chenjing", on: noon.day, in: $0) })
        let plan = CasePlan(
            code: "11441202007000000X4420131007000", name: "食品经营许可", version: 1, organ: "scjg",
            organName: "肇庆市端州区市场监督管理局", organCode: "11441202MB2C22222X", hall: "zwfw",
            process: "single-organ", legalLimit: TimeLimit(value: 20, unit: .workingDay),
            promisedLimit: TimeLimit(value: 5, unit: .workingDay),
            remedies: RemedyBodies(reviewBody: "肇庆市端州区人民政府", court: "肇庆市端州区人民法院"))
        let applicant = Applicant(
            kind: .person, name: "陈静", code: "441299198511152041", personID: account.personID,
            accountID: account.id)
        let actor = account.actor(channel: "page", address: "192.0.2.1")
        let root = try await house.cases.file(
            Filing(plan: plan, applicant: applicant, channel: "page", form: [:], materials: []), by: actor
        ).root
        try await house.cases.change(root.number.text, by: actor, as: .system) { matter, occasion in
            matter.cancelEverything(in: 0)
            matter.end(0, as: .closed, on: occasion)
            matter.record("case.delivered", 0, "结果已送达，办结。")
        }
        return root.number.text
    }

    private func code(_ house: House) async throws -> String {
        let told = try await house.database.read { tx in
            let account = try Accounts.account(named: "chenjing", on: noon.day, in: tx)
            return try Inbox(of: account?.id ?? 0).messages(in: tx).items.filter {
                $0.subject.hasPrefix("/rate/")
            }
        }
        #expect(told.count == 1)
        let message = try #require(told.first)
        let code = String(message.subject.dropFirst("/rate/".count))
        #expect(message.sentence.chinese.contains("PJ \(code) 加 5（非常满意）"))
        return code
    }

    @Test("消息里有码和链接，不登录就能评；页面、短信一共算一次，记在办件上")
    func once() async throws {
        let house = try await House()
        let number = try await delivered(house)
        let code = try await code(house)
        let page = try await house.visit { try await $0.look("/rate/\(code)").text }
        #expect(page.contains("食品经营许可") && page.contains("这次服务您满意吗"))
        #expect(try await house.cases.view(number, for: .system).subject.rating == nil)
        try await house.ratings.rate(byText: code, grade: 2, at: noon)
        let rating = try #require(try await house.cases.view(number, for: .system).subject.rating)
        #expect(rating.grade == 2 && rating.channel == "sms")
        await #expect(throws: DomainError.conflict("您已经评价过了，谢谢。")) {
            try await house.ratings.rate(byText: code, grade: 5, at: noon)
        }
        #expect(try await house.rate("/rate/\(code)", "grade=5").status != .seeOther)
        let kept = try await house.database.read {
            try $0.rows("SELECT subject, source, grade FROM service_rating /* all */").map {
                [try $0.text("subject"), try $0.text("source"), String(try $0.int("grade"))]
            }
        }
        #expect(kept == [[number, "case", "2"]])
    }

    @Test("过了期限不能再评，不评的不算")
    func late() async throws {
        let house = try await House()
        _ = try await delivered(house)
        let code = try await code(house)
        await #expect(throws: DomainError.conflict("评价码已过期，不能再评价。")) {
            try await house.ratings.rate(byText: code, grade: 5, at: noon.adding(seconds: 31 * 86_400))
        }
        let count = try await house.database.read {
            try $0.count("SELECT count(*) FROM service_rating /* all */")
        }
        #expect(count == 0)
    }
}
