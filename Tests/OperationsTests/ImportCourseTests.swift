import HTTPTypes
import HummingbirdTesting
import Identity
import Storage
import Testing

@testable import Jobs
@testable import Operations

@Suite("导入法人库的过程")
struct ImportCourseTests {
    @Test("每一步要么全部算数，要么不算：中断后从停下的地方接着导入，不重复也不遗漏")
    func crash() async throws {
        let office = try await RegisterOffice()
        let text = try Rows.head + (1...7).map { Rows.row(code: try Rows.code($0)) }.joined()
        let place = try #require(try await office.send(Array(text.utf8)).headers[.location])
        let work = office.work(rowsPerStep: 3)
        let held = try #require(try await office.runner(work).claim())
        let further = try #require(try await work.advance(held))
        // This step is done, but its node dies before it is committed.
        await #expect(throws: Died.self) { try await Dying(work: work).advance(further) }
        #expect(try await office.job(at: place).progress.done == 3)
        let rest = try #require(try await work.advance(further))
        #expect(try await work.advance(rest) == nil)
        let job = try await office.job(at: place)
        #expect(job.state == .done && job.progress.done == 7)
        #expect(try job.cursor(as: ImportTally.self)?.added == 7)
    }

    @Test("可以取消；已经导入的保留，后面的不再导入")
    func cancelled() async throws {
        let office = try await RegisterOffice()
        let text = try Rows.head + (1...4).map { Rows.row(code: try Rows.code($0)) }.joined()
        let place = try #require(try await office.send(Array(text.utf8)).headers[.location])
        let work = office.work()
        let held = try #require(try await office.runner(work).claim())
        let further = try #require(try await work.advance(held))
        let open = try await office.look(place)
        for words in ["取消导入", "已完成 2 行，共 4 行", "data-live=\"2\"", "value=\"50\""] {
            #expect(open.contains(words), "\(words)")
        }
        try await office.office.visit(as: .sysadmin) { client in
            let first = try await client.press("\(place)/cancellation")
            let second = try await client.press("\(place)/cancellation")
            #expect(first.status == .seeOther && second.status == .conflict)
        }
        await #expect(throws: LeaseLost.self) { try await work.advance(further) }
        #expect(try await office.look(place).contains("已取消导入"))
        #expect(try await office.entity(try Rows.code(2)) != nil)
        #expect(try await office.entity(try Rows.code(3)) == nil)
    }

    @Test("两个人同时导入同样的企业，每家只新增一次")
    func atOnce() async throws {
        let office = try await RegisterOffice()
        let rows = try (1...40).map { Rows.row(code: try Rows.code($0)) }
        for text in [rows, rows.reversed()].map({ Rows.head + $0.joined() }) {
            _ = try await office.send(Array(text.utf8))
        }
        async let first: Void = office.runner(office.work(rowsPerStep: 4)).workOff()
        async let second: Void = office.runner(office.work(rowsPerStep: 4)).workOff()
        _ = await (first, second)
        let jobs = try await office.database.read {
            try JobQueue.jobs(of: EnterpriseImport.kind, in: $0).items
        }
        let tallies = try jobs.compactMap { try $0.cursor(as: ImportTally.self) }
        #expect(jobs.map(\.state) == [.done, .done])
        #expect(tallies.map(\.added).reduce(0, +) == 40 && tallies.map(\.unchanged).reduce(0, +) == 40)
    }

    @Test("中途不再是系统管理员的，不再导入")
    func dismissed() async throws {
        let office = try await RegisterOffice()
        let place = try #require(
            try await office.send(Array((Rows.head + Rows.row(code: Rows.fresh)).utf8)).headers[.location])
        _ = try await office.database.write {
            try $0.execute("DELETE FROM account_post WHERE account_id = \(Office.accountID)")
        }
        await office.runner(office.work()).workOff()
        #expect(try await office.job(at: place).lastError == "账号已停用或不再是系统管理员，不再导入。")
        #expect(try await office.entity(Rows.fresh) == nil)
        #expect(try await office.look(place).contains("账号已停用或不再是系统管理员，不再导入。"))
    }
}

/// What kills a node in a test.
private struct Died: Error {}

/// The same work on a node that dies at the end of a step.
private struct Dying: Errand {
    let work: EnterpriseImport
    var kind: JobKind { work.kind }

    func prepare(_ job: QueuedJob, in tx: Transaction) throws -> EnterpriseImport.Stretch? {
        try work.prepare(job, in: tx)
    }

    func act(_ stretch: EnterpriseImport.Stretch, key: String) async throws -> EnterpriseImport.Rows {
        try await work.act(stretch, key: key)
    }

    func record(_ rows: EnterpriseImport.Rows, of job: QueuedJob, in tx: Transaction) throws -> JobStep {
        _ = try work.record(rows, of: job, in: tx)
        throw Died()
    }
}
