import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Messaging
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Audit

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

    @Test("窗口查询过登记信息的，本人看得到、可以投诉，别人看不到")
    func lookedUp() async throws {
        let house = try await AuditHouse()
        let person = try #require(try await house.account("chenjing").personID)
        let clerk = try await house.account("clerk").actor(channel: "page", address: "192.0.2.7")
        let entry = try await house.database.write { tx in
            try Journal.append(
                JournalEntry(
                    at: noon, actor: clerk, action: Journal.lookUpAction,
                    subject: Journal.readings(ofPerson: person), sentence: "\(clerk.name)在窗口查询了登记信息。"), in: tx
            ).id
        }
        try await house.visit(as: "zhangwei") { client in
            let readings = try await client.look("/my/readings")
            #expect(!readings.text.contains("窗口代办"))
            #expect(try await client.look("/my/readings/\(entry)/complaint").status == .notFound)
        }
        try await house.visit(as: "chenjing") { client in
            #expect(try await client.look("/my/readings").text.contains("窗口代办"))
            #expect(try await client.look("/my/readings/\(entry)/complaint").status == .ok)
            let sent = try await client.press("/my/readings/\(entry)/complaint", "words=why")
            #expect(sent.status == .seeOther)
            #expect(try await client.look("/my/requests").text.contains("why"))
        }
        try await house.visit(as: "auditadmin") { client in
            let complaints = try await client.look("/desk/audit/complaints")
            #expect(complaints.text.contains("why"))
        }
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
        let head = try await house.account("head-scjg")
        let told = try await house.database.read { try Inbox(of: head.id).messages(in: $0).items }
        #expect(told.first?.sentence.chinese.contains("有一项个人信息请求（更正，办件 \(number)）") == true)
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
