import HTTPTypes
import HummingbirdTesting
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Hotline
@testable import Identity

@Suite("话务员的屏幕")
struct AgentTests {
    @Test("没有令牌、停用的令牌说不上话；网页的人不能替电话系统说话")
    func tokens() async throws {
        let house = try await House()
        let body = "{\"event\":\"ringing\",\"call\":\"c1\",\"extension\":\"8001\"}"
        #expect(try await house.tell(body, with: "mbhl_0").status == .unauthorized)
        let other = ExchangeToken.random()
        #expect(try await house.tell(body, with: other.text).status == .unauthorized)
        let officer = try await house.press("/api/v1/hotline/calls", as: "hotline").status
        #expect([.unauthorized, .forbidden].contains(officer), "\(officer)")
        #expect(try await house.look("/desk/hotline/events", as: "hotline").status == .conflict, "不在班没有弹屏")
        let issued = try await house.press(
            "/desk/hotline/exchanges", "name=新的呼叫中心&organ=zwfw", as: "sysadmin")
        let token = try #require(issued.text.firstMatch(of: /mbhl_[0-9a-f]{64}/)).output
        #expect(try await house.tell(body, with: String(token)).status == .ok)
        let id = try #require(issued.text.firstMatch(of: /exchanges\/(\d+)\/revocation/)).output.1
        #expect(
            try await house.press("/desk/hotline/exchanges/\(id)/revocation", as: "sysadmin").status
                == .seeOther)
        #expect(try await house.tell(body, with: String(token)).status == .unauthorized)
        let nameless = try await house.press("/desk/hotline/exchanges", "name=&organ=zwfw", as: "sysadmin")
        #expect(nameless.status == .unprocessableContent && nameless.text.contains("请填写电话系统的名称"))
        #expect(try await house.look("/desk/hotline/exchanges", as: "hotline").status == .forbidden)
    }

    @Test("来电弹到值守分机的人，重复发送是一次，号码封存在库里")
    func pop() async throws {
        let house = try await House()
        #expect(try await house.press("/desk/hotline/shift", "line=8001", as: "hotline").status == .seeOther)
        for _ in 1...3 { #expect(try await house.tell("ringing", "c1").status == .ok) }
        let screen = try await house.look("/desk/hotline", as: "hotline").text
        #expect(screen.contains("正在呼入：13800138000") && screen.contains("data-events"))
        let rows = try await house.database.read { tx in
            try tx.rows("SELECT * FROM hotline_call /* all */").map { try $0.optionalText("caller") ?? "" }
        }
        #expect(rows.count == 1)
        #expect(try await house.tell("answered", "c1").status == .ok)
        #expect(try await house.look("/desk/hotline", as: "hotline").text.contains("通话中：13800138000"))
        #expect(try await house.tell("ended", "c1").status == .ok)
        #expect(try await house.look("/desk/hotline", as: "hotline").text.contains("现在没有来电"))
        let board = try await house.look("/desk/hotline/board", as: "head-zwfw").text
        #expect(board.contains("钱雪梅") && board.contains("8001"))
        #expect(try await house.look("/desk/hotline/board", as: "clerk").status == .forbidden)
    }

    @Test("没有人值守的分机来电：收下，班次上看得到，谁都可以接")
    func unknownLine() async throws {
        let house = try await House()
        let told = try await house.tell("ringing", "c1", at: "8999")
        #expect(told.status == .ok && told.text.contains("\"on_duty\":false"))
        let board = try await house.look("/desk/hotline/board", as: "head-zwfw").text
        #expect(board.contains("没有人值守的分机有来电") && board.contains("分机 8999"))
        let call = try await house.call()
        #expect(try await house.look("/desk/hotline/calls/\(call.id)", as: "hotline").status == .ok)
    }

    @Test("号码隐藏的来电没有以前的来电；同一号码再来电看得到上次的处理")
    func history() async throws {
        let house = try await House()
        _ = try await house.press("/desk/hotline/shift", "line=8001", as: "hotline")
        _ = try await house.tell("ringing", "hidden", from: nil)
        let hidden = try await house.call()
        let page = try await house.look("/desk/hotline/calls/\(hidden.id)", as: "hotline").text
        #expect(page.contains("号码隐藏，查不到以前的来电"))
        _ = try await house.tell("ringing", "c1")
        let first = try await house.call()
        let path = "/desk/hotline/calls/\(first.id)"
        #expect(try await house.look(path, as: "hotline").text.contains("这个号码以前没有来过电"))
        let empty = try await house.press("\(path)/answer", "question=&words=", as: "hotline")
        #expect(empty.status == .unprocessableContent && empty.text.contains("请写明问的是什么。"))
        #expect(
            try await house.press("\(path)/answer", "question=几点下班&words=下午五点半", as: "hotline").status
                == .seeOther)
        #expect(try await house.press("\(path)/closing", "reason=wrong", as: "hotline").status == .conflict)
        _ = try await house.tell("ringing", "c2", from: "+86 138-0013-8000")
        let second = try await house.call()
        let again = try await house.look("/desk/hotline/calls/\(second.id)", as: "hotline").text
        #expect(again.contains("当场答复") && again.contains("钱雪梅"))
    }

    @Test("来电的人加到已有的诉求上，来电就处理完了，第二次不行")
    func addedToTicket() async throws {
        let house = try await House()
        _ = try await house.tell("ringing", "c1")
        let id = try await house.call().id
        func conclude() async throws {
            try await house.database.write { tx in
                try Hotline.conclude(id, with: "TICKET-1", at: morning, in: tx)
            }
        }
        try await conclude()
        await #expect(throws: DomainError.conflict("这个来电已经处理过了。")) { try await conclude() }
        let conclusion = try await house.call().conclusion
        #expect(conclusion?.outcome == .ticket && conclusion?.key == "TICKET-1")
    }

    @Test("紧急的立即转接并留下记录；别人的来电打不开")
    func emergency() async throws {
        let house = try await House()
        _ = try await house.press("/desk/hotline/shift", "line=8001", as: "hotline")
        _ = try await house.tell("ringing", "c1")
        let path = "/desk/hotline/calls/\(try await house.call().id)"
        #expect(try await house.press("\(path)/handover", "service=119", as: "hotline").status == .seeOther)
        #expect(try await house.call().conclusion?.key == "119")
        #expect(try await house.look(path, as: "hotline").text.contains("转接 119"))
        #expect(try await house.look(path, as: "head-cgj").status == .notFound)
        #expect(try await house.look(path, as: "head-zwfw").status == .ok)
        let entries = try await house.database.read { tx in
            try tx.rows("SELECT action FROM journal_entry /* all */").map { try $0.text("action") }
        }
        #expect(entries.contains("hotline.call_concluded") && entries.contains("hotline.caller_read"))
    }

    @Test("转接以后还能登记一次工单，来电和以前的来电上都有它的链接")
    func ticketAfterEmergency() async throws {
        let house = try await House()
        _ = try await house.press("/desk/hotline/shift", "line=8001", as: "hotline")
        _ = try await house.tell("ringing", "c1")
        let id = try await house.call().id
        let path = "/desk/hotline/calls/\(id)"
        _ = try await house.press("\(path)/handover", "service=119", as: "hotline")
        let after = try await house.look(path, as: "hotline").text
        #expect(after.contains("/desk/service-requests-intake?call=\(id)"))
        #expect(!after.contains("已当场答复"), "别的处理不再给出")
        let account = try await house.account("hotline")
        let agent = try #require(OfficerContext(SignedIn(account: account, sessionID: "hotline")))
        #expect(try await house.hotline.caller(of: id, for: agent) == "13800138000")
        try await house.database.write { tx in
            try Hotline.conclude(id, with: "TICKET-1", at: morning, in: tx)
        }
        await #expect(throws: CallStore.missing) { try await house.hotline.caller(of: id, for: agent) }
        let shown = try await house.look(path, as: "hotline").text
        #expect(shown.contains("转接 119") && shown.contains("href=\"/desk/service-requests/TICKET-1\""))
        #expect(!shown.contains("/desk/service-requests-intake"))
        _ = try await house.tell("ringing", "c2")
        let next = "/desk/hotline/calls/\(try await house.call().id)"
        #expect(try await house.look(next, as: "hotline").text.contains("工单 TICKET-1"))
    }

    @Test("一万个事件一起来，收得下的收，其余请稍后再发")
    func flood() async throws {
        let house = try await House()
        let api = CallAPI(database: house.database, burst: 20)
        let body = "{\"event\":\"ringing\",\"call\":\"c1\",\"extension\":\"8001\"}"
        let counts = try await house.flood(api.routes, body, times: 10_000)
        #expect(counts[.ok] == 20 && counts[.tooManyRequests] == 9_980)
    }

    @Test("小休、下班各有一句话；不在班的不能下班")
    func shifts() async throws {
        let house = try await House()
        #expect(try await house.press("/desk/hotline/shift-end", as: "hotline").status == .conflict)
        let wrong = try await house.press("/desk/hotline/shift", "line=abc", as: "hotline")
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("分机应为 2 到 8 位数字"))
        _ = try await house.press("/desk/hotline/shift", "line=8001", as: "hotline")
        _ = try await house.press("/desk/hotline/shift", "state=resting", as: "hotline")
        #expect(try await house.look("/desk/hotline/board", as: "head-zwfw").text.contains("小休"))
        #expect(try await house.press("/desk/hotline/shift-end", as: "hotline").status == .seeOther)
        #expect(try await house.look("/desk/hotline/board", as: "head-zwfw").text.contains("现在没有人在班"))
    }

    @Test("忘了说结束的通话，几小时以后算结束")
    func forgotten() async throws {
        let house = try await House()
        _ = try await house.tell("ringing", "c1")
        try await house.database.write { try CallStore.sweep(before: morning.adding(seconds: 1), in: $0) }
        #expect(try await house.call().endedAt != nil)
    }
}
