import Refusals
import Storage
import Testing
import WorkingTime

@testable import Jobs
@testable import Messaging

@Suite("By which ways a message leaves the house, and when")
struct RoutingTests {
    @Test("at night it waits until eight, unless it is about the account itself")
    func night() async throws {
        let post = try await Post(at: Instant(day: Post.morning.day, hour: 23))
        let carrier = StubCarrier("a")
        let matter = try await post.tell()
        let account = try await post.tell("您的账号有新的登录。", about: "account")
        await post.runner(sms: post.line(carrier)).workOff()
        #expect(carrier.dispatches.map(\.text) == ["您的账号有新的登录。"])
        let waiting = try #require(try await post.deliveries(of: matter).first)
        #expect(waiting.dueAt == Instant(day: Post.morning.day.adding(days: 1), hour: 8))
        #expect(try await post.deliveries(of: account).first?.kind == .security)
        post.pass(seconds: 9 * 3_600)
        await post.runner(sms: post.line(carrier)).workOff()
        #expect(carrier.dispatches.count == 2)
    }

    @Test("what comes at an hour the person has chosen comes then, also in quiet hours")
    func chosenHour() async throws {
        let post = try await Post(at: Instant(day: Post.morning.day, hour: 6, minute: 30))
        let carrier = StubCarrier("a")
        _ = try await post.tell(
            "每日简报：超期 \(1) 件，即将到期 \(2) 件，红牌 \(0) 张，督办超期 \(0) 项，上升最快的事项：\("无")。详见 \("「领导决策参考」")",
            about: "/desk/cockpit")
        _ = try await post.tell("督办：请办理「\("窨井盖")」，\("12月1日")前反馈。", about: "/desk/orders/1")
        await post.runner(sms: post.line(carrier)).workOff()
        #expect(carrier.dispatches.count == 1 && carrier.dispatches[0].text.hasPrefix("每日简报：超期 1 件"))
        #expect(carrier.dispatches[0].link == "https://zwfw.example/cases//desk/cockpit")
        post.pass(seconds: 5_400)
        await post.runner(sms: post.line(carrier)).workOff()
        #expect(carrier.dispatches.count == 2)
    }

    @Test("what a person does not want is not sent; what the law demands is")
    func preferences() async throws {
        let post = try await Post()
        let now = post.now
        try await post.database.write { tx in
            var wanted = MessagePreferences.delivered
            try wanted.choose([.service: [.sms], .security: [.sms]], quiet: nil)
            try PreferenceStore.save(wanted, of: 1_001, at: now, in: tx)
        }
        let carrier = StubCarrier("a")
        let lawful = try await post.tell()
        let other = try await post.tell("「\("食品经营许可")」已恢复计时，继续办理。\("")")
        await post.runner(sms: post.line(carrier)).workOff()
        #expect(try await post.deliveries(of: lawful).map(\.state) == [.sent])
        #expect(try await post.deliveries(of: other).isEmpty)
    }

    @Test("mail goes to an address that its owner has proved, and to no other")
    func mail() async throws {
        let post = try await Post()
        let (sms, mail) = (StubCarrier("a"), StubCarrier("m"))
        let first = try await post.tell()
        await post.runner(sms: post.line(sms), mail: post.line(mail)).workOff()
        #expect(try await post.deliveries(of: first).map(\.channel) == [.sms])
        try await post.giveMail("chenjing@example.cn")
        await post.runner(sms: post.line(sms), mail: post.line(mail)).workOff()
        #expect(mail.dispatches.map(\.subject) == ["邮箱验证码"])
        #expect(mail.dispatches.first?.text.contains("135790") == true)
        _ = try await post.tell()
        await post.runner(sms: post.line(sms), mail: post.line(mail)).workOff()
        #expect(mail.dispatches.last?.address == "chenjing@example.cn")
        #expect(mail.dispatches.last?.subject == "申请已受理")
        let told = try await post.database.read {
            try $0.rows("SELECT parameters FROM message /* all */").map { try $0.text("parameters") }
        }
        #expect(!told.joined().contains("135790"))
    }

