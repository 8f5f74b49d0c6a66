import CSV
import Cases
import Government
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Services
import TestSupport
import Testing
import TextExtraction
import WorkingTime

@testable import ItemLibrary

@Suite("导入和导出事项")
struct TransferTests {
    /// A file with these columns and rows.
    private static func file(_ titles: [String], _ rows: [[String]]) -> [UInt8] {
        Array((CSVLine.mark + CSVLine.text(titles) + rows.map { CSVLine.text($0) }.joined()).utf8)
    }

    private static let titles = ["事项名称", "基本编码", "实施主体", "法定办结时限", "服务对象"]

    @Test("不是事项文件的当场退回，说明原因")
    func noFile() async throws {
        let room = try await ItemRoom()
        let headless = try await room.upload(Array("a,b\r\n1,2\r\n".utf8))
        #expect(headless.status == .unprocessableContent && headless.text.contains("表头缺少“事项名称”"))
        let empty = try await room.upload(Self.file(Self.titles, []))
        #expect(empty.status == .unprocessableContent && empty.text.contains("文件里没有数据"))
        #expect(try await room.upload([0x50, 0x4B, 3, 4, 0]).status == .unprocessableContent)
        #expect(try await room.look("/desk/item-imports/1", as: .long).status == .notFound)
    }

    @Test("试导入逐行说明结果，什么都不改动；确认后才生成草稿，每行一份")
    func rows() async throws {
        let room = try await ItemRoom()
        let file = Self.file(
            Self.titles,
            [
                ["食品经营许可", "440131013000", "市场监督管理局", "30 个工作日", "企业"],
                ["小作坊登记", "440131099000", "市场监督管理局", "15", "自然人；法人"],
                ["", "4401", "不存在的局", "很久", "谁"],
            ])
        let tried = try #require(try await room.upload(file).headers[.location])
        let report = try await room.look(tried, as: .long).text
        #expect(report.contains("新增 1 行，修改 1 行，无变化 0 行，有误 1 行"))
        #expect(report.contains("“事项名称”没有填写。") && report.contains("不是本区现有的部门"))
        #expect(report.contains("“法定办结时限”应写成“20 个工作日”的样子。"))
        #expect(try await room.drafts.open().isEmpty)
        #expect(try await room.press("\(tried)/execution", as: .long).status == .seeOther)
        #expect(try await room.press("\(tried)/execution", as: .long).status == .conflict)
        await room.work()
        let drafts = try await room.drafts.open()
        #expect(Set(drafts.map(\.name)) == ["食品经营许可", "小作坊登记"])
        let food = try #require(drafts.first { $0.slug == "food-business-licence" })
        #expect(try await room.drafts.find(food.id).draft.item.limits.legal?.value == 30)
        #expect(try await room.look(tried, as: .long).text.contains("导入完成"))
        let lines = try await room.look("\(tried)/report", as: .long).text
        #expect(lines.contains("小作坊登记"))
    }

    @Test("其他部门的行有误，已有草稿的事项不覆盖")
    func notTheirs() async throws {
        let room = try await ItemRoom()
        _ = try await room.begin()
        let file = Self.file(
            Self.titles, [["食品经营许可", "440131013000", "市场监督管理局", "30 个工作日", "企业"]])
        let foreign = try #require(try await room.upload(file, as: .zou).headers[.location])
        #expect(try await room.look(foreign, as: .zou).text.contains("的事项不归您维护。"))
        let own = try #require(try await room.upload(file, as: .long).headers[.location])
        _ = try await room.press("\(own)/execution", as: .long)
        await room.work()
        #expect(try await room.look(own, as: .long).text.contains("已有草稿"))
        #expect(try await room.drafts.open().count == 1)
    }

