import Government
import HTTPTypes
import HummingbirdTesting
import Identity
import Jobs
import Journal
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Operations

@Suite("后台任务的页面")
struct JobPageTests {
    @Test("只给系统管理员看", arguments: [Role.officer, .head, .secadmin, .auditadmin])
    func others(_ role: Role) async throws {
        let office = try await Office()
        let id = try await office.enqueue("a")
        try await office.visit(as: role) { client in
            let page = try await client.execute(
                uri: OperationsPath.jobs, method: .get, headers: [:], body: nil)
            #expect(page.status == .forbidden)
            let cancelled = try await client.press(OperationsPath.cancellation(of: String(id)))
            #expect(cancelled.status == .forbidden)
        }
        #expect(try await office.job(id).state == .waiting)
    }

    @Test("没有任务时说明这里会有什么")
    func empty() async throws {
        try await Office().visit(as: .sysadmin) { client in
            let page = try await client.text(OperationsPath.jobs)
            #expect(page.contains("现在没有后台任务") && !page.contains("data-live"))
        }
    }

    @Test("正在执行的任务有进度条，旁边写明数量、速度和剩余时间")
    func running() async throws {
        let office = try await Office()
        let id = try await office.enqueue("a")
        try await office.set(
            id,
            """
            state = 'running', holder = 'x', leased_until = 0, done_count = 250, total_count = 1000,
            rate_millis = 5000, started_at = 1795000000000
            """)
        try await office.visit(as: .sysadmin) { client in
            let page = try await client.text(OperationsPath.jobs)
            for words in [
                "导出办件清单", "max=\"100\" value=\"25\"", "已完成 250 行，共 1000 行", "每秒 5 行", "约还需 3 分钟",
                "data-live=\"2\"",
            ] { #expect(page.contains(words), "\(words)") }
        }
    }

    @Test("要到以后才做的任务不让页面一直刷新：夜里不打扰的消息等到早上")
    func later() async throws {
        let office = try await Office()
        let id = try await office.enqueue("a")
        try await office.visit(as: .sysadmin) { client in
            #expect(try await client.text(OperationsPath.jobs).contains("data-live=\"2\""))
            try await office.set(id, "due_at = 4102444800000")
            #expect(try await client.text(OperationsPath.jobs).contains("data-live=\"\""))
        }
    }

    @Test("已搁置的任务写明原因，可以重新执行，并留痕")
    func setAside() async throws {
        let office = try await Office()
        let id = try await office.enqueue("a")
        try await office.set(id, "state = 'set_aside', attempts = 8, last_error = '还没有发布工作日历。'")
        try await office.visit(as: .sysadmin) { client in
            let page = try await client.text(OperationsPath.jobs)
            #expect(page.contains("还没有发布工作日历。") && page.contains("连续 8 次没有成功"))
            let answer = try await client.press(OperationsPath.attempts(of: String(id)))
            #expect(answer.status == .seeOther)
            let again = try await client.press(OperationsPath.attempts(of: String(id)))
            #expect(again.status == .conflict)
        }
        #expect(try await office.job(id).state == .waiting)
        let entries = try await office.database.read {
            try Journal.entries(subject: "job/\(id)", onlyPublic: false, limit: 9, in: $0)
        }
        #expect(entries.map(\.entry.sentence.chinese) == ["戴启明重新执行已搁置的后台任务。"])
    }

    @Test("取消任务后列在最近结束里；没有的任务找不到")
    func cancelled() async throws {
        let office = try await Office()
        let id = try await office.enqueue("a")
        try await office.visit(as: .sysadmin) { client in
            #expect(try await client.press(OperationsPath.cancellation(of: String(id))).status == .seeOther)
            #expect(try await client.press(OperationsPath.cancellation(of: "1")).status == .notFound)
            #expect(try await client.press(OperationsPath.cancellation(of: "x")).status == .notFound)
            let page = try await client.text(OperationsPath.jobs)
            #expect(page.contains("最近结束") && page.contains("已取消"))
        }
    }

    @Test("结束的任务一页二十项，翻页后不再重复上面的")
    func pages() async throws {
        let office = try await Office()
        for number in 1...21 {
            let id = try await office.enqueue("job-\(number)-")
            try await office.set(id, "state = 'done', finished_at = \(number)")
        }
        try await office.visit(as: .sysadmin) { client in
            let first = try await client.text(OperationsPath.jobs)
            #expect(first.contains("job-21-") && !first.contains("job-1-"))
            let next = try #require(first.firstMatch(of: /href="([^"]+)" rel="next"/)).output.1
            let second = try await client.text(String(next))
            #expect(second.contains("job-1-") && !second.contains("job-21-"))
        }
    }

    @Test("公布新的工作日历，就有一个重新推算时限的任务")
    func calendar() async throws {
        let office = try await Office()
        try await Government.seed(into: office.database)
        let version = try await Directory(office.database).calendar().version
        try await office.visit(as: .sysadmin) { client in
            let answer = try await client.press(
                OperationsPath.calendar,
                form: "base=\(version)&years=2026&holidays=2026-01-01+%E5%85%83%E6%97%A6",
                from: OperationsPath.calendar)
            #expect(answer.status == .seeOther)
        }
        let jobs = try await office.database.read { try JobQueue.jobs(.waiting, in: $0) }
        #expect(jobs.map(\.kind) == ["cases.calendar"] && jobs.map(\.key) == [String(version + 1)])
    }
}