    @Test("what was rewritten is sent and stored as it was published; the number goes to nobody's inbox")
    func rewritten() async throws {
        let post = try await Post()
        let now = post.now
        try await post.database.write { tx in
            let texts = TemplateTexts(
                inSite: "((事项))已受理。", sms: "【端州政务】((事项))受理了", mailSubject: "受理", mail: "((事项))")
            let draft = TemplateStore.Draft(key: "case.accepted", name: "申请已受理", texts: texts)
            let first = try TemplateStore.publish(draft, by: 1, "戴启明", at: now, in: tx)
            let second = try TemplateStore.publish(draft, by: 1, "戴启明", at: now, in: tx)
            #expect([first, second] == [1, 2])
        }
        try await post.book.reload(from: post.database)
        let (id, carrier) = (try await post.tell(), StubCarrier("a"))
        await post.runner(sms: post.line(carrier)).workOff()
        #expect(carrier.dispatches.map(\.text) == ["【端州政务】食品经营许可受理了"])
        let message = try await post.database.read { try Inbox(of: 1_001).message(id, in: $0) }
        #expect(message?.sentence.chinese == "食品经营许可已受理。")
        try await post.database.write { try TemplateStore.retire("case.accepted", in: $0) }
        try await post.book.reload(from: post.database)
        let later = try await post.tell()
        let words = try await post.database.read {
            try Inbox(of: 1_001).message(later, in: $0)?.sentence.template
        }
        #expect(words == "您的「{}」申请已受理，请留意办理时限。")
    }

    @Test("a message that an earlier version handed over is not sent again, and one that it left waiting is")
    func earlier() async throws {
        let post = try await Post()
        let (now, carrier) = (post.now, StubCarrier("a"))
        let (gone, waiting) = (try await post.tell(), try await post.tell("现在「\(1)」。"))
        try await post.database.write { tx in
            try tx.execute("UPDATE message SET forwarded_at = \(now) WHERE id = \(gone)")
            try tx.execute(
                "UPDATE message SET template_key = NULL, template_values = NULL WHERE id = \(waiting)")
        }
        await post.runner(sms: post.line(carrier)).workOff()
        #expect(carrier.dispatches.map(\.text) == ["现在「1」。"])
    }

    @Test("what was delivered long ago is forgotten with its tries")
    func forgotten() async throws {
        let post = try await Post()
        let (id, now) = (try await post.tell(), post.now)
        await post.runner(sms: post.line(SampleCarrier(name: "demo"))).workOff()
        let delivery = try #require(try await post.deliveries(of: id).first)
        #expect(delivery.state == .delivered)
        _ = try await post.database.write { try Deliveries.forget(finishedBefore: now, in: $0) }
        #expect(try await post.deliveries(of: id).count == 1)
        _ = try await post.database.write {
            try Deliveries.forget(finishedBefore: now.adding(seconds: 1), in: $0)
        }
        #expect(try await post.deliveries(of: id).isEmpty)
        #expect(try await post.attempts(of: delivery.id).isEmpty)
    }

    @Test("addresses and words are kept sealed or looked up, and pages go on where they ended")
    func pages() async throws {
        let post = try await Post()
        for _ in 0..<(Deliveries.pageSize + 2) { _ = try await post.tell() }
        await post.runner(sms: post.line(StubCarrier("a"))).workOff()
        let first = try await post.database.read { try Deliveries.page(.sent, after: nil, in: $0) }
        #expect(first.items.count == Deliveries.pageSize)
        let rest = try await post.database.read { try Deliveries.page(.sent, after: first.next, in: $0) }
        #expect(rest.items.count == 2 && rest.next == nil)
        await #expect(throws: DomainError.self) {
            try await post.database.read { try Deliveries.page(nil, after: "x", in: $0) }
        }
    }
}
