import Cases
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Storage
import TestSupport
import Testing

@testable import Audit

@Suite("审计日志的检索和导出")
struct SearchPageTests {
    @Test("别的岗位不能看：三员分立", arguments: ["sysadmin", "secadmin", "head-scjg", "leader", "supervisor"])
    func otherPosts(_ name: String) async throws {
        let house = try await AuditHouse()
        try await house.visit(as: name) { client in
            for path in ["/desk/audit", "/desk/audit/patterns", "/desk/audit/rules"] {
                let answer = try await client.look(path)
                #expect(answer.status == .forbidden)
            }
            let answer = try await client.press("/desk/audit/exports", "reason=x")
            #expect(answer.status == .forbidden)
        }
    }

    @Test("查无此人、时间颠倒的，说明原因，不留检索记录")
    func refused() async throws {
        let house = try await AuditHouse()
        try await house.visit(as: "auditadmin") { client in
            let nobody = try await client.look("/desk/audit?person=nobody")
            #expect(nobody.status == .unprocessableContent)
            #expect(nobody.text.contains("没有叫这个名字的人员或账号。"))
            let backwards = try await client.look("/desk/audit?from=2026-11-02T00:00&until=2026-11-01T00:00")
            #expect(backwards.text.contains("结束时间不能早于开始时间。"))
            let entry = try await client.look("/desk/audit/entries/1")
            #expect(entry.status == .notFound)
        }
        #expect(try await house.entries("audit.searched").isEmpty)
    }

    @Test("按人检索得到那人的记录，检索本身留痕；不点名的检索不留")
    func found() async throws {
        let house = try await AuditHouse()
        try await house.read(2, by: "officer-scjg")
        try await house.read(1, by: "officer-zjj", from: 9)
        try await house.visit(as: "auditadmin") { client in
            let page = try await client.look("/desk/audit?person=officer-scjg&action=case.read")
            #expect(page.status == .ok)
            #expect(page.text.contains(">A0<") && page.text.contains(">A1<"))
            #expect(!page.text.contains(">A9<"))
            let all = try await client.look("/desk/audit?organ=zjj")
            #expect(all.text.contains(">A9<") && !all.text.contains(">A0<"))
            let subject = try await client.look("/desk/audit?subject=readings:A1")
            #expect(subject.text.contains(">A1<") && !subject.text.contains(">A0<"))
        }
        let told = try await house.entries("audit.searched")
        #expect(told.map { $0.detail["person"] ?? $0.detail["subject"] } == ["readings:A1", "officer-scjg"])
    }

    @Test("检索一个办件，办件的办理经过里看不到；审计人员按编号查得到")
    func quiet() async throws {
        let house = try await AuditHouse()
        let number = try await house.file(by: "chenjing")
        try await house.visit(as: "auditadmin") { client in
            #expect(try await client.look("/desk/audit?subject=\(number)").status == .ok)
            let page = try await client.look("/desk/audit?subject=\(number)&action=audit.searched")
            #expect(page.text.contains("检索了审计日志：对象 \(number)"))
        }
        let history = try await house.cases.view(number, for: .system).history
        #expect(!history.isEmpty && !history.contains { $0.entry.action == "audit.searched" })
        #expect(
            try await house.entries("audit.searched").map(\.subject)
                == Array(repeating: "audit:\(number)", count: 2))
    }

    @Test("一条记录的页面说明它在日志中的位置和是否被改动")
    func entry() async throws {
        let house = try await AuditHouse()
        try await house.read(1, by: "officer-scjg")
        let stored = try await house.database.read {
            try JournalSearch().page(after: nil, limit: 1, in: $0).entries
        }
        let path = "/desk/audit/entries/\(try #require(stored.first).id)"
        try await house.visit(as: "auditadmin") { client in
            let early = try await client.look(path)
            #expect(early.text.contains("正在排入日志"))
            try await house.place()
            let later = try await client.look(path)
            #expect(later.text.contains("已在签名的日志中") && later.text.contains("第 1 条"))
        }
        #expect(try await house.entries("audit.entry_read").count == 2)
    }

    @Test("导出要写理由，首尾写明谁、何时、为什么，并留痕")
    func export() async throws {
        let house = try await AuditHouse()
        try await house.read(5, by: "officer-scjg")
        let place = try await house.visit(as: "auditadmin") { client in
            let silent = try await client.press("/desk/audit/exports", "reason=+")
            #expect(silent.status == .unprocessableContent)
            return try await client.press(
                "/desk/audit/exports", "reason=%E5%8A%9E%E7%90%86%E4%BF%A1%E8%AE%BF%E4%BB%B6&action=case.read"
            )
        }
        let path = try #require(place.headers[.location])
        await house.workOff()
        let file = try await house.visit(as: "auditadmin") { client in
            let page = try await client.look(path)
            #expect(page.text.contains("已导出 5 行"))
            return try await client.look("\(path)/file")
        }
        let lines = file.text.split(separator: "\r\n")
        #expect(lines.count == 9)
        for line in [lines.first, lines.last] { #expect(line?.contains("理由：办理信访件") == true) }
        #expect(lines[1].contains("叶子散列") && lines[2].contains("查看办件") && lines[7].contains("共 5 行"))
        let told = try await house.entries("audit.exported")
        #expect(told.first?.detail["reason"] == "办理信访件")
        let strange = try await house.visit(as: "auditadmin") { try await $0.look("/desk/audit/exports/1") }
        #expect(strange.status == .notFound)
    }
}
