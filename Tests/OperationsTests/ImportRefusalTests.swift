import Files
import HTTPTypes
import HummingbirdTesting
import Identity
import Jobs
import NIOCore
import Storage
import Testing

@testable import Operations

@Suite("不能导入的文件")
struct ImportRefusalTests {
    @Test("只给系统管理员导入", arguments: [Role.officer, .head, .secadmin, .auditadmin])
    func others(_ role: Role) async throws {
        let office = try await RegisterOffice()
        let place = try #require(
            try await office.send(Array((Rows.head + Rows.row(code: Rows.fresh)).utf8)).headers[.location])
        try await office.office.visit(as: role) { client in
            for path in [
                OperationsPath.imports, OperationsPath.importTemplate, place, "\(place)/wrong-lines",
            ] {
                let answer = try await client.execute(uri: path, method: .get, headers: [:], body: nil)
                #expect(answer.status == .forbidden, "\(path)")
            }
            let cancelled = try await client.press("\(place)/cancellation")
            #expect(cancelled.status == .forbidden)
        }
        #expect(try await office.job(at: place).state == .waiting)
    }

    @Test("没有选择文件")
    func nothing() async throws {
        try await refused([], named: "", "请选择要导入的 CSV 文件。")
    }

    @Test(
        "整个文件不能导入时，在选择文件的地方说明原因",
        arguments: [
            ("%PDF-1.7\n", "文件“企业.csv”不是 CSV 文件。请在表格软件里另存为“CSV（UTF-8）”后再上传。"),
            ("这不是表格", "第一行没有表头。请用模板中的列名，另存为 CSV 后再上传。"),
            ("\"统一社会信用代码", "第 1 行的表头不是 CSV 格式。请用模板中的列名，另存为 CSV 后再上传。"),
            ("统一社会信用代码,名称,类型,联系电话,行政区划代码,住所,经营范围\n", "表头缺少“法定代表人”“成立日期”，请补上后再上传。"),
            (Rows.head, "文件里没有数据，请核对是否选错了文件。"),
            ("\n\n ,\n", "文件里没有数据，请核对是否选错了文件。"),
            (
                Rows.head.replacing("\r\n", with: ",\"电话\"\r\n") + "x",
                "表头里有不认识的列“电话”（第 10 列），请改名或删去。"
            ),
            (Rows.head.replacing("\r\n", with: ",\"名称\"\r\n") + "x", "表头里“名称”出现了两次，请删去一列。"),
        ])
    func whole(_ text: String, _ words: String) async throws {
        try await refused(Array(text.utf8), words)
    }

    @Test("文件后面有不属于文字的内容")
    func binary() async throws {
        let text = Rows.head + String(repeating: " ", count: 2_000) + "\0\n"
        try await refused(
            Array(text.utf8), "文件里有不属于文字的内容。请在表格软件里另存为“CSV（UTF-8）”后再上传。")
    }

    @Test("行数超过上限")
    func tooManyRows() async throws {
        let text = Rows.head + String(repeating: "x\n", count: EnterpriseFile.rowLimit + 1)
        try await refused(Array(text.utf8), "文件超过 20 万行，请分成几个文件导入。")
    }

    @Test("文件太大")
    func tooLarge() async throws {
        let office = try await RegisterOffice()
        let bytes = [UInt8](repeating: 0x61, count: FileStore.defaultLimitBytes + 1)
        let answer = try await office.send(bytes)
        #expect(answer.status == .contentTooLarge)
        #expect(String(buffer: answer.body).contains("f-file-error"))
    }

    @Test("没有的导入找不到，也不能从这里看别的后台任务")
    func missing() async throws {
        let office = try await RegisterOffice()
        let other = try await office.office.enqueue("a")
        try await office.office.visit(as: .sysadmin) { client in
            for id in ["1", "x", String(other)] {
                for path in ["\(OperationsPath.imports)/\(id)", OperationsPath.wrongLines(of: id)] {
                    let answer = try await client.execute(uri: path, method: .get, headers: [:], body: nil)
                    #expect(answer.status == .notFound)
                }
                #expect(try await client.press(OperationsPath.importCancellation(of: id)).status == .notFound)
            }
        }
    }

    private func refused(_ bytes: [UInt8], named name: String = "企业.csv", _ words: String) async throws {
        let office = try await RegisterOffice()
        let answer = try await office.send(bytes, named: name)
        #expect(answer.status == .unprocessableContent)
        let page = String(buffer: answer.body)
        #expect(page.contains(words), "\(page.firstMatch(of: /class="error"[^\n]*/)?.output ?? "")")
        #expect(page.contains("id=\"f-file-error\""))
        let jobs = try await office.database.read { try JobQueue.jobs(.waiting, in: $0) }
        #expect(jobs.isEmpty)
    }
}
