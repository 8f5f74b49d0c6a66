import Refusals
import Storage
import Testing
import Web
import WorkingTime

@testable import Hotline

@Suite("来电：电话系统说什么，记下什么")
struct CallTests {
    private let exchange = Exchange(
        id: 1, organ: "zwfw", name: "呼叫中心", issuedBy: "戴启明", issuedAt: morning, revokedAt: nil)

    private func event(_ kind: String, at seconds: Int = 0, line: String = "8001") throws -> CallEvent {
        let at = morning.adding(seconds: seconds)
        return try CallEvent(
            CallEventJSON(event: kind, call: "c1", extension: line, caller: "138 0013 8000", at: at.rfc3339),
            at: morning.adding(seconds: 600))
    }

    @Test("没有来电就没有接通和结束；接通、结束不会早于来电")
    func order() throws {
        for kind in ["answered", "ended"] {
            #expect(throws: DomainError.conflict("还没有收到这个通话的来电事件，请按先后顺序重发。")) {
                try Call(event(kind), id: 1, from: exchange)
            }
        }
        var call = try Call(event("ringing"), id: 1, from: exchange)
        #expect(throws: DomainError.invalid("at", "接通时间早于来电时间。")) {
            try call.receive(event("answered", at: -5))
        }
        #expect(throws: DomainError.invalid("at", "结束时间早于来电或者接通的时间。")) {
            try call.receive(event("ended", at: -5))
        }
        #expect(try call.receive(event("answered", at: 7)))
        #expect(throws: DomainError.invalid("at", "结束时间早于来电或者接通的时间。")) {
            try call.receive(event("ended", at: 3))
        }
        #expect(try call.receive(event("ended", at: 60)))
        #expect(try call.receive(event("answered", at: 90)) == false, "迟到的重复没有影响")
        #expect(call.answeredAt == morning.adding(seconds: 7))
    }

    @Test("没有接就挂断的不能再接通；换一台分机响的归那一台")
    func missed() throws {
        var call = try Call(event("ringing"), id: 1, from: exchange)
        #expect(try call.receive(event("ringing")) == false)
        #expect(try call.receive(event("ringing", line: "8002")))
        #expect(call.line == "8002")
        #expect(try call.receive(event("ended", at: 20)))
        #expect(call.state == "没有接通")
        #expect(throws: DomainError.conflict("这个通话已经结束，不能再接通。")) {
            try call.receive(event("answered", at: 30))
        }
    }

    @Test(
        "说不通的事件逐项说明",
        arguments: [
            (CallEventJSON(event: "gone", call: "c", extension: "8001", caller: nil, at: nil), "event"),
            (CallEventJSON(event: "ringing", call: "", extension: "8001", caller: nil, at: nil), "call"),
            (CallEventJSON(event: "ringing", call: "c", extension: "x", caller: nil, at: nil), "extension"),
            (CallEventJSON(event: "ringing", call: "c", extension: "8001", caller: "<b>", at: nil), "caller"),
            (CallEventJSON(event: "ringing", call: "c", extension: "8001", caller: nil, at: "now"), "at"),
            (
                CallEventJSON(
                    event: "ringing", call: "c", extension: "8001", caller: nil,
                    at: morning.adding(seconds: 3_600).rfc3339), "at"
            ),
        ])
    func nonsense(sent: CallEventJSON, field: String) throws {
        let error = #expect(throws: DomainError.self) { try CallEvent(sent, at: morning) }
        guard case .invalid(let fields)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(fields.map(\.field) == [field])
    }

    @Test("隐藏的号码写法不同，都是没有号码", arguments: [nil, "", "anonymous", "Unknown", " "])
    func hidden(text: String?) throws {
        let sent = CallEventJSON(event: "ringing", call: "c", extension: "8001", caller: text, at: nil)
        #expect(try CallEvent(sent, at: morning).caller == nil)
    }

    @Test("处理结果说一次；转接的只有 110、119、120；当场答复写明问和答")
    func conclusions() throws {
        #expect(throws: DomainError.invalid("service", "请选择转接 110、119 还是 120。")) {
            try Conclusion.emergency("114", note: "", at: morning)
        }
        #expect(throws: DomainError.self) { try Conclusion.answered("", "", entry: "", at: morning) }
        #expect(throws: DomainError.invalid("reason", "请选择为什么不用登记。")) {
            try Conclusion.other("bored", at: morning)
        }
        var call = try Call(event("ringing"), id: 1, from: exchange)
        try call.conclude(.emergency("119", note: "", at: morning))
        #expect(throws: DomainError.conflict("这个来电已经处理过了。")) {
            try call.conclude(.other("wrong", at: morning))
        }
        #expect(call.conclusion?.chinese == "转接 119")
    }

    @Test("转接以后登记一次工单：处理还是转接，工单号一起留下；第二次、别的处理都不行")
    func ticketAfterEmergency() throws {
        var call = try Call(event("ringing"), id: 1, from: exchange)
        #expect(call.takesTicket)
        try call.conclude(.emergency("119", note: "", at: morning))
        #expect(call.takesTicket)
        let refused = DomainError.conflict("这个来电已经处理过了。")
        #expect(throws: refused) { try call.conclude(.emergency("110", note: "", at: morning)) }
        try call.conclude(Conclusion(outcome: .ticket, key: "TICKET-1", at: morning.adding(seconds: 60)))
        #expect(call.conclusion?.outcome == .emergency && call.conclusion?.key == "119")
        #expect(call.conclusion?.ticket == "TICKET-1" && call.conclusion?.at == morning)
        #expect(!call.takesTicket)
        #expect(throws: refused) {
            try call.conclude(Conclusion(outcome: .ticket, key: "TICKET-2", at: morning))
        }
    }

    @Test("身份受保护的人的工单没有号码，也没有链接", arguments: [true, false])
    func ticketWithoutNumber(afterEmergency: Bool) throws {
        var call = try Call(event("ringing"), id: 1, from: exchange)
        if afterEmergency { try call.conclude(.emergency("110", note: "", at: morning)) }
        try call.conclude(Conclusion(outcome: .ticket, key: "", at: morning))
        let shown = try #require(call.conclusion?.html.description)
        #expect(shown == (afterEmergency ? "转接 110，已登记工单" : "已登记工单"))
        #expect(!call.takesTicket)
    }

    @Test("分机要是号码，一个人一台，一台一个人")
    func shifts() throws {
        func start(_ line: String, _ id: Int64, beside others: [Shift] = []) throws -> Shift {
            try Shift.start(
                id: 1, organ: "zwfw", agent: .init(id: id, name: "钱雪梅"), line: line, beside: others,
                at: morning)
        }
        #expect(throws: DomainError.invalid("line", "分机应为 2 到 8 位数字，例如 8001。")) { try start("八零零一", 1) }
        let first = try start("8001", 1)
        #expect(throws: DomainError.invalid("line", "分机 \("8001") 现在由\("钱雪梅")值守。")) {
            try start("8001", 2, beside: [first])
        }
        #expect(throws: DomainError.conflict("您已经在班，请先下班再换分机。")) {
            try start("8002", 1, beside: [first])
        }
    }
}