    @Test("容缺、告知承诺、实名要求写错的，每格说明；写对的读成事项的条款，再导出还是这些字")
    func promises() async throws {
        let room = try await ItemRoom()
        let columns = Self.titles + PromiseCells.columns.map(\.rawValue)
        let food = ["食品经营许可", "440131013000", "市场监督管理局", "20 个工作日", "企业"]
        let wrong = Self.file(
            columns, [food + ["很久", "没有的材料", "也许", "看情况", "甲", "没有的材料", "乙", "一会儿", "丙", "随便"]])
        let told = try await room.look(
            try #require(try await room.upload(wrong).headers[.location]), as: .long
        ).text
        for words in [
            "“容缺补交期限”应写成", "“容缺后补的材料”里的“没有的材料”不在申请材料里。", "“补齐前能否准予”应为能或者不能。",
            "“告知承诺”应为实行或者不实行。", "“实名要求”应为以下之一",
        ] { #expect(told.contains(words), "\(words)") }
        var cells = ItemCells(
            ["10 个工作日", "甲证", "能", "实行", "条件一｜条件二", "乙证", "现场核查", "20 个工作日", "撤销决定", "已实名，与人口库核对一致"],
            by: PromiseCells.columns)
        var item = ServiceItem.blank(slug: "x", name: "甲", organ: "scjg", position: 1)
        item.materials = [Material(id: "a", name: "甲证"), Material(id: "b", name: "乙证")]
        cells.writePromises(into: &item)
        #expect(cells.mistakes.isEmpty)
        #expect(
            item.deferral?.limit == TimeLimit(value: 10, unit: .workingDay)
                && item.deferral?.decidesBefore == true)
        #expect(item.materials.map(\.deferrable) == [true, nil])
        #expect(item.commitment?.replaces == ["b"] && item.commitment?.conditions == ["条件一", "条件二"])
        #expect(item.assurance == .matched)
        #expect(
            PromiseCells.columns.map { PromiseCells.text($0, item) } == [
                "10 个工作日", "甲证", "能", "实行", "条件一｜条件二", "乙证", "现场核查", "20 个工作日", "撤销决定", "已实名，与人口库核对一致",
            ])
        var ended = ItemCells(["不实行", "无", "不实行"], by: [.deferralLimit, .deferrable, .commits])
        ended.writePromises(into: &item)
        #expect(item.deferral == nil && item.commitment == nil && item.elements?.withoutCommitment == true)
        #expect(item.materials.map(\.deferrable) == [false, nil] && ended.mistakes.isEmpty)
        #expect(PromiseCells.text(.commits, item) == "不实行")
    }

    @Test(
        "导出的事项和一件事原样导入，没有一项有变化", arguments: ItemExport.Kind.allCases, ItemExport.Format.allCases)
    func roundTrip(_ kind: ItemExport.Kind, _ format: ItemExport.Format) async throws {
        let room = try await ItemRoom()
        let export = try await room.look(
            "/desk/items-export?kind=\(kind.rawValue)&format=\(format.rawValue)", as: .long)
        let tried = try #require(
            try await room.upload(Array(export.body.readableBytesView)).headers[.location])
        let report = try await room.look(tried, as: .long).text
        let count = room.library.catalogue.services.filter { $0.item.isJoint == (kind == .joint) }.count
        #expect(report.contains("新增 0 行，修改 0 行，无变化 \(count) 行，有误 0 行"))
        #expect(report.contains("没有可以导入的行"))
    }

    @Test("xlsx 里的每一格都读得回来：公式、标签、空格、长数字和空着的格")
    func cells() throws {
        let rows = [["名称", "编码", "", "说明"], ["=1+1", "004401310130001234", "", "甲<乙>&\"丙\"\n丁"]]
        let wide = (0..<60).map { "第\($0)列" }
        let file = SpreadsheetFile([.init("表[一]", rows + [wide])]).bytes
        let read = try SpreadsheetRows(file, mostRows: 10).rows
        #expect(read.map(\.cells) == rows + [wide])
        #expect(read.map(\.number) == [1, 2, 3])
    }

    @Test("一件事的行：编码、所含事项、前后顺序和承诺时限写错了，逐行说明")
    func wrongJoint() async throws {
        let room = try await ItemRoom()
        let file = Self.file(
            ["事项名称", "一件事编码", "所含事项", "前后顺序", "承诺办结时限"],
            [
                ["甲", "YJS1", "食品经营许可｜没有的事项", "", ""],
                ["企业开办一件事", "YJS441202002", "", "公章刻制备案 在前", ""],
                ["企业开办一件事", "YJS441202002", "", "", "0"],
                ["乙", "YJS441202099", "食品经营许可", "", ""],
            ])
        let tried = try #require(try await room.upload(file).headers[.location])
        let report = try await room.look(tried, as: .long).text
        #expect(report.contains("有误 4 行") && report.contains("“一件事编码”应为 YJS 加 9 位数字。"))
        #expect(report.contains("“所含事项”里有不是在用事项的名称。"))
        #expect(report.contains("“前后顺序”应写成") && report.contains("不能短于最长的一条路"))
        #expect(report.contains("“所含事项”至少写两个在用的事项。"))
    }

    @Test("一件事的行确认后成为草稿，表单和材料由所含事项合成")
    func joint() async throws {
        let room = try await ItemRoom()
        let file = Self.file(
            ["事项名称", "一件事编码", "所含事项", "前后顺序", "主题"],
            [
                [
                    "开餐馆一件事", "YJS441202099", "食品经营许可｜公众聚集场所投入使用、营业前消防安全检查",
                    "食品经营许可：公众聚集场所投入使用、营业前消防安全检查", "",
                ]
            ])
        let tried = try #require(try await room.upload(file).headers[.location])
        #expect(try await room.look(tried, as: .long).text.contains("新增 1 行"))
        _ = try await room.press("\(tried)/execution", as: .long)
        await room.work()
        let glance = try #require(try await room.drafts.open().first { $0.slug == "joint-yjs441202099" })
        let item = try await room.drafts.find(glance.id).draft.item
        #expect(item.children == ["food-business-licence", "fire-safety-inspection"] && item.isDrawn)
        #expect(item.joint?.needs == ["food-business-licence": ["fire-safety-inspection"]])
        #expect(!item.fields.isEmpty && !item.materials.isEmpty)
    }

    @Test("表格软件的 xlsx 与 CSV 一样读")
    func spreadsheet() throws {
        let head = Self.titles.enumerated().map { index, title in
            "<c r=\"\(["A", "B", "C", "D", "E"][index])1\" t=\"inlineStr\"><is><t>\(title)</t></is></c>"
        }
        let sheet = """
            <worksheet><sheetData><row r="1">\(head.joined())</row>
            <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3"><v>4.40131013E11</v></c><c r="E3" t="str"><v>企业</v></c></row>
            </sheetData></worksheet>
            """
        let shared = "<sst><si><r><t>食品</t></r><r><t>经营许可</t></r></si></sst>"
        let bytes = StoredArchive.bytes([
            ("xl/sharedStrings.xml", Array(shared.utf8)), ("xl/worksheets/sheet1.xml", Array(sheet.utf8)),
        ])
        let read = try ItemSheet(bytes)
        #expect(read.columns == [.name, .basicCode, .organ, .legalLimit, .audiences])
        #expect(read.rows.map(\.number) == [3])
        #expect(read.rows[0].cells == ["食品经营许可", "440131013000", "", "", "企业"])
    }

    @Test("一格里的几项：竖线、分行、分号，去掉序号")
    func lists() {
        #expect(ListCell.parts("1.甲\n2.乙；丙") == ["甲", "乙；丙"])
        #expect(ListCell.parts("甲；乙") == ["甲", "乙"])
        #expect(ListCell.parts(ListCell.text(["甲；乙"])) == ["甲；乙"])
        #expect(ListCell.parts("（1）甲｜（2）乙") == ["甲", "乙"])
    }

    @Test("时限的各种写法")
    func limits() {
        #expect(LimitCell.limit("20")?.text == "20 working_day")
        #expect(LimitCell.limit("20个工作日")?.text == "20 working_day")
        #expect(LimitCell.limit("1 个月")?.text == "1 month")
        #expect(LimitCell.limit("当日办结")?.value == 0)
        #expect(LimitCell.limit("99999") == nil && LimitCell.limit("很久") == nil)
    }
}
