import Cases
import Codes
import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import ServiceRequests

@Suite("会办：几个单位一起办，一个单位答复")
struct AssistanceTests {
    private static let question = "这一段路灯由谁养护？"

    /// A ticket that 城管 works on; others may have been asked when it was handed out.
    private func ticket(_ house: House, asking organs: [String] = [], isReceived: Bool = true) async throws
        -> String
    {
        let number = try await house.say()
        try await house.assign(number, to: "cgj", asking: organs)
        if isReceived { try await house.finish(number, "accept", by: "officer-cgj") }
        return number
    }

    @Test("没选单位、没写问题、太多单位、承办单位自己，都说清楚；问题和单位一次说完")
    func faults() async throws {
        let house = try await House()
        let number = try await ticket(house)
        let both = await refusal { try await house.ask(number, [], question: " ") }
        #expect(both == "请选择会办单位。 请写明要会办单位回答什么。")
        let six = ["jtj", "zjj", "sthj", "wsjk", "rsj", "jyj"]
        #expect(await refusal { try await house.ask(number, six) } == "一件最多请 5 个单位会办，现在共有 6 个。")
        let own = await refusal { try await house.ask(number, ["cgj"]) }
        #expect(own?.hasSuffix("是承办单位，不用会办。") == true)
        #expect(await refusal { try await house.ask(number, ["none"]) } == "没有「none」这个单位，请重新选择。")
        let long = await refusal {
            try await house.ask(number, ["jtj"], question: String(repeating: "问", count: 2_001))
        }
        #expect(long?.hasPrefix("最多 2000 字") == true)
        #expect(try await house.subject(number).assistance.isEmpty)
        try await house.ask(number, six.dropLast() + ["jtj"])
        #expect(try await house.subject(number).assistance.count == 5, "写了两遍的只算一个")
        let again = await refusal { try await house.ask(number, ["jtj"]) }
        #expect(again?.hasPrefix("已经请") == true)
        #expect(await refusal { try await house.ask(number, ["jyj"]) } == "一件最多请 5 个单位会办，现在共有 6 个。")
    }

    @Test("别的单位不能请人会办；派单以前、送审以后都不能请")
    func whoAndWhen() async throws {
        let house = try await House()
        let number = try await house.say()
        let early = await refusal { try await house.ask(number, ["jtj"], by: "hotline") }
        #expect(early == "现在没有在办理答复，不能请其他单位会办。")
        try await house.assign(number, to: "cgj", asking: ["jtj"])
        let stranger = await refusal { try await house.ask(number, ["zjj"], by: "officer-jtj") }
        #expect(stranger == "由承办单位或者交办的部门请其他单位会办。")
        try await house.finish(number, "accept", by: "officer-cgj")
        try await house.draft(number)
        let late = await refusal { try await house.ask(number, ["zjj"]) }
        #expect(late == "现在没有在办理答复，不能请其他单位会办。")
    }

    @Test("被反映的单位永远不能会办，派单的时候不行，以后也不行；派单也不算数")
    func accused() async throws {
        let house = try await House()
        let number = try await house.say { $0.against = "jtj" }
        let atOnce = await refusal { try await house.assign(number, to: "cgj", asking: ["zjj", "jtj"]) }
        #expect(atOnce == "不能请被反映的单位会办。")
        #expect(try await house.subject(number).openTasks.map(\.act) == [.assign])
        try await house.assign(number, to: "cgj")
        #expect(await refusal { try await house.ask(number, ["jtj"]) } == "不能请被反映的单位会办。")
        let accused = try await house.account("officer-jtj").viewer
        #expect(await refusal { _ = try await house.office.view(number, for: accused) } != nil)
    }

