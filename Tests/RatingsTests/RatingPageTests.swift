import HTTPTypes
import HummingbirdTesting
import Messaging
import NIOCore
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Identity
@testable import Ratings

@Suite("评价的页面")
struct RatingPageTests {
    @Test("评价码不存在、没有选择、第二次评价都会说明；一次一评")
    func visits() async throws {
        let house = try await House()
        #expect(try await house.visit { try await $0.look("/rate/AAAAAAAAAA").status } == .notFound)
        #expect(try await house.visit { try await $0.look("/rate?code=abc").status } == .unprocessableContent)
        let path = "/rate/\(try await house.code())"
        let empty = try await house.rate(path, "words=x")
        #expect(empty.status == .unprocessableContent && empty.text.contains("中选择一项"))
        #expect(try await house.rate(path, "grade=2&reasons=slow&words=x").status == .seeOther)
        let forged = try await house.visit { try await $0.press(path, "grade=5").status }
        #expect(forged == .forbidden)
        #expect(try await house.visit { try await $0.look(path).text }.contains("已收到您的评价"))
        let words = try await house.database.read {
            try $0.rows("SELECT words FROM service_rating /* all */").map { try $0.text("words") }
        }
        #expect(words.count == 1)
    }

    @Test("发码的人和本单位的人登录着不能评，页面、接口都说明；码还留给办事人", arguments: ["clerk", "head-zwfw", "hotline"])
    func ownService(login: String) async throws {
        let house = try await House()
        let code = try await house.code()
        let refusal = login == "clerk" ? "评价码是您发的，请交给办事人评价。" : "本单位的工作人员不能评价本单位的服务。"
        let shown = try await house.visit(as: login) { try await $0.look("/rate/\(code)").text }
        #expect(shown.contains(refusal) && !shown.contains("提交评价"))
        let pressed = try await house.visit(as: login) { try await $0.press("/rate/\(code)", "grade=5") }
        #expect(pressed.status == .forbidden && pressed.text.contains(refusal))
        #expect(try await house.rate("/rate/\(code)", "grade=1").status == .seeOther)
    }

