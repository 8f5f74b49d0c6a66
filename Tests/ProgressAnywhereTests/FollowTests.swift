import Cases
import Codes
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

@testable import ProgressAnywhere

@Suite("陈静请张伟关注她的办件")
struct FollowTests {
    @Test("姓名和号码不符、没有账号、号码不对，都是同一类回答；别人的办件不能拿来邀请")
    func refused() async throws {
        let house = try await House()
        let unknown = DomainError.invalid("identity", "没有姓名和身份证号码都相符、已经注册的个人账号。请核对，或请对方先注册。")
        for form in ["name=李伟", "identity=441299199001010013"] {
            await #expect(throws: unknown) { try await house.follow(form) }
        }
        await #expect(throws: DomainError.invalid("identity", "身份证号码不对，请核对。")) {
            try await house.follow("identity=1")
        }
        let foreign = try await house.file(by: "liuyuxin").number.text
        await #expect(throws: DomainError.invalid("number", "请填写您本人办件的 21 位编号。")) {
            try await house.follow("scope=matter&number=\(foreign)")
        }
        #expect(try await !house.actions().contains("follow.invited"))
    }

    @Test("同意以后看到进度，看不到填写的内容；以单位名义办的看不到；每次查看都有记录")
    func followed() async throws {
        let house = try await House()
        let number = try await house.file(by: "chenjing").number.text
        let business = try await house.file(by: "chenjing", for: "91441202MA4W12346L").number.text
        let id = try await house.follow()
        let list = try await house.visit(as: "zhangwei") { try await $0.look("/my/followed/\(id)") }
        #expect(list.status == .ok && list.text.contains(number) && !list.text.contains(business))
        let page = try await house.visit(as: "zhangwei") {
            try await $0.look("/my/followed/\(id)/\(number)")
        }
        #expect(page.status == .ok && page.text.contains("食品经营许可"))
        #expect(!page.text.contains("441299198511152041"))
        for (login, path) in [
            ("zhangwei", "/my/followed/\(id)/\(business)"), ("liuyuxin", "/my/followed/\(id)"),
            ("chenjing", "/my/followed/\(id)/\(number)"), ("zhangwei", "/my/followed/abc"),
        ] {
            let status = try await house.visit(as: login) { try await $0.look(path).status }
            #expect(status == .notFound, "\(login) \(path)")
        }
        #expect(try await house.actions().suffix(2) == ["case.progress_read", "case.progress_read"])
    }

    @Test("不公开姓名的，不能单独请亲友关注；亲友看了，办件里也不留两人的姓名")
    func protected() async throws {
        let house = try await House()
        let number = try await house.file(by: "chenjing", under: .protected).number.text
        let refused = DomainError.invalid(
            "number", "这件不公开您的姓名，不能单独请亲友关注：邀请会记在办件里，办理的单位会看到。")
        await #expect(throws: refused) { try await house.follow("scope=matter&number=\(number)") }
        let id = try await house.follow()
        let page = try await house.visit(as: "zhangwei") {
            try await $0.look("/my/followed/\(id)/\(number)")
        }
        #expect(page.status == .ok)
        let history = try await house.cases.view(number, for: .system).history
        #expect(!history.contains { $0.entry.sentence.chinese.contains("陈静") })
    }

    @Test("只限一个办件的，直接到那个办件，别的看不到；结束以后什么都看不到")
    func ended() async throws {
        let house = try await House()
        let number = try await house.file(by: "chenjing").number.text
        let other = try await house.file(by: "chenjing").number.text
        let id = try await house.follow("scope=matter&number=\(number)")
        let first = try await house.visit(as: "zhangwei") { try await $0.look("/my/followed/\(id)") }
        #expect(first.headers[.location] == "/my/followed/\(id)/\(number)")
        let foreign = try await house.visit(as: "zhangwei") {
            try await $0.look("/my/followed/\(id)/\(other)").status
        }
        #expect(foreign == .notFound)
        let stranger = try await house.visit(as: "liuyuxin") {
            try await $0.press("/my/follows/\(id)/ending").status
        }
        #expect(stranger == .notFound)
        let ended = try await house.visit(as: "chenjing") {
            try await $0.press("/my/follows/\(id)/ending").status
        }
        #expect(ended == .seeOther)
        let gone = try await house.visit(as: "zhangwei") {
            try await $0.look("/my/followed/\(id)/\(number)").status
        }
        #expect(gone == .notFound)
        let zhangWei = try await house.account("zhangwei")
        let told = try await house.database.read { try Inbox(of: zhangWei.id).messages(in: $0).items }
        #expect(told.first?.sentence.chinese == "陈静不再让张伟关注办理进度。")
        #expect(told.allSatisfy { $0.subject == "/my/follows" })
    }

    @Test("同一个人不能重复邀请，人数有上限；工作人员没有自己的办件")
    func limits() async throws {
        let house = try await House()
        _ = try await house.follow()
        await #expect(throws: DomainError.conflict("您已经邀请过\("张伟")。要改期限，请先结束原来的。")) {
            try await house.follow()
        }
        for _ in 0..<19 {
            let number = try await house.file(by: "chenjing").number.text
            _ = try await house.follow("scope=matter&number=\(number)")
        }
        await #expect(throws: DomainError.conflict("最多同时让 \(20) 人次关注，请先结束不再需要的。")) {
            try await house.follow("name=刘雨欣&identity=441299199602291180")
        }
        let staff = try await house.visit(as: "clerk") { try await $0.press("/my/follows", "name=张伟").status }
        #expect(staff == .forbidden)
    }

    @Test("页面：填错了说明，邀请以后双方看到各自能做的")
    func pages() async throws {
        let house = try await House()
        let empty = try await house.visit(as: "chenjing") { try await $0.look("/my/follows").text }
        #expect(empty.contains("还没有邀请过别人"))
        let form = try await house.visit(as: "chenjing") {
            try await $0.look("/my/follows/new?case=441202202611210000012").text
        }
        #expect(form.contains("value=\"441202202611210000012\""))
        let wrong = try await house.visit(as: "chenjing") { try await $0.press("/my/follows", "name=") }
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("请填写对方的姓名"))
        let entry =
            "name=张伟&identity=441299199003071231&relation=child&scope=everything&until=2027-03-31"
        let sent = try await house.visit(as: "chenjing") { try await $0.press("/my/follows", entry).status }
        #expect(sent == .seeOther)
        let twice = try await house.visit(as: "chenjing") { try await $0.press("/my/follows", entry) }
        #expect(twice.status == .conflict && twice.text.contains("您已经邀请过张伟"))
        let own = try await house.visit(as: "chenjing") { try await $0.look("/my/follows").text }
        #expect(own.contains("等对方同意") && own.contains("收回邀请") && own.contains("子女"))
        let asked = try await house.visit(as: "zhangwei") { try await $0.look("/my/follows").text }
        #expect(asked.contains("等您同意") && asked.contains("同意") && asked.contains("拒绝"))
    }
}
