import Journal
import Refusals
import Testing
import WorkingTime

@testable import Audit

@Suite("个人信息请求")
struct PersonRequestTests {
    private static let officer = Actor(
        accountID: 7, name: "李敏", organ: "scjg", roles: ["officer"], channel: "page", address: "")

    private static func request(of account: Int64 = 1) -> PersonRequest {
        let asker = Actor(accountID: account, name: "陈静", channel: "page", address: "")
        return PersonRequest(
            id: 1, by: asker, .correction, to: "scjg", about: "A1", entry: nil, "电话写错了", at: noon,
            due: noon.day.adding(days: 21))
    }

    @Test("自己的请求、没有理由的答复、答复过的，都不能答复")
    func refused() throws {
        var own = Self.request(of: 7)
        #expect(throws: DomainError.forbidden("不能答复自己提出的请求。")) {
            try own.answer(.granted, "好", by: Self.officer, at: noon)
        }
        var request = Self.request()
        #expect(throws: DomainError.invalid("answer", "请写明具体内容和理由。")) {
            try request.answer(.granted, " ", by: Self.officer, at: noon)
        }
        #expect(throws: DomainError.invalid("state", "请选择采纳或者不采纳。")) {
            try request.answer(.open, "好", by: Self.officer, at: noon)
        }
        try request.answer(.granted, "已更正", by: Self.officer, at: noon)
        #expect(throws: DomainError.conflict("这项请求已经答复，不能重复答复。")) {
            try request.answer(.refused, "再答", by: Self.officer, at: noon)
        }
    }

    @Test("到期当天不算过期，答复了的不算过期")
    func late() throws {
        var request = Self.request()
        let next = request.dueOn.adding(days: 1)
        #expect(!request.isLate(on: request.dueOn) && request.isLate(on: next))
        try request.answer(.refused, "档案依法保存", by: Self.officer, at: noon)
        #expect(!request.isLate(on: next))
    }
}
