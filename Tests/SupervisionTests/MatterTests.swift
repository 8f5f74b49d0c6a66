import DecisionModel
import Foundation
import Government
import HTTPTypes
import HummingbirdTesting
import Journal
import NIOCore
import Refusals
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Supervision

extension TestClientProtocol {
    /// Hands in a file.
    func upload(_ path: String, _ text: String) async throws -> TestResponse {
        let shown = try await look("/no-such-page")
        let token = shown.text.firstMatch(of: /name="_csrf" value="([^"]+)"/)?.output.1 ?? ""
        var headers: HTTPFields = [.contentType: "multipart/form-data; boundary=xx"]
        headers[.cookie] = shown.headers[.setCookie]?.split(separator: ";").first.map(String.init)
        let body = """
            --xx\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n\(token)\r\n\
            --xx\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\
            Content-Type: text/csv\r\n\r\n\(text)\r\n--xx--\r\n
            """
        return try await execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: body))
    }
}

extension SupervisionHouse {
    /// The delivered kinds are in place.
    func withKinds() async throws -> SupervisionHouse {
        try await database.write { try DeliveredKinds.install(at: noon, in: $0) }
        return self
    }

    /// An organ reports.
    @discardableResult
    func report(
        _ kind: String, _ records: [[String: Value]], at now: Instant = noon, place entries: Bool = true
    )
        async throws -> DeliveryReport
    {
        let report = try await database.write { tx in
            let actor = Actor(accountID: 9, name: "报送人", organ: "scjg", channel: "api", address: "")
            var intake = try MatterIntake(
                try KindStore.kind(kind, in: tx), organs: try Directory.organs(in: tx),
                calendar: try Directory.calendar(in: tx), by: actor, at: now)
            return try intake.take(
                records.enumerated().map { DeliveredRecord(line: $0 + 1, record: $1) }, in: tx)
        }
        try await placeAll()
        return report
    }

    /// What is in the journal gets its place, as the sequencer gives it.
    func placeAll() async throws {
        try await database.write { tx in
            var place = try Journal.placedCount(in: tx)
            for row in try tx.rows(
                "SELECT id FROM journal_entry WHERE leaf_index IS NULL ORDER BY id /* all */")
            {
                try tx.execute("UPDATE journal_entry SET leaf_index = \(place) WHERE id = \(row.id("id"))")
                place += 1
            }
        }
    }
}

@Suite("What is done elsewhere is supervised by the same rules")
struct MatterTests {
    private static let inspection: [String: Value] = [
        "record_number": "A1", "place": "星湖早茶店", "inspected_on": "2026-11-02", "mend_by": "2026-11-12",
        "result": "责令整改", "problems": 4,
    ]
    private static func inspection(_ change: [String: Value]) -> [String: Value] {
        inspection.merging(change) { $1 }
    }

    @Test(
        "a record that does not fit is refused with a sentence",
        arguments: [
            (["record_number": .null], "缺少「检查记录编号」（record_number）。"),
            (["record_number": " \u{3000}"], "缺少「检查记录编号」（record_number）。"),
            (["verified_on": "2026-11-25"], "办结时间在将来，请办结以后再报。"),
            (["inspected_on": "去年"], "应是日期，例如 2026-11-24。"),
            (["inspected_on": "2027-01-01"], "开始时间在将来，还没有发生的不报送。"),
            (["verified_on": "2026-11-01"], "办结时间早于开始时间。"),
            (["mend_by": "2026-10-01"], "到期时间早于开始时间。"),
            (["result": "还行"], "应是“合格”、“责令整改”、“立案处罚”之一。"),
            (["problems": .number(1.5)], "应是整数。"), (["problems": -1], "不能小于 0。"),
            (["weather": "晴"], "没有「weather」这个字段。"), (["place": .list([])], "应是文字。"),
            (["place": "店主 441202199003071234 的店"], "含有身份证号码或者电话等个人信息"),
        ] as [([String: Value], String)])
    func refused(_ change: [String: Value], _ words: String) throws {
        let kind = try #require(try DeliveredKinds.all().first { $0.key == "food-inspection" })
        let reading = try MatterReading(kind, organs: [], now: noon)
        guard case .failure(let faults) = reading.read(Self.inspection(change)) else {
            Issue.record("taken")
            return
        }
        #expect(faults.sentences.joined().contains(words), "\(faults.sentences)")
    }

