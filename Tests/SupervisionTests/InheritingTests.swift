import DecisionModel
import Government
import HTTPTypes
import HummingbirdTesting
import Messaging
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Supervision

@Suite("An organ that is merged in the middle of a quarter")
struct InheritingTests {
    @Test("what stands goes on with whoever took up its work, over two mergers too; what is over stays")
    func merged() async throws {
        let house = try await SupervisionHouse(rules: [SupervisionHouse.rule()]).withKinds()
        for id in Int64(1)...3 { try await house.file(id, organ: "wgl", due: noon.days(-1)) }
        try await house.watching.sweep(at: noon)
        let ids = try await house.signals().map(\.id).sorted()
        try await house.report(
            "government-project",
            [
                [
                    "project_code": "X", "name": "场馆", "owner": "wgl", "started_on": "2026-01-05",
                    "planned_end_on": "2026-12-31",
                ]
            ])
        try await house.database.write { tx in
            try tx.execute("UPDATE supervision_signal SET state = 'withdrawn' WHERE id = \(ids[0])")
            try Directory.end("wgl", successor: "jyj", from: noon.day.adding(days: 1), in: tx)
        }
        let inheriting = Inheriting(database: house.database, outbox: Outbox())
        // Its last day is its own.
        try await inheriting.inherit(at: noon)
        #expect(try await house.signals().allSatisfy { $0.organ == "wgl" })
        try await house.database.write { tx in
            try Directory.end("jyj", successor: "scjg", from: noon.day.adding(days: 1), in: tx)
        }
        try await inheriting.inherit(at: noon.days(1))
        try await inheriting.inherit(at: noon.days(1))
        let signals = try await house.signals().sorted { $0.id < $1.id }
        #expect(signals.map(\.organ) == ["wgl", "scjg", "scjg"])
        #expect(
            try await house.count(
                "SELECT count(*) FROM journal_entry WHERE action = 'signal.inherited' /* all */") == 2)
        #expect(
            try await house.count("SELECT count(*) FROM supervised_matter WHERE organ = 'scjg' /* all */")
                == 1)
        // Who answers from now on is told, once.
        let told = try await house.messages(to: "head-scjg").filter { $0.contains("改由您的部门说明和申诉") }
        #expect(told.count == 1 && told.first?.contains("2 条监察信号") == true, "\(told)")
        // Whoever took it up is heard.
        try await house.visit(as: "officer-scjg", at: noon.days(1)) { client async throws in
            let page = SupervisionPath.signal(String(ids[1]))
            #expect(try await client.press("\(page)/statements", "statement=接手后核查").status == .seeOther)
        }
    }

    @Test(
        "a card that is final counts where it was raised; an appeal that waits and a warning go on with the heir"
    )
    func final() async throws {
        let house = try await SupervisionHouse(rules: [
            SupervisionHouse.rule(), SupervisionHouse.rule("near", .warning),
        ])
        for id in Int64(1)...3 { try await house.file(id, organ: "wgl", due: noon.days(-1)) }
        try await house.watching.sweep(at: noon)
        let cards = try await house.signals().filter { $0.level == .yellow }.map(\.id).sorted()
        try #require(cards.count == 3)
        try await house.database.write { tx in
            try tx.execute("UPDATE supervision_signal SET state = 'upheld' WHERE id = \(cards[0])")
            try tx.execute("UPDATE supervision_signal SET state = 'appealed' WHERE id = \(cards[1])")
            try Directory.end("wgl", successor: "jyj", from: noon.day.adding(days: 1), in: tx)
        }
        // The days for appeal are over long since.
        try await Inheriting(database: house.database, outbox: Outbox()).inherit(at: noon.days(40))
        let organs = try await house.signals().reduce(into: [Int64: String]()) { $0[$1.id] = $1.organ }
        #expect(cards.map { organs[$0] } == ["wgl", "jyj", "wgl"])
        let warnings = try await house.signals().filter { $0.level == .warning }
        #expect(warnings.count == 3 && warnings.allSatisfy { $0.organ == "jyj" })
        // What stays with an organ that is gone is read under its name.
        let name = try #require(try await house.database.read { try Directory.organ("wgl", in: $0) }).name
        try await house.visit(as: "supervisor", at: noon.days(1)) { client async throws in
            let list = try await client.look("\(SupervisionPath.signals)?state=all").text
            #expect(list.contains(">\(name)</div>") && list.contains("\(name)（已撤并）"))
            let file = try await client.look("\(SupervisionPath.file)?state=all").text
            #expect(file.contains("\"\(name)\"") && !file.contains("\"wgl\""))
        }
    }

    @Test("a kind passes to whoever took up what its organ did, and records may go on naming the old one")
    func kindPasses() async throws {
        let house = try await SupervisionHouse().withKinds()
        try await house.database.write { tx in
            try Directory.end("cgj", successor: "zjj", from: noon.day.adding(days: 1), in: tx)
        }
        let upload = SupervisionPath.kindAct("administrative-penalty", "upload")
        let records = [
            #""organ": "cgj""#, #""organ": "城市管理和综合执法局""#, #""hearing_requested": false"#,
            #""organ": "没有的局""#,
        ]
        let file = records.enumerated().map { place, more in
            #"{"document_number": "P\#(place)", "cause": "占道经营", "filed_on": "2026-11-20", "state": "立案", \#(more)}"#
        }.joined(separator: ",")
        // Its last day is its own.
        try await house.visit(as: "officer-zjj") { client async throws in
            #expect(try await client.look(upload).status == .forbidden)
        }
        try await house.visit(as: "officer-zjj", at: noon.days(1)) { client async throws in
            let list = try await client.look(SupervisionPath.kinds).text
            #expect(list.contains(upload) && list.contains("住房和城乡建设局"))
            let taken = try await client.upload(upload, "[\(file)]").text
            #expect(taken.contains("已接收 3 条") && taken.contains("没有“没有的局”这个部门"), "\(taken)")
            let sent = try await client.send(
                "\(SupervisionPath.mattersAPI)/administrative-penalty",
                #"{"records": [{"document_number": "P9", "cause": "占道经营", "organ": "cgj", "filed_on": "2026-11-20", "state": "立案"}]}"#
            )
            #expect(sent.text.contains(#""received":1"#), "\(sent.text)")
        }
        try await house.visit(as: "officer-scjg", at: noon.days(1)) { client async throws in
            #expect(try await client.look(upload).status == .forbidden)
        }
        #expect(
            try await house.count("SELECT count(*) FROM supervised_matter WHERE organ = 'zjj' /* all */")
                == 4)
    }
}
