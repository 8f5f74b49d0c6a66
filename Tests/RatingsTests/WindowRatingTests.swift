import Cases
import HTTPTypes
import HummingbirdTesting
import Journal
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Ratings
@testable import Web

@Suite("窗口的评价器")
struct WindowRatingTests {
    private let actor = Actor(accountID: 0, name: "办事人", channel: "page", address: "192.0.2.7")

    private func ratings(_ house: House) -> WindowRatings {
        WindowRatings(database: house.database) { [served = house.served] _, _ in served.visit }
    }

    private func kept(_ house: House) async throws -> [Int] {
        try await house.database.read {
            try $0.rows("SELECT grade FROM service_rating ORDER BY id /* all */").map { try $0.int("grade") }
        }
    }

    @Test("没有登记的机器打不开；没有人办过时没有表情，也什么都不记")
    func strangers() async throws {
        let house = try await House()
        #expect(try await house.visit { try await $0.look("/rate/windows/3").status } == .notFound)
        #expect(try await ratings(house).waiting(at: 3, noon) == nil)
        await #expect(throws: DomainError.conflict("这位办事人的评价已经结束，请等下一位。")) {
            try await ratings(house).rate("1", at: 3, 5, by: actor, at: noon)
        }
        #expect(try await kept(house).isEmpty)
    }

    @Test("一个号评价一次；轮到下一位以后，上一位的按钮不算数；没有按的不算好评")
    func once() async throws {
        let house = try await House()
        let ratings = ratings(house)
        house.served.serve("1")
        #expect(try await ratings.waiting(at: 3, noon)?.label == "A01")
        await #expect(throws: DomainError.self) { try await ratings.rate("1", at: 3, 9, by: actor, at: noon) }
        try await ratings.rate("1", at: 3, 2, by: actor, at: noon)
        await #expect(throws: DomainError.conflict("您已经评价过了，谢谢。")) {
            try await ratings.rate("1", at: 3, 5, by: actor, at: noon)
        }
        #expect(try await ratings.waiting(at: 3, noon) == nil)
        house.served.serve("2")
        await #expect(throws: DomainError.conflict("这位办事人的评价已经结束，请等下一位。")) {
            try await ratings.rate("1", at: 3, 5, by: actor, at: noon)
        }
        house.served.serve("3")
        try await ratings.rate("3", at: 3, 5, by: actor, at: noon)
        #expect(try await kept(house) == [2, 5])
    }

    @Test("页面上五个表情各有文字，不写姓名")
    func faces() async throws {
        let visit = ServedVisit(id: "7", label: "A007", organ: "zwfw", place: "大厅3 号窗口", business: "个人事务")
        let page = WindowPage(window: 3, visit: visit, thanks: false, refused: nil, token: .init(value: "t"))
        let html = "\(page.page.body)"
        #expect(Rating.grades.allSatisfy { html.contains("<span>\($0.label)</span>") })
        #expect(page.seconds == 60)
        let idle = WindowPage(window: 3, visit: nil, thanks: true, refused: nil, token: .init(value: "t"))
        #expect(idle.seconds == 5 && "\(idle.page.body)".contains("谢谢您的评价"))
    }
}