    @Test(
        "white space around a number makes no second matter, and a blank one is not the next one's correction"
    )
    func blanks() async throws {
        let house = try await SupervisionHouse().withKinds()
        let first = try await house.report("food-inspection", [Self.inspection([:])])
        let again = try await house.report(
            "food-inspection", [Self.inspection(["record_number": " A1\n", "place": "星湖早茶店 "])])
        let blank = try await house.report(
            "food-inspection",
            [Self.inspection(["record_number": " "]), Self.inspection(["record_number": " "])])
        #expect(first.rows.map(\.outcome) == [.received] && again.rows.map(\.outcome) == [.unchanged])
        #expect(blank.rows.map(\.outcome) == [.refused, .refused] && again.rows.map(\.key) == ["A1"])
        #expect(try await house.count("SELECT count(*) FROM supervised_matter /* all */") == 1)
    }

    @Test(
        "what ended on a day ended at the end of it, by now at the latest, and not before it began that day",
        arguments: [
            ("2026-11-23T16:00:00+08:00", "2026-11-23", "2026-11-23T23:59:59"),
            ("2026-11-24T11:00:00+08:00", "2026-11-24", "2026-11-24T12:00:00"),
            ("2026-11-23T16:00:00+08:00", "2026-11-22", nil),
            ("2026-11-24T11:00:00+08:00", "2026-11-25", nil),
        ] as [(String, String, String?)])
    func sameDay(_ begins: String, _ ends: String, _ done: String?) async throws {
        let house = try await SupervisionHouse()
        let organs = try await house.database.read { try Directory.organs(in: $0) }
        var kind = try #require(try DeliveredKinds.all().first { $0.key == "food-inspection" })
        let schema = #"""
            {"type": "object", "required": ["record_number", "inspected_on"], "properties": {
             "record_number": {"type": "string"}, "inspected_on": {"type": "string", "format": "date-time"},
             "verified_on": {"type": "string", "format": "date"}}}
            """#
        kind.schema = try JSONDecoder().decode(Value.self, from: Data(schema.utf8))
        kind.roles = .init(identifier: "record_number", begins: "inspected_on", ends: "verified_on")
        let reading = try MatterReading(kind, organs: organs, now: noon)
        let record: [String: Value] = [
            "record_number": "A1", "inspected_on": .string(begins), "verified_on": .string(ends),
        ]
        switch reading.read(record) {
        case .success(let what): #expect(what.ends?.rfc3339.hasPrefix(done ?? "refused") == true)
        case .failure: #expect(done == nil)
        }
    }

    @Test(
        "a structure that cannot be checked is refused",
        arguments: [
            (#"{"type": "array"}"#, "type 为 object"),
            (
                #"{"type": "object", "properties": {"a": {"type": "string", "pattern": "x+"}}}"#,
                "「pattern」不能检查"
            ),
            (#"{"type": "object", "oneOf": [], "properties": {"a": {"type": "string"}}}"#, "「oneOf」不能检查"),
            (#"{"type": "object", "properties": {"A b": {"type": "string"}}}"#, "小写字母"),
            (#"{"type": "object", "properties": {"a": {"type": "object"}}}"#, "type 应是"),
            (
                #"{"type": "object", "required": ["b"], "properties": {"a": {"type": "string"}}}"#,
                "「b」不在 properties"
            ),
        ])
    func wrongSchema(_ json: String, _ words: String) throws {
        let schema = try KindForm.kind(.init([("schema", json)]), key: "x").schema
        do {
            _ = try RecordSchema(schema)
            Issue.record("taken")
        } catch DomainError.invalid(let errors) {
            #expect(errors.first?.sentence.chinese.contains(words) == true, "\(errors)")
        }
    }

    @Test("the delivered kinds are whole, and their samples are taken in to the last line")
    func delivered() async throws {
        let house = try await SupervisionHouse().withKinds()
        let kinds = try DeliveredKinds.all()
        #expect(kinds.count == 7)
        for kind in kinds { try kind.requireComplete() }
        try await house.database.write { try Supervision.seedMatters(at: noon, in: $0) }
        try await house.database.write { try Supervision.seedMatters(at: noon, in: $0) }
        #expect(try await house.count("SELECT count(*) FROM supervised_matter /* all */") == 12)
        #expect(try await house.count("SELECT count(*) FROM supervised_matter_version /* all */") == 12)
    }

    @Test(
        "each record is answered by itself; the same again changes nothing, a correction keeps what was said before"
    )
    func deliveries() async throws {
        let house = try await SupervisionHouse().withKinds()
        let records = [
            Self.inspection, Self.inspection(["record_number": "A2"]), Self.inspection(["place": "再来一次"]),
            ["place": "没有编号"],
        ]
        let first = try await house.report("food-inspection", records)
        #expect(first.rows.map(\.outcome) == [.received, .received, .refused, .refused])
        #expect(first.rows[2].reasons == ["与第 1 行的编号相同。"])
        let again = try await house.report("food-inspection", Array(records.prefix(2)))
        #expect(again.rows.map(\.outcome) == [.unchanged, .unchanged])
        let corrected = try await house.report(
            "food-inspection", [Self.inspection(["problems": 5])], at: noon.days(1))
        #expect(corrected.rows.map(\.outcome) == [.corrected])
        let (matter, reports) = try await house.database.read { tx in
            let matter = try #require(try MatterStore.known("food-inspection", ["A1"], in: tx)["A1"])
            return (matter, try MatterStore.versions(of: matter.id, in: tx))
        }
        #expect(matter.revision == 2 && matter.receivedAt == noon && matter.changedAt == noon.days(1))
        #expect(reports.map { $0.fields["problems"] } == [5, 4])
        await #expect(throws: DomainError.invalid("records", "一次最多报送 \(1_000) 条，请分几次报送。")) {
            try await house.report(
                "food-inspection", (0...1_000).map { Self.inspection(["record_number": .string("B\($0)")]) })
        }
    }

    @Test(
        "its limit brings a card, and a later limit that the organ reports afterwards does not take it back")
    func card() async throws {
        let house = try await SupervisionHouse(rules: [
            SupervisionHouse.rule("law", .red, #"clock.name = "legal""#),
            SupervisionHouse.rule(
                "soon", .reminder, moment: .init(anchor: .due, isBefore: true, amount: 1, unit: .workingDay),
                "true"),
        ]).withKinds()
        try await house.watching.follow(at: noon)
        try await house.report("food-inspection", [Self.inspection(["mend_by": "2026-11-25"])])
        try await house.watching.follow(at: noon)
        #expect(try await house.signals().map(\.ruleKey) == ["soon"])
        try await house.watching.passTime(at: noon.days(2))
        #expect(try await house.signals().map(\.ruleKey) == ["law", "soon"])
        try await house.report(
            "food-inspection", [Self.inspection(["mend_by": "2026-12-25"])], at: noon.days(2))
        try await house.watching.follow(at: noon.days(2))
        let signals = try await house.signals()
        #expect(signals.map(\.state) == [.open, .cancelled])
        #expect(signals.first?.number == "food-inspection:A1")
        try await house.visit(as: "officer-scjg", at: noon.days(2)) { client async throws in
            let signal = try #require(signals.first)
            let page = try await client.look(SupervisionPath.signal(String(signal.id))).text
            #expect(page.contains(SupervisionPath.matter(String(signal.caseID))))
            let matter = try await client.look(SupervisionPath.matter(String(signal.caseID))).text
            #expect(matter.contains("整改期限：2026-11-25→2026-12-25") && matter.contains("红牌"))
        }
    }

    @Test(
        "a matter that was done in time gets no card, and what is entered long afterwards shows, done or not")
    func done() async throws {
        let house = try await SupervisionHouse(rules: [
            SupervisionHouse.rule("law", .red, #"clock.name = "legal""#),
            SupervisionHouse.rule(
                "late", .warning, scope: .matter, moment: nil, "case.reported_after_days > 10"),
        ]).withKinds()
        try await house.report(
            "food-inspection",
            [
                Self.inspection(["verified_on": "2026-11-10"]),
                Self.inspection(["record_number": "A2", "mend_by": .null]),
            ])
        try await house.watching.sweep(at: noon)
        try await house.watching.look(
            at: try await house.database.read { tx in
                try MatterStore.known("food-inspection", ["A1", "A2"], in: tx).values.map(\.id)
            }, noon)
        let signals = try await house.signals()
        #expect(Set(signals.map(\.number)) == ["food-inspection:A1", "food-inspection:A2"])
        #expect(signals.map(\.ruleKey) == ["late", "late"])
    }

    @Test(
        "a card of the wrong organ that is withdrawn makes room for one of the right organ, and of each organ one"
    )
    func wrongOrgan() async throws {
        let house = try await SupervisionHouse(rules: [
            SupervisionHouse.rule("law", .red, #"clock.name = "legal""#)
        ]).withKinds()
        try await house.watching.follow(at: noon)
        func report(_ organ: String) async throws {
            let project: [String: Value] = [
                "project_code": "X", "name": "场馆", "owner": .string(organ), "started_on": "2026-01-05",
                "planned_end_on": "2026-11-20",
            ]
            try await house.report("government-project", [project])
            try await house.watching.follow(at: noon)
            try await house.watching.passTime(at: noon)
        }
        func withdraw() async throws {
            let ids = try await house.signals().filter { $0.state == .open }.map(\.id)
            try await house.visit(as: "supervisor") { client async throws in
                for id in ids {
                    let page = SupervisionPath.act(String(id), "withdrawal")
                    #expect(try await client.press(page, "reason=不是这个部门的").status == .seeOther)
                }
            }
            try await house.watching.passTime(at: noon)
        }
        func organs() async throws -> [String] { try await house.signals().map(\.organ).reversed() }
        try await report("cgj")
        #expect(try await organs() == ["cgj"])
        // While the card stands nobody else gets one; and the same organ gets none again.
        try await report("zjj")
        #expect(try await organs() == ["cgj"])
        try await withdraw()
        #expect(try await organs() == ["cgj", "zjj"])
        try await report("cgj")
        try await withdraw()
        try await report("zjj")
        #expect(try await organs() == ["cgj", "zjj"])
        // Whoever took up what an organ did is no other organ.
        try await house.database.write { tx in
            try Directory.end("zjj", successor: "jyj", from: noon.day, in: tx)
        }
        try await report("jyj")
        #expect(try await organs() == ["cgj", "zjj"])
        try await report("scjg")
        #expect(try await organs() == ["cgj", "zjj", "scjg"])
    }

    @Test("a case that is handed on after its card was withdrawn brings no second one")
    func handedOn() async throws {
        let house = try await SupervisionHouse(rules: [SupervisionHouse.rule()])
        try await house.file(1, organ: "cgj", due: noon.days(-1))
        try await house.watching.sweep(at: noon)
        _ = try await house.database.write { tx in
            try tx.execute("UPDATE supervision_signal SET state = 'withdrawn' WHERE case_id = 1")
            try tx.execute("UPDATE service_case SET organ = 'zjj' WHERE id = 1")
        }
        try await house.watching.look(at: [1], noon)
        #expect(try await house.signals().map(\.organ) == ["cgj"])
    }

    @Test("where the limit is a promise of the district, being late is a yellow card and no red one")
    func promised() async throws {
        let delivered = try DeliveredRules.all().filter { ["law-over", "promise-over"].contains($0.key) }
        let house = try await SupervisionHouse(rules: delivered).withKinds()
        try await house.database.write { tx in
            let actor = Actor(accountID: 0, name: "系统", channel: "page", address: "")
            let record: [String: Value] = [
                "number": "R1a-contact", "name": "差评联系核实", "organ": "scjg", "step": "联系核实",
                "rated_on": "2026-11-20", "due_on": "2026-11-23", "state": "待办",
            ]
            try Supervision.report([record], of: "bad-rating", by: actor, at: noon, in: tx)
            try tx.execute("UPDATE organ SET valid_until = '2026-11-01' WHERE key = 'zjj'")
            // Nobody answers for an organ that is gone without a successor.
            let gone = record.merging(["number": "R1b-contact", "organ": "zjj"]) { $1 }
            try Supervision.report([gone], of: "bad-rating", by: actor, at: noon, in: tx)
        }
        try await house.watching.sweep(at: noon)
        try await house.watching.sweep(at: noon)
        let signals = try await house.signals()
        #expect(signals.map(\.ruleKey) == ["promise-over"] && signals.map(\.organ) == ["scjg"])
    }

    @Test("only the organ of the kind reports, and others see what is theirs")
    func apart() async throws {
        let house = try await SupervisionHouse().withKinds()
        try await house.report("food-inspection", [Self.inspection])
        let id = try await house.database.read {
            try #require(try MatterStore.known("food-inspection", ["A1"], in: $0)["A1"]).id
        }
        try await house.visit(as: "officer-zjj") { client async throws in
            #expect(try await client.look(SupervisionPath.matter(String(id))).status == .notFound)
            let upload = SupervisionPath.kindAct("food-inspection", "upload")
            #expect(try await client.look(upload).status == .forbidden)
            #expect(try await client.upload(upload, "x").status == .forbidden)
            #expect(try await client.look(SupervisionPath.newKind).status == .forbidden)
            #expect(try await client.look(SupervisionPath.kind("no-such")).status == .notFound)
        }
        try await house.visit(as: "officer-scjg") { client async throws in
            let upload = SupervisionPath.kindAct("food-inspection", "upload")
            #expect(try await client.upload(upload, "").status == .unprocessableContent)
            #expect(try await client.upload(upload, "天气\n晴").text.contains("“天气”不是这类事项的字段"))
            #expect(try await client.upload(upload, "{").text.contains("JSON 读不懂"))
            let json =
                #"[{"record_number": "J1", "place": "甲", "inspected_on": "2026-11-20", "result": "合格"}, 7]"#
            let taken = try await client.upload(upload, json).text
            #expect(taken.contains("已接收 1 条") && taken.contains("应是一条记录"))
            #expect(try await client.look(SupervisionPath.kind("food-inspection")).text.contains("J1"))
        }
    }

    @Test("whoever reports reads what they reported, whoever is responsible; nobody else does")
    func ofOthers() async throws {
        let house = try await SupervisionHouse(rules: [
            SupervisionHouse.rule(
                "late", .warning, scope: .matter, moment: nil, "case.reported_after_days > 10")
        ]).withKinds()
        let list = "\(SupervisionPath.mattersAPI)/procurement"
        let file = """
            [{"project_number": "C1", "name": "设备采购", "buyer": "wsjk", "method": "公开招标",
              "awarded_on": "2026-10-08", "state": "已中标"}]
            """
        try await house.visit(as: "officer-czj") { client async throws in
            let taken = try await client.upload(SupervisionPath.kindAct("procurement", "upload"), file)
            #expect(taken.text.contains("已接收 1 条"), "\(taken.text)")
        }
        let id = try await house.database.read {
            try #require(try MatterStore.known("procurement", ["C1"], in: $0)["C1"]).id
        }
        try await house.watching.sweep(at: noon)
        try await house.watching.look(at: [id], noon)
        #expect(try await house.signals().map(\.organ) == ["wsjk"])
        let (matter, kind) = (SupervisionPath.matter(String(id)), SupervisionPath.kind("procurement"))
        try await house.visit(as: "officer-zjj") { client async throws in
            #expect(try await client.look(matter).status == .notFound)
            #expect(!(try await client.look(kind).text.contains("C1")))
            #expect(!(try await client.look(list).text.contains("C1")))
        }
        try await house.visit(as: "officer-czj") { client async throws in
            #expect(try await client.look(kind).text.contains("C1"))
            #expect(try await client.look(list).text.contains(#""key":"C1""#))
            // The signals are for whom they concern, as they are elsewhere.
            let page = try await client.look(matter).text
            #expect(page.contains("设备采购") && page.contains("监察信号由责任部门和监察部门查看"))
            #expect(!page.contains("规则 late"))
        }
        try await house.visit(as: "officer-wsjk") { client async throws in
            #expect(try await client.look(matter).text.contains("规则 late"))
            #expect(try await client.look(list).text.contains(#""key":"C1""#))
        }
    }

    @Test("what the house reports by itself nobody hands in, by file or program, not even its own organ")
    func ofTheHouse() async throws {
        let house = try await SupervisionHouse().withKinds()
        try await house.database.write { tx in
            try tx.send("UPDATE account_post SET organ = 'zfb' WHERE organ = 'scjg' AND role = 'officer'")
        }
        let record =
            #"{"number": "M1", "name": "节点", "organ": "scjg", "agreed_on": "2026-01-05", "due_on": "2026-06-30", "ended_on": "2026-06-01", "state": "已完成"}"#
        try await house.visit(as: "officer-scjg") { client async throws in
            let upload = SupervisionPath.kindAct("post-target", "upload")
            #expect(try await client.look(upload).text.contains("由系统按审核结果自动报送"))
            #expect(try await client.upload(upload, "[\(record)]").status == .forbidden)
            let sent = try await client.send(
                "\(SupervisionPath.mattersAPI)/post-target", #"{"records": [\#(record)]}"#)
            #expect(sent.status == .forbidden && sent.text.contains("由系统按审核结果自动报送"))
            #expect(!(try await client.look(SupervisionPath.kind("post-target")).text.contains(upload)))
        }
        #expect(try await house.count("SELECT count(*) FROM supervised_matter /* all */") == 0)
    }

    @Test("a program reports, and the same call again is answered as the first time")
    func program() async throws {
        let house = try await SupervisionHouse().withKinds()
        let path = "\(SupervisionPath.mattersAPI)/food-inspection"
        try await house.visit(as: "officer-scjg") { client async throws in
            let body =
                #"{"records": [{"record_number": "P1", "place": "甲", "inspected_on": "2026-11-20", "result": "合格"}]}"#
            var headers: HTTPFields = [.contentType: "application/json"]
            headers[try #require(HTTPField.Name("Idempotency-Key"))] = "k1"
            for _ in 0..<2 {
                let answer = try await client.execute(
                    uri: path, method: .post, headers: headers, body: ByteBuffer(string: body))
                #expect(answer.status == .ok && answer.text.contains("\"received\":1"), "\(answer.text)")
            }
            #expect(try await client.look(path).text.contains("\"key\":\"P1\""))
            #expect(try await client.look(SupervisionPath.kindsAPI).text.contains("food-inspection"))
            let nothing = try await client.execute(
                uri: path, method: .post, headers: [.contentType: "application/json"],
                body: ByteBuffer(string: #"{"records": []}"#))
            #expect(nothing.status == .unprocessableContent)
        }
        try await house.visit(as: "zhangwei") { client async throws in
            #expect(try await client.look(path).status == .forbidden)
        }
    }
}