    @Test("没有被请的、说过了的、什么也没写的，都不能提出意见；会办单位不能动承办单位的期限")
    func opinions() async throws {
        let house = try await House()
        let number = try await ticket(house, asking: ["jtj", "zjj"])
        #expect(await refusal { try await house.assist(number, " ", by: "officer-jtj") } == "请写明会办意见。")
        let none = "没有等待您单位提出会办意见，可能已经提出过，或者已经答复。"
        #expect(await refusal { try await house.assist(number, "我们管。", by: "officer-cgj") } == none)
        try await house.assist(number, "由我局养护。", by: "officer-jtj")
        #expect(await refusal { try await house.assist(number, "再说一遍。", by: "officer-jtj") } == none)
        let halted = await refusal {
            let actor = try await house.actor("officer-zjj")
            try await house.cases.change(number, by: actor, as: .system) {
                try $0.suspend(number, for: .testing, note: "等检测", expectedDays: 5, on: $1)
            }
        }
        #expect(halted == "群众诉求的期限不能暂停，可以申请延期。")
    }

    @Test("派单时请两个单位会办：各有期限，意见给承办单位看，反映人一个字也看不到")
    func story() async throws {
        let house = try await House()
        let number = try await ticket(house, asking: ["jtj", "zjj"])
        let asked = try await house.subject(number).assistance
        #expect(asked.map(\.organ) == ["jtj", "zjj"] && asked.allSatisfy { $0.dueAt != nil })
        #expect(try await house.told("officer-jtj").first?.contains("请您单位会办") == true)
        let open = try await house.cases.desk(
            .mine, for: try await house.account("officer-jtj").viewer, after: nil)
        #expect(open.items.map(\.caseNumber) == [number])
        try await house.assist(number, "由我局养护，但线路归供电。", by: "officer-jtj")
        #expect(try await house.told("officer-cgj").contains { $0.contains("收到一份意见") })
        let page = try await house.visit(as: "officer-cgj") {
            try await $0.look(RequestPath.desk(number)).text
        }
        #expect(page.contains("由我局养护，但线路归供电。") && page.contains("还有 1 个单位没有提出意见"))
        let mine = try await house.visit(as: "zhangwei") { try await $0.look(RequestPath.mine(number)).text }
        #expect(!mine.contains("由我局养护") && !mine.contains("会办"))
        try await house.draft(number)
        try await house.finish(.decide, of: number, "sign", by: "hotline")
        let done = try await house.subject(number)
        #expect(done.result?.outcome == .answered && done.openTasks.isEmpty)
        #expect(done.assistance.map { AssistanceState($0, in: done) } == [.given, .missing])
        let after = try await house.visit(as: "zhangwei") { try await $0.look(RequestPath.mine(number)).text }
        #expect(after.contains("恢复照明") && !after.contains("由我局养护") && !after.contains("会办"))
    }

    @Test("逾期没有提出的，不等它也能答复；逾期算它的，不算承办单位的")
    func late() async throws {
        let house = try await House()
        let number = try await ticket(house, asking: ["jtj", "zjj"])
        house.clock.move(days: 3)
        try await house.assist(number, "由我局养护。", by: "officer-jtj")
        house.clock.move(days: 3)
        try await house.draft(number)
        try await house.finish(.decide, of: number, "sign", by: "hotline")
        let done = try await house.subject(number)
        let late = done.assistance.map { AssistanceState.isLate($0, in: done, at: house.clock.now) }
        #expect(late == [false, true])
        #expect(done.clock(.promised)?.isOverdue(at: house.clock.now) == false)
        let page = try await house.visit(as: "hotline") { try await $0.look(RequestPath.desk(number)).text }
        #expect(page.contains("逾期没有提出，未等"))
    }

    @Test("承办单位已经逾期才请的，会办单位照样有整个期限")
    func askedLate() async throws {
        let house = try await House()
        let number = try await ticket(house)
        house.clock.move(days: 14)
        try await house.ask(number, ["jtj"])
        let task = try #require(try await house.subject(number).assistance.first)
        #expect(task.dueAt.map { $0 > house.clock.now } == true)
        let urgent = try await house.say { ($0.isUrgent, $0.content) = (true, "电线掉在人行道上，冒火花。") }
        try await house.assign(urgent, to: "cgj", asking: ["jtj"])
        #expect(try await house.subject(urgent).plan.assistLimit == TimeLimit(value: 24, unit: .hour))
    }

