import Cases
import Codes
import Files
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import NIOCore
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import SupervisionOrders

@Suite("Supervision orders")
struct OrderTests {
    static let form =
        "title=老旧小区消防通道整治&source=meeting&reference=区政府常务会议第 12 次&words=月底前完成&lead=zjj&duty=牵头整治&organ1=xfjy&duty1=检查消防通道&limit=10"

    @Test("what is missing is said at its field, and nobody is asked twice")
    func wrong() {
        let form = OrderForm(
            title: "", source: nil, reference: "", words: "", lead: "nowhere", duty: "",
            assisting: [.init(organ: "xfjy", duty: ""), .init(organ: "xfjy", duty: "")], limitDays: nil)
        let fields = form.errors(organs: ["xfjy", "zjj"], supervising: "jw").map(\.field)
        #expect(fields == ["title", "source", "words", "lead", "assisting", "limit"])
    }

    @Test("a task that is too long is refused at the row in which it stands, and not cut")
    func longDuty() async throws {
        let house = try await OrderHouse()
        let (most, long) = (String(repeating: "长", count: 500), String(repeating: "长", count: 501))
        let form = "title=消防通道&source=meeting&words=月底前完成&lead=zjj&limit=10&organ3=xfjy&duty3="
        for (name, path) in [
            ("supervisor", OrderPath.new), ("leader", OrderPath.postInstruction("7")),
        ] {
            try await house.visit(as: name) { client async throws in
                let refused = try await client.press(path, form + long)
                #expect(refused.status == .unprocessableContent)
                #expect(refused.text.contains("协办部门的任务不超过 500 个字。"), "\(refused.text)")
                #expect(refused.text.contains("href=\"#f-duty3\"") && refused.text.contains(long))
            }
        }
        #expect(try await house.orders().isEmpty)
        _ = try await house.begin(form + most)
        #expect(try await house.parts().map(\.duty) == ["", most])
    }

    @Test("a supervisor never supervises their own organ")
    func ownOrgan() {
        let form = OrderForm(
            title: "整改", source: .complaint, reference: "", words: "整改", lead: "jw", duty: "", assisting: [],
            limitDays: 5)
        #expect(form.errors(organs: ["jw"], supervising: "jw").map(\.sentence.chinese) == ["监察人员不能督办自己的部门。"])
    }

