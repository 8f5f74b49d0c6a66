import Cases
import Government
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import ServiceRequests

@Suite("改派")
struct ReassigningTests {
    @Test("签收以后：新的承办单位接着拟写答复，原来的不再办理，期限不变，反映人知道换了谁，不知道为什么")
    func signed() async throws {
        let house = try await House()
        let number = try await house.say()
        try await house.assign(number, to: "cgj")
        try await house.finish(number, "accept", by: "officer-cgj")
        let before = try await house.subject(number)
        try await house.office.ask(
            AssistanceForm(organs: ["sfj"], question: "有没有合同？"), for: number,
            by: house.actor("officer-cgj"), as: house.account("officer-cgj").viewer)
        house.clock.move(days: 1)
        try await house.reassign(number, to: "zjj")
        let subject = try await house.subject(number)
        #expect(subject.openTasks.map(\.element) == ["draft"] && subject.openTasks.map(\.organ) == ["zjj"])
        #expect(subject.openTasks[0].openedAt == house.clock.now)
        #expect(subject.clock(.promised)?.dueAt == before.clock(.promised)?.dueAt)
        #expect(subject.assistance.map(\.state) == [.cancelled])
        #expect(try await house.row(number).organ == "zjj")
        let told = try await house.told("zhangwei").first ?? ""
        #expect(told.contains("住房和城乡建设局办理，办理时限不变") && !told.contains("路灯归"), "\(told)")
        let late = await refusal { try await house.draft(number, by: "officer-cgj") }
        #expect(late != nil)
        try await house.draft(number, by: "officer-zjj")
        try await house.finish(number, "sign", by: "hotline")
        #expect(try await house.row(number).isAnswered)
    }

    @Test("没有签收：新的承办单位从这一天起决定是否签收，可以退回；挂起的也能改派")
    func unsigned() async throws {
        let house = try await House()
        let number = try await house.say()
        try await house.assign(number, to: "cgj")
        try await house.reassign(number, to: "zjj")
        let task = try #require(try await house.subject(number).openTasks.first)
        #expect(task.element == "receive" && task.organ == "zjj" && task.holder == nil)
        try await house.finish(number, "object", opinion: "不属于本单位职责。", by: "officer-zjj")
        try await house.assign(number, to: "cgj", isFinal: true)
        let step = try #require(try await house.subject(number).openTasks.first)
        let officer = try await house.actor("officer-cgj")
        try await house.cases.change(number, by: officer, as: .system) {
            try $0.suspend(task: step.id, reason: "等材料", on: $1)
        }
        try await house.reassign(number, to: "zjj")
        let open = try await house.subject(number).openTasks
        #expect(open.map(\.organ) == ["zjj"] && open.allSatisfy { !$0.isSuspended })
    }

    @Test("派单以后，承办单位有自己的签收期限，不是受理单位派单剩下的时间")
    func signing() async throws {
        let house = try await House()
        let number = try await house.say()
        let dispatch = try #require(try await house.subject(number).clock(.acceptance)?.dueAt)
        try await house.assign(number, to: "cgj")
        let due = try #require(try await house.subject(number).openTasks.first?.dueAt)
        #expect(due > dispatch && due.day.iso == "2026-09-20")
    }

    @Test("承办单位不能终止办理，也不能暂停计时：诉求以答复办结，时间不够的延期")
    func ended() async throws {
        let house = try await House()
        for (category, organ, office) in [("roads", "cgj", "hotline"), ("land", "zrzy", "officer-xfj")] {
            let number = try await house.say {
                ($0.category, $0.kind, $0.title) = (category, "complaint", "反映\(organ)的一件事")
            }
            try await house.assign(number, to: organ, by: office)
            try await house.finish(number, "accept", by: "officer-\(organ)")
            let (head, officer) = (
                try await house.actor("head-\(organ)"), try await house.actor("officer-\(organ)")
            )
            let stopped = await refusal {
                try await house.cases.change(number, by: head, as: .system) {
                    try $0.terminate(number, reason: "没有必要再办", on: $1)
                }
            }
            #expect(stopped?.contains("以答复办结，不能终止办理") == true, "\(stopped ?? "")")
            let paused = await refusal {
                try await house.cases.change(number, by: officer, as: .system) {
                    try $0.suspend(number, for: .auction, note: "等拍卖", expectedDays: 180, on: $1)
                }
            }
            #expect(paused?.contains("期限不能暂停") == true, "\(paused ?? "")")
            // Whoever was told of it could ask for a hearing, and the limit stood still.
            let told = await refusal {
                try await house.cases.change(number, by: officer, as: .system) {
                    try $0.tellHearingRight(number, cause: "拟不予许可", on: $1)
                }
            }
            #expect(told?.contains("不适用行政许可的听证") == true, "\(told ?? "")")
        }
    }