    @Test("承办单位退回的，它请的会办一并取消；再派的单位重新请")
    func objected() async throws {
        let house = try await House()
        let number = try await ticket(house, asking: ["jtj", "zjj"], isReceived: false)
        try await house.assist(number, "由我局养护。", by: "officer-jtj")
        try await house.finish(.accept, of: number, "object", opinion: "不归我局。", by: "officer-cgj")
        var subject = try await house.subject(number)
        #expect(subject.openTasks.map(\.act) == [.assign])
        #expect(subject.assistance.map { AssistanceState($0, in: subject) } == [.given, .dropped])
        house.clock.move(days: 1)
        try await house.assign(number, to: "jtj", isFinal: true, asking: ["zjj"])
        subject = try await house.subject(number)
        #expect(subject.assistance.map { AssistanceState($0, in: subject) } == [.given, .dropped, .asked])
    }

    @Test("会办的同事领了可以放回；身份受保护的，会办单位也不知道是谁")
    func takenAndProtected() async throws {
        let house = try await House()
        let number = try await house.say {
            ($0.category, $0.kind, $0.against) = ("conduct", "report", "zrzy")
            ($0.title, $0.content) = ("窗口人员收受红包", "某月某日在窗口收受红包。")
        }
        try await house.assign(number, to: "sfj", asking: ["czj"], by: "officer-xfj")
        let task = try #require(try await house.subject(number).assistance.first)
        let (actor, viewer) = (
            try await house.actor("officer-czj"), try await house.account("officer-czj").viewer
        )
        try await house.cases.change(number, by: actor, as: viewer) { try $0.claim(task: task.id, on: $1) }
        try await house.cases.change(number, by: actor, as: viewer) { try $0.release(task: task.id, on: $1) }
        #expect(try await house.subject(number).assistance.first?.holder == nil)
        let page = try await house.visit(as: "officer-czj") {
            try await $0.look(RequestPath.desk(number)).text
        }
        #expect(page.contains("会办意见") && page.contains("（身份受保护）") && !page.contains("张伟"))
        let opened = await refusal {
            _ = try await house.office.identity(
                behind: number, because: "想知道是谁", by: actor, as: viewer)
        }
        #expect(opened == "反映人的身份受保护，只有受理的部门可以查看。")
    }
}

@Suite("会办：页面和接口")
struct AssistanceDoorTests {
    @Test("页面上请会办、提意见，错了留在页面上说清楚")
    func pages() async throws {
        let house = try await House()
        let number = try await house.say()
        try await house.assign(number, to: "cgj")
        let path = RequestPath.desk(number)
        let empty = try await house.visit(as: "officer-cgj") { try await $0.press("\(path)/assistance") }
        #expect(empty.status == .unprocessableContent && empty.text.contains("请选择会办单位。"))
        let asked = try await house.visit(as: "officer-cgj") {
            try await $0.press(
                "\(path)/assistance", "assisting=jtj&question=\("%E8%B0%81%E5%85%BB%E6%8A%A4")")
        }
        #expect(asked.status == .seeOther)
        let form = try await house.visit(as: "officer-jtj") { try await $0.look(path).text }
        #expect(form.contains("谁养护") && form.contains("提出意见") && !form.contains("送审"))
        let silent = try await house.visit(as: "officer-jtj") { try await $0.press("\(path)/opinion") }
        #expect(silent.status == .unprocessableContent && silent.text.contains("请写明会办意见。"))
        let said = try await house.visit(as: "officer-jtj") {
            try await $0.press("\(path)/opinion", "opinion=%E6%88%91%E5%B1%80")
        }
        #expect(said.status == .seeOther)
        #expect(try await house.subject(number).assistance.first?.opinion == "我局")
        let citizen = try await house.visit(as: "zhangwei") { try await $0.press("\(path)/assistance") }
        #expect(citizen.status == .forbidden)
    }

