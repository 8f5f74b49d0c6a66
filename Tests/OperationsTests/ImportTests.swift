import Foundation
import Government
import HTTPTypes
import HummingbirdTesting
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
        let read = try await office.entries().last?.entry
        #expect(read?.action == "enterprise_import.wrong_lines_read" && read?.actor.name == "戴启明")

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
