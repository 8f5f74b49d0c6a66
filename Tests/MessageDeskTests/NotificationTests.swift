import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import MessageDesk
@testable import Messaging

@Suite("Programs send as the client libraries of Notify do")
struct NotificationTests {
    private func document(_ template: String, _ more: String = "") -> String {
        #"{"phone_number":"138 0000 1111","template_id":"\#(template)","personalisation":{"姓名":"张伟","书名":"城","n":3}\#(more)}"#
    }

    @Test("without a key that counts nobody is let in, and is told so in the words of the interface")
    func strangers() async throws {
        let office = try await Office()
        for token in [
            "x", ProgramTokenTests.token(at: noon, secret: "another"),
            ProgramTokenTests.token(at: noon.adding(seconds: -60)),
        ] {
            let answer = try await office.call(.get, "/v2/notifications", token: token)
            #expect(answer.status == .unauthorized && answer.json["status_code"] as? Int == 401)
            #expect(answer.text.contains("AuthError"))
        }
        let id = office.program.id
        _ = try await office.database.write { tx in
            for key in try ProgramStore.keys(of: id, in: tx) {
                try ProgramStore.revoke(key.id, of: id, at: noon, in: tx)
            }
        }
        #expect(try await office.call(.get, "/v2/notifications").status == .unauthorized)
    }

    @Test("a program that was ended is nobody any more")
    func ended() async throws {
        let office = try await Office()
        let id = office.program.id
        _ = try await office.database.write { try ProgramStore.change(id, in: $0) { try $0.end() } }
        #expect(try await office.call(.get, "/v2/templates").status == .unauthorized)
    }

    @Test("what cannot be sent is a 400 that says why")
    func refused() async throws {
        let office = try await Office()
        let (template, mail) = (try await office.publish(), try await office.publish(.mail))
        let cases: [(String, String)] = [
            ("/v2/notifications/sms", document("no-such")), ("/v2/notifications/sms", document(mail)),
            ("/v2/notifications/sms", #"{"phone_number":"0758-2345678","template_id":"\#(template)"}"#),
            ("/v2/notifications/sms", #"{"phone_number":"13800001111","template_id":"\#(template)"}"#),
            ("/v2/notifications/sms", #"{"template_id":"\#(template)"}"#), ("/v2/notifications/sms", "[]"),
            (
                "/v2/notifications/email",
                #"{"email_address":"a@b.cn\r\nRCPT","template_id":"\#(mail)","personalisation":{"姓名":"a","书名":"b"}}"#
            ),
        ]
        for (path, body) in cases {
            let answer = try await office.call(.post, path, body)
            #expect(answer.status == .badRequest, "\(body) \(answer.text)")
            #expect((answer.json["errors"] as? [[String: String]])?.first?["message"]?.isEmpty == false)
        }
        #expect(try await !office.actions().contains("message.program_sent"))
    }

    @Test("beyond the day's allowance a program is told to come back tomorrow")
    func allowance() async throws {
        let office = try await Office(dailyLimit: 2)
        let template = try await office.publish()
        for expected in [HTTPResponse.Status.created, .created, .tooManyRequests] {
            let answer = try await office.call(.post, "/v2/notifications/sms", document(template))
            #expect(answer.status == expected)
        }
    }

    @Test("another program's message does not exist")
    func apart() async throws {
        let office = try await Office()
        let unknown = try await office.call(.get, "/v2/notifications/\(ProgramTokenTests.program)")
        #expect(unknown.status == .notFound && unknown.text.contains("NoResultFound"))
        #expect(try await office.call(.get, "/v2/notifications?older_than=x").status == .notFound)
        #expect(try await office.call(.get, "/v2/template/x").status == .notFound)
    }

    @Test("a message is taken in, sent, and its course looked up, alone and in the list")
    func wholeCourse() async throws {
        let office = try await Office()
        let template = try await office.publish()
        let sent = try await office.call(
            .post, "/v2/notifications/sms", document(template, #","reference":"loan-1""#))
        #expect(sent.status == .created)
        #expect((sent.json["content"] as? [String: Any])?["body"] as? String == "张伟，您借的书 城 明天到期。")
        let id = try #require(sent.json["id"] as? String)
        #expect(sent.json["uri"] as? String == "https://minben.example/v2/notifications/\(id)")
        let waiting = try await office.call(.get, "/v2/notifications/\(id)")
        #expect(waiting.json["status"] as? String == "created")
        #expect(waiting.json["phone_number"] as? String == "13800001111")
        await office.workOff()
        let done = try await office.call(.get, "/v2/notifications/\(id)")
        #expect(
            done.json["status"] as? String == "delivered" && done.json["reference"] as? String == "loan-1")
        for (query, count) in [
            ("reference=loan-1", 1), ("reference=x", 0), ("status=failed", 0), ("template_type=email", 0),
        ] {
            let list =
                try await office.call(.get, "/v2/notifications?\(query)").json["notifications"] as? [Any]
            #expect(list?.count == count, "\(query)")
        }
        #expect(try await office.actions().contains("message.program_sent"))
    }

    @Test("a mail has its subject, and with a test key nothing goes out")
    func testKey() async throws {
        let office = try await Office(isTest: true)
        let template = try await office.publish(.mail)
        let sent = try await office.call(
            .post, "/v2/notifications/email",
            #"{"email_address":"a@b.cn","template_id":"\#(template)","personalisation":{"姓名":"张伟","书名":"城"}}"#
        )
        #expect((sent.json["content"] as? [String: Any])?["subject"] as? String == "到期提醒：城")
        let id = sent.json["id"] as? String ?? ""
        #expect(
            try await office.call(.get, "/v2/notifications/\(id)").json["status"] as? String == "delivered")
        let jobs = try await office.database.read {
            try $0.count("SELECT count(*) FROM queued_job /* all */")
        }
        #expect(jobs == 0)
    }

    @Test("templates are read and previewed")
    func templates() async throws {
        let office = try await Office()
        let template = try await office.publish()
        let list = try await office.call(.get, "/v2/templates?type=sms").json["templates"] as? [[String: Any]]
        #expect(list?.first?["id"] as? String == template)
        #expect(try await office.call(.get, "/v2/template/\(template)/version/2").status == .notFound)
        let missing = try await office.call(
            .post, "/v2/template/\(template)/preview", #"{"personalisation":{}}"#)
        #expect(missing.status == .badRequest && missing.text.contains("姓名, 书名"))
        let shown = try await office.call(
            .post, "/v2/template/\(template)/preview", #"{"personalisation":{"姓名":"a","书名":["b","c"]}}"#)
        #expect(shown.json["body"] as? String == "a，您借的书 b\nc 明天到期。")
    }

    @Test("a receipt that nobody signed is not believed")
    func receipts() async throws {
        let office = try await Office()
        let answer = try await office.call(.post, "/v2/receipts/sms-1", #"{"id":"x","status":"delivered"}"#)
        #expect(answer.status == .unauthorized)
        #expect(try await office.call(.post, "/v2/receipts/nobody", "{}").status == .unauthorized)
    }
}