    @Test("接口交办并请会办，同一个键只办一次；别的单位查不到，反映人不能查")
    func api() async throws {
        let house = try await House()
        let number = try await house.say()
        let root = "/api/v1/service-requests/\(number)"
        let body = #"{"organ":"cgj","assisting":["jtj"],"question":"谁养护？"}"#
        for _ in 0..<2 {
            let made = try await house.visit(as: "hotline") { try await $0.send("\(root)/assignment", body) }
            #expect(made.status == .created && made.text.contains(#""state":"asked""#), "\(made.text)")
        }
        #expect(try await house.subject(number).assistance.count == 1)
        let more = #"{"organs":["zjj","jtj"],"question":"有没有施工？"}"#
        let again = try await house.visit(as: "officer-cgj") {
            try await $0.send("\(root)/assistance", more, key: "2")
        }
        #expect(again.status == .unprocessableContent && again.text.contains("正在等它的意见"))
        let seen = try await house.visit(as: "officer-jtj") { try await $0.look("\(root)/assistance") }
        #expect(seen.status == .ok && seen.text.contains(#""organ":"jtj""#))
        let hidden = try await house.visit(as: "officer-zjj") { try await $0.look("\(root)/assistance") }
        #expect(hidden.status == .notFound)
        let author = try await house.visit(as: "zhangwei") { try await $0.look("\(root)/assistance") }
        #expect(author.status == .forbidden)
    }

    @Test("接口交办信访事项，写明哪一天以前报告；同一个键再来，已经交的报告还在")
    func reportBy() async throws {
        let house = try await House()
        let number = try await house.say { ($0.category, $0.kind) = ("land", "complaint") }
        let root = "/api/v1/service-requests/\(number)"
        try await house.visit(as: "officer-xfj") { client async throws in
            let past = #"{"organ":"zrzy","report_by":"2020-01-01"}"#
            let early = try await client.send("\(root)/assignment", past, key: "0")
            #expect(early.status == .unprocessableContent && early.text.contains("\"report_by\""))
        }
        let day = house.clock.now.day.adding(days: 30)
        let body = #"{"organ":"zrzy","report_by":"\#(day.iso)"}"#
        let made = try await house.visit(as: "officer-xfj") { try await $0.send("\(root)/assignment", body) }
        #expect(made.status == .created, "\(made.text)")
        let report = try await house.visit(as: "officer-zrzy") {
            try await $0.send("\(root)/report", #"{"report":"补偿款已经拨付。"}"#)
        }
        #expect(report.status == .created && report.text.contains(day.iso), "\(report.text)")
        let again = try await house.visit(as: "officer-xfj") { try await $0.send("\(root)/assignment", body) }
        #expect(again.status == .created)
        let kept = try await house.database.read { [subject = try await house.subject(number)] in
            try OwedReport.owed(on: subject, in: $0)
        }
        #expect(kept?.dueOn == day && kept?.words == "补偿款已经拨付。")
    }
}

extension TestClientProtocol {
    fileprivate func send(_ path: String, _ json: String, key: String = "1") async throws -> TestResponse {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        return try await execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: json))
    }
}

extension House {
    fileprivate func ask(
        _ number: String, _ organs: [String], question: String = "这一段路灯由谁养护？", by name: String = "officer-cgj"
    ) async throws {
        try await office.ask(
            AssistanceForm(organs: organs, question: question), for: number, by: try await actor(name),
            as: .system)
    }

    fileprivate func assist(_ number: String, _ words: String, by name: String) async throws {
        try await office.assist(
            number, with: words, by: try await actor(name), as: try await account(name).viewer)
    }

    fileprivate func assign(
        _ number: String, to organ: String, isFinal: Bool = false, asking organs: [String],
        by name: String = "hotline"
    ) async throws {
        let help = AssistanceForm(organs: organs, question: organs.isEmpty ? "" : "这一段路灯由谁养护？")
        try await office.assign(
            number, to: organ, isFinal: isFinal, asking: help, by: try await actor(name),
            as: try await account(name).viewer)
    }

    /// Somebody finishes the open step of a kind.
    fileprivate func finish(
        _ act: Act, of number: String, _ outcome: String, opinion: String? = nil, by name: String
    ) async throws {
        let actor = try await actor(name)
        let task = try #require(try await subject(number).openTasks.first { $0.act == act })
        try await cases.change(number, by: actor, as: .system) {
            try $0.complete(task: task.id, with: Finding(outcome: outcome, opinion: opinion), on: $1)
        }
    }
}