    @Test("别的单位的人来办事，可以评")
    func otherOrgan() async throws {
        let house = try await House()
        let path = "/rate/\(try await house.code())"
        #expect(
            try await house.visit(as: "officer-scjg") { try await $0.press(path, "grade=4").status }
                == .seeOther)
    }

    @Test("一个人连着发码，发多了请稍后再发")
    func manyCodes() async throws {
        let house = try await House()
        for _ in 1...10 { _ = try await house.code() }
        let form = "source=counter&place=3&item=x"
        #expect(
            try await house.visit(as: "clerk") { try await $0.press("/desk/visit-codes", form).status }
                == .tooManyRequests)
        #expect(
            try await house.visit(as: "hotline") { try await $0.press("/desk/visit-codes", form).status }
                == .ok)
    }

    @Test("短信评价：码不对、分数不对、第二次都会说明；记下来自短信")
    func byText() async throws {
        let house = try await House()
        let code = try await house.code()
        await #expect(throws: DomainError.notFound("没有这个评价码，请核对后再输入。")) {
            try await house.ratings.rate(byText: "AAAAAAAAAA", grade: 5, at: noon)
        }
        await #expect(throws: DomainError.self) {
            try await house.ratings.rate(byText: code, grade: 9, at: noon)
        }
        try await house.ratings.rate(byText: code.lowercased(), grade: 4, at: noon)
        await #expect(throws: DomainError.conflict("您已经评价过了，谢谢。")) {
            try await house.ratings.rate(byText: code, grade: 5, at: noon)
        }
        let kept = try await house.database.read {
            try $0.rows("SELECT channel, grade FROM service_rating /* all */").map {
                ($0, try $0.text("channel"), try $0.int("grade"))
            }
        }
        #expect(kept.count == 1 && kept[0].1 == "sms" && kept[0].2 == 4)
    }

    @Test("差评建立一次核实任务，告诉部门负责人，期限按工作日")
    func opened() async throws {
        let house = try await House()
        try await house.bad()
        try await house.reviews.open(at: noon)
        let (review, rating) = try await house.reviews.review(77, of: nil)
        #expect(rating.words == "等了很久" && review.contactDue > noon.day)
        #expect(review.correctionDue.days(since: review.contactDue) >= 14)
        let head = try #require(
            try await house.database.read { try Accounts.account(named: "head-scjg", on: noon.day, in: $0) })
        let told = try await house.database.read { try Inbox(of: head.id).messages(in: $0).items }
        #expect(told.count == 1 && told[0].subject == "/desk/ratings/77")
    }

    @Test("别的部门看不到也办不了；本部门依次核实、整改、回访")
    func course() async throws {
        let house = try await House()
        try await house.bad()
        let path = "/desk/ratings/77"
        #expect(try await house.visit(as: "officer-zjj") { try await $0.look(path).status } == .notFound)
        #expect(
            try await house.visit(as: "officer-zjj") {
                try await $0.press("\(path)/contact", "words=a").status
            } == .notFound)
        let early = try await house.visit(as: "officer-scjg") {
            try await $0.press("\(path)/correction", "words=a")
        }
        #expect(early.status == .conflict)
        let silent = try await house.visit(as: "officer-scjg") { try await $0.press("\(path)/contact") }
        #expect(silent.status == .unprocessableContent && silent.text.contains("请写明情况"))
        for (step, form) in [
            ("contact", "words=a"), ("correction", "words=b"), ("callback", "words=c&satisfied=true"),
        ] {
            let answer = try await house.visit(as: "officer-scjg") {
                try await $0.press("\(path)/\(step)", form).status
            }
            #expect(answer == .seeOther, "\(step)")
        }
        #expect(try await house.reviews.review(77, of: nil).0.state == .closed)
        let list = try await house.visit(as: "supervisor") {
            try await $0.look("/desk/ratings?state=closed").text
        }
        #expect(list.contains("非常不满意"))
    }

    @Test("监察同时知道每一步的期限：没做的在走，申诉中的停下，做完的当天结束")
    func watched() async throws {
        let house = try await House()
        try await house.bad()
        #expect(house.watched[.contact]?.endedOn == nil && house.watched[.contact]?.state == "待办")
        #expect(
            house.watched[.correction]?.dueOn == (try await house.reviews.review(77, of: nil).0.correctionDue)
        )
        #expect(house.watched[.callback] == nil)
        func press(_ step: String, _ form: String, as login: String) async throws {
            let answer = try await house.visit(as: login) {
                try await $0.press("/desk/ratings/77/\(step)", form).status
            }
            #expect(answer == .seeOther, "\(step)")
        }
        try await press("appeal", "words=a", as: "head-scjg")
        #expect(house.watched[.contact]?.state == "申诉中" && house.watched[.contact]?.endedOn == noon.day)
        try await press("ruling", "words=a&granted=false", as: "supervisor")
        #expect(house.watched[.contact]?.state == "待办" && house.watched[.contact]?.endedOn == nil)
        try await press("contact", "words=a", as: "officer-scjg")
        try await press("correction", "words=b", as: "officer-scjg")
        #expect(house.watched[.contact]?.state == "已办" && house.watched[.correction]?.endedOn == noon.day)
        #expect(house.watched[.callback]?.endedOn == nil && house.watched[.callback]?.organ == "scjg")
    }

    @Test("申诉由负责人提出、由监察裁定，成立的不计入公开的数")
    func appeal() async throws {
        let house = try await House()
        try await house.bad()
        let path = "/desk/ratings/77"
        #expect(try await house.visit { try await $0.look("/ratings").text }.contains("食品经营许可"))
        #expect(
            try await house.visit(as: "officer-scjg") {
                try await $0.press("\(path)/appeal", "words=a").status
            } == .forbidden)
        #expect(
            try await house.visit(as: "head-scjg") { try await $0.press("\(path)/appeal", "words=a").status }
                == .seeOther)
        #expect(
            try await house.visit(as: "head-scjg") {
                try await $0.press("\(path)/ruling", "words=a&granted=true").status
            } == .forbidden)
        let ruled = try await house.visit(as: "supervisor") {
            try await $0.press("\(path)/ruling", "words=a&granted=true").status
        }
        #expect(ruled == .seeOther)
        #expect(try await !house.visit { try await $0.look("/ratings").text }.contains("食品经营许可"))
    }

    @Test("公开的数可以下载，没有评价的不在其中")
    func published() async throws {
        let house = try await House()
        #expect(try await house.visit { try await $0.look("/ratings").text }.contains("还没有评价"))
        try await house.bad()
        let file = try await house.visit { try await $0.look("/ratings.csv") }
        #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(file.text.contains("\"食品经营许可\",\"0\",\"0\",\"0\",\"0\",\"1\",\"1\",\"0%\""))
    }
}

@Suite("评价的接口")
struct RatingAPITests {
    @Test("凭码评价一次；码不对、分数不对、没有的原因、第二次都说明；公布的数里有它")
    func visits() async throws {
        let house = try await House()
        let code = try await house.code()
        func rate(_ code: String, _ body: String) async throws -> TestResponse {
            try await house.visit { client in
                try await client.execute(
                    uri: "/api/v1/visits/\(code)/rating", method: .post,
                    headers: [.contentType: "application/json"], body: ByteBuffer(string: body))
            }
        }
        #expect(try await rate("AAAAAAAAAA", #"{"grade":5}"#).status == .notFound)
        #expect(try await rate(code, #"{"grade":6}"#).status == .unprocessableContent)
        #expect(try await rate(code, #"{"grade":1,"reasons":["ugly"]}"#).status == .unprocessableContent)
        #expect(try await rate(code, #"{"grade":1,"reasons":["slow"],"words":null}"#).status == .noContent)
        #expect(try await rate(code, #"{"grade":5}"#).status == .conflict)
        let figures = try await house.visit { try await $0.look("/api/v1/ratings").text }
        #expect(figures.contains(#""grades":[0,0,0,0,1]"#) && figures.contains(#""satisfied_percent":0"#))
    }
}
