import HTTPTypes
import HummingbirdTesting
import Identity
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import MessageDesk
@testable import Messaging

@Suite("消息的工作台和个人页面")
struct PageTests {
    /// Tells somebody something and gives the message's id.
    private func tell(_ office: Office, _ login: String) async throws -> Int64 {
        let (account, outbox) = (
            try await office.account(login).id, Outbox(isForwarding: true, book: office.book)
        )
        return try await office.database.write {
            try outbox.enqueue(
                to: account, about: "441202202611280000016", "您的「\("食品经营许可")」申请已受理，请留意办理时限。", at: noon,
                in: $0)
        }
    }

    @Test("别人的消息看不到，自己的消息能看到走到哪一步")
    func mine() async throws {
        let office = try await Office()
        let id = try await tell(office, "zhangwei")
        await office.workOff()
        let other = try await office.visit(as: "chenjing") { try await $0.look("/my/messages/\(id)").status }
        #expect(other == .notFound)
        let own = try await office.visit(as: "zhangwei") { try await $0.look("/my/messages/\(id)").text }
        #expect(own.contains("申请已受理") && own.contains("已经送达") && own.contains("demo-sms"))
        #expect(own.contains("href=\"/cases/441202202611280000016\""))
    }

    @Test("工作台看不到内容和收件人，只有系统管理员能重新发送")
    func desk() async throws {
        let office = try await Office()
        let id = try await tell(office, "zhangwei")
        await office.workOff()
        let delivery = try await office.database.read {
            try Deliveries.of(messages: [id], in: $0)[id]?.first?.id
        }
        let path = "/desk/messages/\(try #require(delivery))"
        let texts = try await office.visit(as: "sysadmin") { client in
            [try await client.look("/desk/messages").text, try await client.look(path).text]
        }
        #expect(texts.allSatisfy { !$0.contains("食品经营许可") && !$0.contains("13800001111") })
        #expect(texts[1].contains("demo-sms"))
        let refused = try await office.visit(as: "auditadmin") {
            try await $0.press("\(path)/resending").status
        }
        #expect(refused == .forbidden)
        let early = try await office.visit(as: "sysadmin") { try await $0.press("\(path)/resending") }
        #expect(early.status == .conflict && early.text.contains("只有没有送到的消息可以重新发送。"))
    }

    @Test("写错的模板不公布，预览不保存，公布后在用，可以恢复")
    func templates() async throws {
        let office = try await Office()
        let path = "/desk/message-templates/case.accepted"
        func press(_ form: String) async throws -> TestResponse {
            try await office.visit(as: "sysadmin") { try await $0.press(path, form) }
        }
        let wrong = try await press("in_site=a&sms=((x))&mail_subject=b&mail=c")
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("没有「x」这个占位符，可用的是事项。"))
        let text = "in_site=a&sms=((%E4%BA%8B%E9%A1%B9))%E5%A5%BD&mail_subject=b&mail=c"
        let preview = try await press("\(text)&act=preview")
        #expect(preview.status == .ok && preview.text.contains("食品经营许可好"))
        let none = try await office.database.read { try TemplateStore.current(of: 0, in: $0) }
        #expect(none.isEmpty)
        #expect(try await press(text).status == .seeOther)
        let list = try await office.visit(as: "auditadmin") {
            try await $0.look("/desk/message-templates").text
        }
        #expect(list.contains("第 1 版"))
        let back = try await office.visit(as: "sysadmin") { try await $0.press("\(path)/return").status }
        #expect(back == .seeOther)
        #expect(try await office.database.read { try TemplateStore.current(of: 0, in: $0) }.isEmpty)
    }

    @Test("登记人不能批准系统；密钥只显示一次")
    func programs() async throws {
        let office = try await Office()
        let place = try await office.visit(as: "sysadmin") {
            try await $0.press("/desk/message-programs", "name=x&purpose=y&daily_limit=5").headers[.location]
        }
        let path = try #require(place)
        #expect(
            try await office.visit(as: "sysadmin") { try await $0.press("\(path)/approval").status }
                == .forbidden)
        let early = try await office.visit(as: "sysadmin") {
            try await $0.press("\(path)/keys", "name=k&kind=normal")
        }
        #expect(early.status == .conflict)
        #expect(
            try await office.visit(as: "secadmin") { try await $0.press("\(path)/approval").status }
                == .seeOther)
        let issued = try await office.visit(as: "sysadmin") {
            try await $0.press("\(path)/keys", "name=k&kind=test").text
        }
        let secret = try #require(issued.firstMatch(of: /test-[0-9a-f-]{36}-([0-9a-f-]{36})/)?.output.1)
        let later = try await office.visit(as: "sysadmin") { try await $0.look(path).text }
        #expect(!later.contains(secret))
        let stored = try await office.database.read {
            try $0.rows("SELECT secret FROM message_key /* all */").map { try $0.text("secret") }
        }
        #expect(stored.count == 2)
    }

    @Test("免打扰时间写错会说明；选择保存后生效；没有验证的邮箱不用")
    func preferences() async throws {
        let office = try await Office()
        let path = "/my/message-preferences"
        let wrong = try await office.visit(as: "zhangwei") {
            try await $0.press(path, "quiet=true&quiet_from=25:00&quiet_until=8:00")
        }
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("时间请写成 22:00 的样子。"))
        let saved = try await office.visit(as: "zhangwei") {
            try await $0.press(path, "quiet=false&kind_progress=mail").status
        }
        #expect(saved == .seeOther)
        let account = try await office.account("zhangwei").id
        let known = try await office.database.read { try PreferenceStore.preferences(of: account, in: $0) }
        #expect(known.quiet == nil && known.wants(.service, by: .sms) && !known.wants(.progress, by: .sms))
        _ = try await office.visit(as: "zhangwei") {
            try await $0.press("\(path)/mail", "address=zhangwei@example.cn")
        }
        let page = try await office.visit(as: "zhangwei") { try await $0.look(path).text }
        #expect(page.contains("等待验证"))
        let again = try await office.visit(as: "zhangwei") {
            try await $0.press("\(path)/mail", "address=zhangwei@example.cn")
        }
        #expect(again.status == .unprocessableContent && again.text.contains("验证码刚刚发过"))
        let guess = try await office.visit(as: "zhangwei") {
            try await $0.press("\(path)/mail/confirmation", "code=1")
        }
        #expect(guess.text.contains("验证码不对"))
        #expect(try await office.actions().contains("message.mail_confirmed"))
    }
}
