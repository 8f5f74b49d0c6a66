import CSV
import Foundation
import Government
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Jobs
@testable import Operations

@Suite("导入法人库")
struct ImportTests {
    @Test("有误的行写明行号和原因，不影响其他行；更正后可以直接再导入")
    func wrongLines() async throws {
        let office = try await RegisterOffice()
        let text =
            Rows.head + Rows.row(code: "91441202MA9Y000716") + "\"没有闭合,\r\n" + Rows.row(code: Rows.fresh)
            + Rows.row(code: Rows.fresh, name: "=HYPERLINK(\"x\")")
        let (page, wrong) = try await office.imported(text)
        #expect(page.contains("导入完成，有误 3 行") && page.contains("<dd>1 家</dd>"))
        #expect(wrong[0] + "\r\n" == Rows.head.replacing("\u{FEFF}", with: "\u{FEFF}\"行号\",\"原因\","))
        #expect(wrong[1].hasPrefix("\"2\",\"统一社会信用代码最后一位校验码不对，请核对后重新填写。\",\"91441202MA9Y000716\""))
        #expect(wrong[2] == "\"3\",\"这一行的引号没有闭合，请补上或删去多余的引号。\"")
        #expect(wrong[3].hasPrefix("\"5\",\"统一社会信用代码与第 4 行重复，以第 4 行为准。\""))
        #expect(wrong[3].contains("\"\t=HYPERLINK(\"\"x\"\")\""))
        #expect(try await office.entity(Rows.fresh)?.name == "肇庆市新开业商贸有限公司")

        let better = wrong[1].replacing("000716", with: "000715").replacing("莫小兰", with: "莫大兰")
        let corrected = [wrong[0], better].joined(separator: "\r\n")
        let again = try await office.imported(corrected)
        #expect(again.page.contains("导入完成，没有有误的行"))
        #expect(try await office.entity(Rows.fresh)?.legalRepresentative == "莫大兰")
    }

    @Test("法定代表人换了，原来那个人就不再代表这家企业")
    func representative() async throws {
        let office = try await RegisterOffice()
        let before = try #require(try await office.entity(Rows.xinghu))
        #expect(before.representativeID != nil)
        _ = try await office.imported(Rows.head + Rows.row(code: Rows.xinghu, head: "陈静"))
        let moved = try #require(try await office.entity(Rows.xinghu))
        #expect(moved.representativeID == before.representativeID && moved.id == before.id)
        _ = try await office.imported(Rows.head + Rows.row(code: Rows.xinghu, head: "黄志强"))
        #expect(try await office.entity(Rows.xinghu)?.representativeID == nil)
    }

    @Test("同一个文件导入两次，第二次全部未变；每次导入都留痕")
    func twice() async throws {
        let office = try await RegisterOffice()
        let text = try Rows.head + (1...5).map { Rows.row(code: try Rows.code($0)) }.joined()
        let place = try #require(try await office.send(Array(text.utf8)).headers[.location])
        await office.runner(office.work()).workOff()
        let first = try await office.job(at: place)
        #expect(first.progress.done == 5 && first.progress.total == 5)
        #expect(try first.cursor(as: ImportTally.self)?.words == "新增 5 家，更新 0 家，未变 0 家，有误 0 行")
        let entries = try await office.database.read {
            try Journal.entries(subject: "job/\(first.id)", onlyPublic: false, limit: 9, in: $0)
        }
        #expect(
            entries.map(\.entry.sentence.chinese) == [
                "戴启明导入法人库，共 5 行。", "导入法人库完成：新增 5 家，更新 0 家，未变 0 家，有误 0 行。",
            ])
        #expect(entries.map(\.entry.actor.name) == ["戴启明", "戴启明"])
        // The same file in the same second is the same import.
        #expect(try await office.send(Array(text.utf8)).headers[.location] == place)
        let again = try await office.imported(text + "\n")
        #expect(again.page.contains("导入完成，没有有误的行") && again.page.contains("<dd>5 家</dd>"))
        #expect(try await office.look(OperationsPath.imports).contains("新增 0 家，更新 0 家，未变 5 家，有误 0 行"))
    }

    @Test("列的顺序不限；GB18030 编码、引号里的换行和两种日期写法都认得")
    func layouts() async throws {
        let office = try await RegisterOffice()
        let text = """
            住所,名称,类型,统一社会信用代码,法定代表人,成立日期,行政区划代码,经营范围,联系电话
            端州区天宁北路1号,肇庆市新开业商贸有限公司,个体工商户,\(Rows.fresh.lowercased()),莫小兰,2024/3/1,441202001901,"日用百货；
            食品销售。",
            """
        let bytes = try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632)))
        _ = try await office.send([UInt8](bytes))
        await office.runner(office.work()).workOff()
        let entity = try #require(try await office.entity(Rows.fresh))
        #expect(entity.kind == .soleTrader && entity.registeredOn.iso == "2024-03-01")
        #expect(entity.scope == "日用百货； 食品销售。" && entity.phone.isEmpty)
        #expect(entity.representativeID == nil)
    }

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

    @Test("导入结束以后，不再记得每个代码在哪一行")
    func forgotten() async throws {
        let office = try await RegisterOffice()
        _ = try await office.imported(Rows.head + Rows.row(code: Rows.fresh))
        let now = office.office.now
        try await office.database.write {
            try ImportLines.forget(endedBefore: now.adding(seconds: 1), in: $0)
        }
        let left = try await office.database.read {
            try $0.count("SELECT count(*) FROM enterprise_import_line /* all */")
        }
        #expect(left == 0)
    }

    @Test("没有导入过时说明这里会有什么；模板可以下载")
    func empty() async throws {
        let office = try await RegisterOffice()
        #expect(try await office.look(OperationsPath.imports).contains("还没有导入过"))
        #expect(try await office.look(OperationsPath.importTemplate) == Rows.head)
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