    @Test("信访事项：还没有决定受理的，新的单位另有十五天；欠的办结报告由它来交")
    func petition() async throws {
        let house = try await House()
        let number = try await house.say { ($0.category, $0.kind) = ("land", "complaint") }
        try await house.office.assign(
            number, to: "zrzy", isFinal: false, reportBy: house.clock.now.day.adding(days: 30),
            by: house.actor("officer-xfj"), as: house.account("officer-xfj").viewer)
        let first = try #require(try await house.subject(number).clock(.acceptance)?.dueAt)
        house.clock.move(days: 10)
        try await house.reassign(number, to: "zjj", by: "officer-xfj")
        let subject = try await house.subject(number)
        let second = try #require(subject.clock(.acceptance)?.dueAt)
        #expect(second > first)
        let owed = try await house.database.read { try OwedReport.owed(on: subject, in: $0) }
        #expect(owed?.organ == "zjj" && owed?.office == "xfj")
    }

    @Test("不能改派：别的单位、承办单位自己、没有交办的、已经送审的、还是这个单位、被反映的单位、没有理由、没有这个单位")
    func refused() async throws {
        let house = try await House()
        let number = try await house.say {
            ($0.category, $0.kind, $0.against) = ("conduct", "report", "zrzy")
            ($0.title, $0.content) = ("窗口人员收受红包", "某月某日在窗口收受红包。")
        }
        let early = await refusal { try await house.reassign(number, to: "sfj", by: "officer-xfj") }
        #expect(early == "承办单位签收以后、送出答复以前可以改派。已经送审的，请先退回。")
        try await house.assign(number, to: "sfj", by: "officer-xfj")
        let own = await refusal { try await house.reassign(number, to: "cgj", by: "officer-sfj") }
        #expect(own == "由受理、交办的单位改派。")
        let stranger = await refusal { try await house.reassign(number, to: "cgj", by: "officer-zjj") }
        #expect(stranger?.contains("没有找到") == true)
        let same = await refusal { try await house.reassign(number, to: "sfj", by: "officer-xfj") }
        #expect(same?.contains("司法局正在办理，请选择别的单位。") == true)
        let accused = await refusal { try await house.reassign(number, to: "zrzy", by: "officer-xfj") }
        #expect(accused == "不能交给被反映的单位办理。")
        let none = await refusal { try await house.reassign(number, to: "no-such", by: "officer-xfj") }
        #expect(none == "请选择改派给哪个单位。")
        let silent = await refusal {
            try await house.reassign(number, to: "cgj", because: " ", by: "officer-xfj")
        }
        #expect(silent == "请写明为什么改派，4 到 200 字。")
        let ticket = try await house.say()
        try await house.assign(ticket, to: "cgj")
        try await house.finish(ticket, "accept", by: "officer-cgj")
        try await house.draft(ticket)
        let sent = await refusal { try await house.reassign(ticket, to: "zjj") }
        #expect(sent == early)
    }

    @Test("从接口改派：同一个键只改派一次；没有这个权限的不行")
    func programs() async throws {
        let house = try await House()
        let number = try await house.say()
        try await house.assign(number, to: "cgj")
        let path = "\(RequestPath.api)/\(number)/reassignment"
        let body = #"{"organ":"zjj","why":"路灯归住建管。"}"#
        let officer = try await house.visit(as: "officer-cgj") { try await $0.call(path, body).status }
        #expect(officer == .forbidden)
        try await house.visit(as: "hotline") { client async throws in
            let bare = try await client.call(path, #"{"organ":"zjj","why":""}"#)
            #expect(bare.status == .unprocessableContent && bare.text.contains("\"why\""), "\(bare.text)")
            let made = try await client.call(path, body, key: "1")
            #expect(made.status == .created && made.text.contains("签收"), "\(made.text)")
            #expect(try await client.call(path, body, key: "1").text == made.text)
            #expect(try await client.call(path, body, key: "2").status == .unprocessableContent)
        }
        let entries = try await house.database.read {
            try Journal.entries(subject: number, onlyPublic: false, limit: 50, in: $0)
        }
        #expect(entries.count { $0.entry.action == "case.reassigned" } == 1)
        #expect(!entries.contains { $0.entry.isPublic && $0.entry.sentence.chinese.contains("路灯归") })
    }
}

extension House {
    /// The office that handed it out gives it to another organ.
    func reassign(
        _ number: String, to organ: String, because reason: String = "路灯归住建管。", by name: String = "hotline"
    ) async throws {
        try await office.reassign(
            number, to: organ, because: reason, by: try await actor(name), as: try await account(name).viewer)
    }
}
