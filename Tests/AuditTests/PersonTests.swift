import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Messaging
import Refusals
import Storage
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
        #expect(!request.isLate(on: request.dueOn) && request.isLate(on: request.dueOn.adding(days: 1)))
        try request.answer(.refused, "档案依法保存", by: Self.officer, at: noon)
        #expect(!request.isLate(on: request.dueOn.adding(days: 1)))
    }
}

@Suite("我的信息")
struct MyDataTests {
    @Test("别人的办件不能提请求，别人的查看记录不能投诉也看不到")
    func strangers() async throws {
        let house = try await AuditHouse()
        let number = try await house.file(by: "chenjing")
        try await house.read(number, by: "officer-scjg")
        let entry = try #require(try await house.newestEntry())
        try await house.visit(as: "zhangwei") { client in
            let page = try await client.look("/my/readings")
            #expect(page.status == .ok && !page.text.contains(number))
            let complaint = try await client.look("/my/readings/\(entry)/complaint")
            #expect(complaint.status == .notFound)
            let sent = try await client.press("/my/readings/\(entry)/complaint", "words=x")
            #expect(sent.status == .notFound)
            let asked = try await client.press(
                "/my/requests", "kind=correction&case=\(number)&words=x")
            #expect(asked.status == .unprocessableContent && asked.text.contains("请选择您自己的办件。"))
        }
    }

    @Test("看得到谁查看过，可以投诉；审计管理员答复，本人收到消息")
    func complaint() async throws {
        let house = try await AuditHouse()
        let number = try await house.file(by: "chenjing")
        try await house.read(number, by: "officer-scjg")
        let entry = try #require(try await house.newestEntry())
        try await house.visit(as: "chenjing") { client in
            let page = try await client.look("/my/readings")
            #expect(page.text.contains(number) && page.text.contains("市场监督管理局"))
            let silent = try await client.press("/my/readings/\(entry)/complaint", "words=")
            #expect(silent.status == .unprocessableContent)
            let sent = try await client.press("/my/readings/\(entry)/complaint", "words=why")
            #expect(sent.status == .seeOther)
        }
        try await house.visit(as: "auditadmin") { client in
            let page = try await client.look("/desk/audit/complaints")
            let path = try #require(page.text.firstMatch(of: /action="([^"]+\/answer)"/)).output.1
            let done = try await client.press(String(path), "state=granted&answer=checked")
            #expect(done.status == .seeOther)
            let again = try await client.press(String(path), "state=granted&answer=checked")
            #expect(again.status == .conflict)
        }
        let asker = try await house.account("chenjing")
        let told = try await house.database.read { try Inbox(of: asker.id).messages(in: $0).items }
        #expect(told.contains { $0.sentence.chinese.hasSuffix("提出的「投诉查看」已采纳：checked") })
    }

    @Test("更正的请求只有承办部门看得到，十五个工作日内答复")
    func correction() async throws {
        let house = try await AuditHouse()
        let number = try await house.file(by: "chenjing")
        try await house.visit(as: "chenjing") { client in
            let wrong = try await client.press("/my/requests", "kind=complaint&case=\(number)&words=x")
            #expect(wrong.status == .unprocessableContent)
            let sent = try await client.press("/my/requests", "kind=correction&case=\(number)&words=phone")
            #expect(sent.status == .seeOther)
            let page = try await client.look("/my/requests")
            #expect(page.text.contains("12月14日以前答复"))
        }
        let path = try await house.visit(as: "officer-scjg") { client in
            let page = try await client.look("/desk/person-requests")
            return String(try #require(page.text.firstMatch(of: /action="([^"]+\/answer)"/)).output.1)
        }
        try await house.visit(as: "officer-zjj") { client in
            let page = try await client.look("/desk/person-requests")
            #expect(!page.text.contains(number))
            let strange = try await client.press(path, "state=granted&answer=x")
            #expect(strange.status == .notFound)
        }
        try await house.visit(as: "officer-scjg") { client in
            let done = try await client.press(path, "state=refused&answer=kept")
            #expect(done.status == .seeOther)
        }
    }

    @Test("副本里有本人的登记信息和办件，没有别人的，并留痕；很久没有验证身份的不给")
    func copy() async throws {
        let house = try await AuditHouse()
        let (own, other) = (try await house.file(by: "chenjing"), try await house.file(by: "zhangwei"))
        try await house.visit(as: "chenjing") { client in
            let page = try await client.look("/my/data")
            #expect(page.status == .ok && page.text.contains("下载副本"))
            let file = try await client.press("/my/data/copies", "format=json")
            #expect(file.headers[.contentType]?.hasPrefix("application/json") == true)
            #expect(file.text.contains(own) && !file.text.contains(other))
            let sheet = try await client.press("/my/data/copies", "format=page")
            #expect(sheet.text.contains("我的信息副本") && sheet.text.contains(own))
        }
        #expect(try await house.entries("person.copied").count == 2)
        try await house.visit(as: "chenjing", provedAt: nil) { client in
            let sent = try await client.press("/my/data/copies", "format=json")
            #expect(sent.status == .seeOther)
        }
    }
}
