import HTTPTypes
import HummingbirdTesting
import Jobs
import NIOCore
import Storage
import TestSupport
import Testing

@testable import Desk

@Suite("导出办件清单")
struct ExportTests {
    @Test("逐步写成表格，只有本人能看的办件，新提交的在前")
    func rows() async throws {
        let office = try await ExportOffice()
        var mine: [String] = []
        for _ in 1...3 { mine.append(try await office.file()) }
        let others = try await office.file(with: "zjj")
        let place = try await office.visit(as: "officer-scjg") { try await $0.press("/desk/exports") }
        let path = try #require(place.headers[.location])
        await office.workOff()
        let file = try await office.visit(as: "officer-scjg") { client in
            let page = String(buffer: try await client.look(path).body)
            #expect(page.contains("已导出 3 行") && page.contains("data-live=\"\""))
            return try await client.look("\(path)/file")
        }
        #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
        let lines = String(buffer: file.body).split(separator: "\r\n")
        #expect(lines.count == 4 && lines[0].contains("办件编号"))
        for (line, number) in zip(lines.dropFirst(), mine.reversed()) { #expect(line.contains(number)) }
        #expect(!String(buffer: file.body).contains(others))
    }

    @Test("只导出查找的那些")
    func filtered() async throws {
        let office = try await ExportOffice()
        _ = try await office.file()
        let place = try await office.visit(as: "officer-scjg") {
            try await $0.press("/desk/exports", "phase=closed")
        }
        await office.workOff()
        let path = try #require(place.headers[.location])
        let page = try await office.visit(as: "officer-scjg") { try await $0.look(path) }
        #expect(String(buffer: page.body).contains("已导出 0 行"))
    }

    @Test("别人的导出看不到，也取消不了；群众不能导出")
    func strangers() async throws {
        let office = try await ExportOffice()
        let place = try await office.visit(as: "officer-scjg") { try await $0.press("/desk/exports") }
        let path = try #require(place.headers[.location])
        try await office.visit(as: "head-scjg") { client in
            for address in [path, "\(path)/file", "/desk/exports/1", "/desk/exports/x"] {
                let answer = try await client.look(address)
                #expect(answer.status == .notFound)
            }
            let answer = try await client.press("\(path)/cancellation")
            #expect(answer.status == .notFound)
        }
        let refused = try await office.visit(as: "chenjing") { try await $0.press("/desk/exports") }
        #expect(refused.status == .forbidden)
    }

    @Test("中途停用的账号不再得到后面的办件")
    func disabled() async throws {
        let office = try await ExportOffice()
        for _ in 1...3 { _ = try await office.file() }
        let place = try await office.visit(as: "officer-scjg") { try await $0.press("/desk/exports") }
        _ = try await office.database.write {
            try $0.execute("UPDATE account SET disabled = 1 WHERE name = 'officer-scjg'")
        }
        await office.workOff()
        let id = try #require(Int64(place.headers[.location]?.split(separator: "/").last ?? ""))
        let job = try await office.database.read { try JobQueue.job(id, in: $0) }
        #expect(job.state == .waiting && job.lastError == "账号已停用或没有岗位，不再导出。")
        #expect(job.progress.done == 0)
    }

    @Test("可以取消，没有完成时没有文件")
    func cancelled() async throws {
        let office = try await ExportOffice()
        try await office.visit(as: "officer-scjg") { client in
            let place = try await client.press("/desk/exports")
            let path = try #require(place.headers[.location])
            let open = try await client.look(path)
            #expect(String(buffer: open.body).contains("取消导出"))
            let early = try await client.look("\(path)/file")
            #expect(early.status == .notFound)
            _ = try await client.press("\(path)/cancellation")
            let cancelled = try await client.look(path)
            #expect(String(buffer: cancelled.body).contains("已取消导出"))
        }
    }
}