    @Test("given to two organs, urged, reported, returned, reported again, closed, circulated and struck off")
    func wholeWay() async throws {
        let house = try await OrderHouse()
        let path = try await house.visit(as: "supervisor") { client async throws in
            let wrong = try await client.press(OrderPath.new, "title=")
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("请选择主办部门。"))
            let made = try await client.press(OrderPath.new, Self.form)
            let path = try #require(made.headers[.location], "\(made.text)")
            #expect(
                try await client.press("\(path)/verification", "outcome=close&opinion=x").status == .conflict)
            #expect(try await client.press("\(path)/urgings", "note=请抓紧").status == .seeOther)
            return path
        }
        let order = try #require(try await house.orders().first)
        #expect(order.stage == .working && order.dueAt != nil && order.number.count == 21)
        try await house.visit(as: "officer-scjg") { client async throws in
            #expect(try await client.look(path).status == .notFound)
            #expect(!(try await client.look(OrderPath.orders).text.contains("老旧小区")))
        }
        for (name, organ) in [("officer-zjj", "zjj"), ("officer-xfjy", "xfjy")] {
            try await house.visit(as: name) { client async throws in
                let empty = try await client.press("\(path)/feedback", "organ=\(organ)&words=已办&evidence=")
                #expect(empty.status == .unprocessableContent && empty.text.contains("请写明佐证"))
                #expect(
                    try await client.press("\(path)/feedback", "organ=\(organ)&words=已办&evidence=<i>照片</i>")
                        .status == .seeOther)
                #expect(
                    try await client.press("\(path)/feedback", "organ=\(organ)&words=再报&evidence=x").status
                        == .conflict)
                #expect(try await client.look(path).text.contains("&lt;i&gt;照片"))
                #expect(try await client.press("\(path)/verification", "outcome=close").status == .forbidden)
            }
        }
        #expect(try await house.orders().first?.stage == .verifying)
        try await house.visit(as: "supervisor") { client async throws in
            #expect(
                try await client.press("\(path)/verification", "outcome=return&opinion=没有照片").status
                    == .seeOther)
        }
        #expect(try await house.orders().first?.stage == .working)
        for (name, organ) in [("officer-zjj", "zjj"), ("officer-xfjy", "xfjy")] {
            try await house.visit(as: name) { client async throws in
                #expect(
                    try await client.press("\(path)/feedback", "organ=\(organ)&words=补充&evidence=照片").status
                        == .seeOther)
            }
        }
        try await house.visit(as: "supervisor") { client async throws in
            #expect(
                try await client.press("\(path)/verification", "outcome=close&opinion=属实").status == .seeOther
            )
            #expect(try await client.press("\(path)/circular", "circular=按时完成").status == .seeOther)
            #expect(try await client.press("\(path)/circular", "circular=再来").status == .conflict)
            #expect(try await client.look("\(OrderPath.orders)?stage=closed").text.contains("老旧小区"))
            #expect(try await client.press("\(path)/strike-off", "reason=").status == .unprocessableContent)
            #expect(try await client.press("\(path)/strike-off", "reason=归档").status == .seeOther)
        }
        #expect(try await house.orders().first?.stage == .struck)
    }

    @Test("the head of an organ is told who reports, and offered no form that is refused; its officer is")
    func whoReports() async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(Self.form)
        try await house.visit(as: "head-zjj") { client async throws in
            let page = try await client.look(path).text
            #expect(page.contains("由经办人员反馈。") && !page.contains("\(path)/feedback"))
            #expect(page.contains("\(path)/parts"))
        }
        try await house.visit(as: "officer-zjj") { client async throws in
            let page = try await client.look(path).text
            #expect(!page.contains("由经办人员反馈。") && page.contains("\(path)/feedback"))
        }
        try await house.report(path, "zjj")
        try await house.visit(as: "head-zjj") { client async throws in
            #expect(!(try await client.look(path).text.contains("由经办人员反馈。")))
        }
    }

    @Test("what is overdue comes first, in the list, on the board and in the calendar")
    func views() async throws {
        let house = try await OrderHouse()
        try await house.visit(as: "supervisor") { client async throws in
            _ = try await client.press(OrderPath.new, Self.form)
            _ = try await client.press(
                OrderPath.new, "title=急件&source=complaint&words=马上办&lead=scjg&limit=1")
        }
        let later = noon.adding(seconds: 5 * 86_400)
        try await house.visit(as: "leader", at: later) { client async throws in
            let list = try await client.look(OrderPath.orders).text
            let urgent = try #require(list.range(of: "急件")), other = try #require(list.range(of: "老旧小区"))
            #expect(urgent.lowerBound < other.lowerBound && list.contains("已超期"))
            #expect(try await client.look("\(OrderPath.orders)?view=board").text.contains("已超期（1）"))
            #expect(try await client.look("\(OrderPath.orders)?view=calendar").text.contains("2026年11月25日"))
            #expect(try await client.look(OrderPath.api).text.contains("\"overdue\":true"))
        }
    }

    @Test("the links between the views lead there, and not to a name that nobody reads")
    func links() async throws {
        let house = try await OrderHouse()
        _ = try await house.begin(Self.form)
        try await house.visit(as: "leader") { client async throws in
            let list = try await client.look(OrderPath.orders).text
            for query in ["view=board", "view=calendar", "stage=closed", "stage=struck"] {
                let address = "\(OrderPath.orders)?\(query)"
                #expect(list.contains("href=\"\(address)\""), "\(query)")
                #expect(try await client.look(address).text != list, "\(query)")
            }
            #expect(!list.contains("%3D"))
        }
    }

    @Test(
        "a leader's instruction becomes an order with a limit; its words are not on the public history of the case"
    )
    func instruction() async throws {
        let house = try await OrderHouse()
        let number = try await house.application().number.text
        let path = OrderPath.instruction(number)
        let form = "title=尽快办结餐饮许可&words=请市场监管局三天内办结&lead=scjg&limit=3"
        try await house.visit(as: "supervisor") { client async throws in
            #expect(try await client.press(path, form).status == .forbidden)
        }
        try await house.visit(as: "leader") { client async throws in
            #expect(try await client.look(OrderPath.instruction("441202000000000000000")).status == .notFound)
            #expect(try await client.press(path, "title=x").status == .unprocessableContent)
            #expect(try await client.press(path, form).status == .seeOther)
        }
        let order = try #require(try await house.orders().first)
        #expect(order.source == .instruction && order.reference == number && order.dueAt != nil)
        let history = try await house.database.read {
            try Journal.entries(subject: number, onlyPublic: true, limit: 50, in: $0)
        }.map(\.entry.sentence.chinese)
        #expect(history.contains { $0.contains("批示") } && !history.contains { $0.contains("三天内办结") })
    }

    @Test("the organ in charge cannot end an order by itself, nor let its clock stand still")
    func notByItself() async throws {
        let house = try await OrderHouse()
        try await house.visit(as: "supervisor") { client async throws in
            _ = try await client.press(OrderPath.new, Self.form)
        }
        let order = try #require(try await house.orders().first)
        let head = try await house.account("head-zjj")
        let actor = head.actor(channel: "page", address: "")
        await #expect(throws: DomainError.conflict("督办事项由监察人员销号，不能终止办理。")) {
            try await house.cases.change(order.number, by: actor, as: head.viewer) {
                try $0.terminate(order.number, reason: "不办了", on: $1)
            }
        }
        await #expect(throws: DomainError.self) {
            try await house.cases.change(order.number, by: actor, as: head.viewer) {
                try $0.suspend(order.number, for: .site_visit, note: "等", expectedDays: 5, on: $1)
            }
        }
    }

    @Test(
        "the lead organ shares the work with one more organ, which is waited for, also when it is done again")
    func shared() async throws {
        let house = try await OrderHouse()
        let path = try await house.visit(as: "supervisor") { client async throws in
            try #require(try await client.press(OrderPath.new, Self.form).headers[.location])
        }
        try await house.visit(as: "officer-xfjy") { client async throws in
            #expect(!(try await client.look(path).text.contains("请其他部门协办")))
            let refused = try await client.press("\(path)/parts", "organ=scjg&duty=查处占道经营")
            #expect(refused.status == .forbidden)
        }
        try await house.visit(as: "officer-scjg") { client async throws in
            #expect(try await client.press("\(path)/parts", "organ=ybj&duty=x").status == .notFound)
        }
        try await house.visit(as: "officer-zjj") { client async throws in
            #expect(try await client.look(path).text.contains("请其他部门协办"))
            let empty = try await client.press("\(path)/parts", "organ=&duty=")
            #expect(empty.status == .unprocessableContent)
            #expect(empty.text.contains("请选择协办部门。") && empty.text.contains("请写明对方的任务"))
            for (organ, sentence) in [("xfjy", "同一部门只能写一次。"), ("zjj", "同一部门只能写一次。")] {
                let again = try await client.press("\(path)/parts", "organ=\(organ)&duty=x")
                #expect(again.status == .unprocessableContent && again.text.contains(sentence))
            }
            #expect(
                try await client.press("\(path)/parts", "organ=scjg&duty=查处占道经营").status == .seeOther)
        }
        for round in 1...2 {
            for organ in ["zjj", "xfjy", "scjg"] {
                #expect(try await house.orders().first?.stage == .working, "round \(round), \(organ)")
                try await house.visit(as: "officer-\(organ)") { client async throws in
                    let report = "organ=\(organ)&words=已办&evidence=照片"
                    #expect(try await client.press("\(path)/feedback", report).status == .seeOther)
                }
            }
            #expect(try await house.orders().first?.stage == .verifying)
            try await house.visit(as: "officer-zjj") { client async throws in
                #expect(try await client.press("\(path)/parts", "organ=ybj&duty=x").status == .conflict)
            }
            try await house.visit(as: "supervisor") { client async throws in
                let outcome = round == 1 ? "return" : "close"
                let verified = try await client.press("\(path)/verification", "outcome=\(outcome)&opinion=已核")
                #expect(verified.status == .seeOther)
            }
        }
        #expect(try await house.orders().first?.stage == .closed)
    }

    @Test("a file that proves a report belongs to the case and is read by whoever may see it")
    func evidenceFile() async throws {
        let house = try await OrderHouse()
        let path = try await house.visit(as: "supervisor") { client async throws in
            try #require(try await client.press(OrderPath.new, Self.form).headers[.location])
        }
        try await house.visit(as: "officer-zjj") { client async throws in
            let shown = try await client.look(path)
            let token = shown.text.firstMatch(of: /name="_csrf" value="([^"]+)"/)?.output.1 ?? ""
            let cookie = shown.headers[.setCookie]?.split(separator: ";").first.map(String.init)
            var headers: HTTPFields = [.contentType: "multipart/form-data; boundary=xx"]
            headers[.cookie] = cookie
            func part(_ name: String, _ value: String) -> String {
                "--xx\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
            }
            let file =
                "--xx\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n%%EOF\n\r\n"
            let body =
                part("_csrf", String(token)) + part("organ", "zjj") + part("words", "已整治")
                + part("evidence", "见附件")
                + file + "--xx--\r\n"
            let sent = try await client.execute(
                uri: "\(path)/feedback", method: .post, headers: headers, body: ByteBuffer(string: body))
            #expect(sent.status == .seeOther, "\(sent.text)")
            #expect(try await client.look(path).text.contains("a.pdf"))
        }
        let order = try #require(try await house.orders().first)
        let file = try #require(
            try await house.database.read { try OrderStore.feedback(of: order.id, in: $0) }.first?.files.first
        )
        let officer = try await house.account("officer-xfjy")
        let readable = try await house.cases.readFile(
            file.fileID, by: officer.actor(channel: "page", address: ""), as: officer.viewer)
        #expect(readable.file.name == "a.pdf")
        let stranger = try await house.account("officer-ybj")
        await #expect(throws: DomainError.self) {
            try await house.cases.readFile(
                file.fileID, by: stranger.actor(channel: "page", address: ""), as: stranger.viewer)
        }
    }
}
