import HTTPTypes
import HummingbirdTesting
import Identity
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Targets

@Suite("Target responsibility")
struct TargetTests {
    static let path = "/desk/targets/2026/zjj"
    static let draft = "/desk/targets/2026/zjj/draft"

    /// 邹燕芬 drafts and offers, 陈国良 agrees: a share of figures, and two milestones.
    static func agreed() async throws -> TargetHouse {
        let house = try await TargetHouse()
        let officer = try await house.account("officer-zjj").id
        try await house.press("head-zjj", draft)
        let share =
            "title=按期办结&weight=60&person=\(officer)&figure=closed&of=filed&direction=least&wanted=95"
        let fire =
            "title=消防通道&weight=40&person=\(officer)&figure=evidence&milestones=列出清单｜2026-11-20%0A打通｜2026-12-20"
        #expect(try await house.press("head-zjj", "\(draft)/targets", share) == 303)
        #expect(try await house.press("head-zjj", "\(draft)/targets", fire) == 303)
        #expect(try await house.press("head-zjj", "\(draft)/offer") == 303)
        #expect(try await house.press("leader", "\(draft)/answer", "agrees=true") == 303)
        return house
    }

    @Test("strangers and officers change nothing, and what is wrong is said at its field")
    func refusals() async throws {
        let house = try await TargetHouse()
        #expect(try await house.look("head-zjj", Self.path).status == 404)
        #expect(try await house.press("officer-zjj", Self.draft) == 403)
        #expect(try await house.press("head-scjg", Self.draft) == 404)
        #expect(try await house.press("head-zjj", Self.draft) == 303)
        #expect(try await house.press("head-zjj", Self.draft) == 409)
        try await house.visit(as: "head-zjj") { client async throws in
            let wrong = try await client.press("\(Self.draft)/targets", "title=")
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("请选择责任人。"))
        }
        #expect(try await house.press("head-zjj", "\(Self.draft)/offer") == 409)
        #expect(try await house.press("leader", "/desk/targets/2026/zfb/draft") == 403)
    }

    @Test("agreed by both sides it is shown with what is reached, to its organ and to nobody else's")
    func shown() async throws {
        let house = try await Self.agreed()
        #expect(house.watched.milestones.map(\.name) == ["消防通道：列出清单", "消防通道：打通"])
        #expect(house.watched.milestones.allSatisfy { $0.organ == "zjj" && $0.endedOn == nil })
        let page = try await house.look("officer-zjj", Self.path)
        #expect(page.text.contains("现在 90%") && page.text.contains("/organs/zjj/cases/closed"))
        #expect(page.text.contains("已超期") && page.text.contains("完成 <strong>56%</strong>"))
        #expect(page.text.contains("<a href=\"/desk/signal\">监察信号：黄牌</a>（待处理）"))
        #expect(try await house.look("officer-scjg", Self.path).status == 404)
        #expect(try await house.look("leader", "/desk/targets").text.contains("56%"))
    }

    @Test("a milestone is reported by whoever answers for it and accepted by somebody else")
    func reported() async throws {
        let house = try await Self.agreed()
        let key = try #require(try await house.plans().first?.targets[1].milestones[0].key)
        let form = "milestone=\(key)&words=已列出&evidence=端住建〔2026〕8 号"
        #expect(try await house.press("officer-zjj", "\(Self.path)/reports", "milestone=\(key)") == 422)
        #expect(try await house.press("officer-zjj", "\(Self.path)/reports", form) == 303)
        #expect(try await house.press("officer-zjj", "\(Self.path)/reports", form) == 409)
        let id = try #require(
            try await house.database.read { try TargetStore.reports(2026, "zjj", in: $0).first?.id })
        let ruling = "report=\(id)&ruling=accepted&opinion=属实"
        #expect(try await house.press("officer-zjj", "\(Self.path)/rulings", ruling) == 403)
        #expect(try await house.press("head-zjj", "\(Self.path)/rulings", "report=\(id)&opinion=属实") == 422)
        #expect(try await house.press("head-zjj", "\(Self.path)/rulings", ruling) == 303)
        #expect(try await house.press("supervisor", "\(Self.path)/rulings", ruling) == 409)
        let last = try #require(house.watched.milestones.last)
        #expect(last.key == String(key) && last.state == "已完成" && last.endedOn == noon.day)
        #expect(try await house.look("leader", Self.path).text.contains("已完成"))
    }

    @Test("the head's own report is reviewed by supervision, not by the head")
    func headReports() async throws {
        let house = try await Self.agreed()
        let key = try #require(try await house.plans().first?.targets[1].milestones[1].key)
        let form = "milestone=\(key)&words=已打通&evidence=照片"
        #expect(try await house.press("head-zjj", "\(Self.path)/reports", form) == 303)
        let id = try #require(
            try await house.database.read { try TargetStore.reports(2026, "zjj", in: $0).first?.id })
        let ruling = "report=\(id)&ruling=returned&opinion=没有照片"
        #expect(try await house.press("head-zjj", "\(Self.path)/rulings", ruling) == 403)
        #expect(try await house.press("supervisor", "\(Self.path)/rulings", ruling) == 303)
        #expect(try await house.press("head-zjj", "\(Self.path)/reports", form) == 303)
    }

    @Test("changed only by agreement and with a reason; the version before stands until then")
    func changed() async throws {
        let house = try await Self.agreed()
        #expect(try await house.press("leader", Self.draft) == 303)
        let gone = try #require(try await house.plans().first?.targets[1])
        #expect(try await house.press("leader", "\(Self.draft)/removals", "target=\(gone.key)") == 303)
        let officer = try await house.account("officer-zjj").id
        let rest = "title=办结&weight=40&person=\(officer)&figure=closed&direction=least&wanted=9"
        #expect(try await house.press("leader", "\(Self.draft)/targets", rest) == 303)
        #expect(try await house.press("leader", "\(Self.draft)/offer") == 422)
        #expect(try await house.press("leader", "\(Self.draft)/offer", "reason=市里统一部署") == 303)
        #expect(try await house.press("leader-2", "\(Self.draft)/answer", "agrees=true") == 403)
        #expect(try await house.press("head-zjj", "\(Self.draft)/answer", "agrees=false&objection=") == 422)
        #expect(try await house.plans().map(\.state) == [.offered, .agreed])
        #expect(try await house.press("head-zjj", "\(Self.draft)/answer", "agrees=true") == 303)
        #expect(try await house.plans().map(\.state) == [.agreed, .superseded])
        let ended = house.watched.milestones.suffix(2)
        #expect(ended.allSatisfy { $0.state == "已取消" && $0.endedOn == noon.day })
        #expect(try await house.look("officer-zjj", Self.path).text.contains("市里统一部署"))
    }
}
