import HTTPTypes
import HummingbirdTesting
import Journal
import Refusals
import RuleBooks
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Hotline

@Suite("来电质检：抽样、评分、申诉")
struct QualityTests {
    private let sheet = [
        HotlineRules.Item(code: "greeting", name: "态度", points: 40),
        HotlineRules.Item(code: "accuracy", name: "准确", points: 60),
    ]
    private let agent = Call.Agent(id: 7, name: "钱雪梅")

    private func actor(_ id: Int64) -> Actor {
        Actor(accountID: id, name: "龙建华", channel: "page", address: "")
    }

    private func review() -> QualityReview {
        QualityReview(id: 1, callID: 2, organ: "zwfw", agent: agent, week: morning.day)
    }

    @Test("自己的来电不能自己评；每一项都要在分值以内；评过的不能再评")
    func scoring() throws {
        var review = review()
        #expect(throws: DomainError.forbidden("自己接的来电由别人评分。")) {
            try review.score([:], remark: "", sheet: sheet, by: actor(7), at: morning)
        }
        let error = #expect(throws: DomainError.self) {
            try review.score(
                ["greeting": "41", "accuracy": "很好"], remark: "", sheet: sheet, by: actor(8), at: morning)
        }
        guard case .invalid(let fields)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(fields.map(\.field) == ["greeting", "accuracy"])
        let entered = ["greeting": "40", "accuracy": "50"]
        try review.score(entered, remark: "", sheet: sheet, by: actor(8), at: morning)
        #expect(review.total == 90)
        #expect(throws: DomainError.conflict("这个来电已经评过分。")) {
            try review.score(entered, remark: "", sheet: sheet, by: actor(8), at: morning)
        }
    }

    @Test("只有本人、期限以内、申诉一次；评分的人不能处理对自己的申诉")
    func appeals() throws {
        var review = review()
        #expect(throws: DomainError.conflict("还没有评分，不用申诉。")) {
            try review.appeal("我说清楚了", within: 5, by: actor(7), at: morning)
        }
        try review.score(
            ["greeting": "10", "accuracy": "10"], remark: "", sheet: sheet, by: actor(8), at: morning)
        #expect(throws: DomainError.forbidden("只有接这个来电的话务员可以申诉。")) {
            try review.appeal("我说清楚了", within: 5, by: actor(9), at: morning)
        }
        #expect(throws: DomainError.conflict("评分已经超过 \(5) 日，不能再申诉。")) {
            try review.appeal("我说清楚了", within: 5, by: actor(7), at: morning.adding(seconds: 6 * 86_400))
        }
        try review.appeal("我说清楚了", within: 5, by: actor(7), at: morning)
        #expect(throws: DomainError.conflict("已经申诉过，每个评分申诉一次。")) {
            try review.appeal("我说清楚了", within: 5, by: actor(7), at: morning)
        }
        #expect(throws: DomainError.forbidden("申诉由评分人和话务员以外的人处理。")) {
            try review.decide("80", "听过录音", by: actor(8), at: morning)
        }
        try review.decide("80", "听过录音，改为八十分", by: actor(9), at: morning)
        #expect(review.total == 80 && review.state == "申诉已处理")
    }

    @Test("每人抽一样多，来电少的全抽；分值合计不是一百的规则不能公布")
    func drawing() throws {
        var lot = SystemRandomNumberGenerator()
        let calls = (1...40).map { (id: Int64($0), agent: Int64($0 <= 38 ? 1 : 2)) }
        let drawn = QualityDraw.draw(calls, each: 3, using: &lot)
        #expect(drawn.count == 5 && drawn.isSuperset(of: [39, 40]))
        #expect(QualityDraw.lastWeek(of: CivilDate(iso: "2026-09-18") ?? .first).iso == "2026-09-07")
        let rules = HotlineRules(sample: .init(callsPerWeek: 3, appealDays: 5), sheet: [sheet[0]])
        #expect(rules.faults == ["评分项目的分值合计应为 100。"])
    }

    @Test("上周接通的抽一次，评分告诉话务员，申诉由另一个人处理")
    func story() async throws {
        let house = try await House()
        _ = try await house.press("/desk/hotline/shift", "line=8001", as: "hotline")
        for call in ["c1", "c2"] {
            _ = try await house.tell("ringing", call)
            _ = try await house.tell("answered", call)
        }
        let later = morning.adding(seconds: 7 * 86_400)
        for _ in 1...2 {
            try await house.database.write { try QualityDraw.run(each: 1, at: later, in: $0) }
        }
        let id = try await house.database.read { tx in
            try tx.rows("SELECT id FROM hotline_review /* all */").map { try $0.id("id") }
        }
        #expect(id.count == 1)
        house.clock.now = later
        let path = "/desk/hotline/quality/\(id.first ?? 0)"
        #expect(try await house.look(path, as: "officer-cgj").status == .notFound)
        #expect(
            try await house.press("\(path)/score", "", as: "officer-zwfw").status == .unprocessableContent)
        let sheet = "greeting=20&listening=20&accuracy=30&record=10&remark="
        #expect(try await house.press("\(path)/score", sheet, as: "officer-zwfw").status == .seeOther)
        #expect(try await house.told("hotline").first?.contains("已评分，80 分") == true)
        #expect(try await house.look(path, as: "hotline").text.contains("为什么不同意"))
        let appealed = try await house.press("\(path)/appeal", "appeal=记录是完整的", as: "hotline")
        #expect(appealed.status == .seeOther)
        #expect(try await house.told("officer-zwfw").first?.contains("申诉待处理") == true)
        let words = "total=90&decision=记录确实完整"
        #expect(try await house.press("\(path)/decision", words, as: "officer-zwfw").status == .forbidden)
        #expect(try await house.press("\(path)/decision", words, as: "head-zwfw").status == .seeOther)
        #expect(try await house.told("hotline").first?.contains("申诉已处理，90 分") == true)
        #expect(try await house.look("/desk/hotline/quality", as: "hotline").text.contains("申诉已处理"))
    }
}
