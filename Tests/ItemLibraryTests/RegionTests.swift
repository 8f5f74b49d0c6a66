import CSV
import Government
import HTTPTypes
import HummingbirdTesting
import Refusals
import Storage
import TestSupport
import Testing

@testable import ItemLibrary

@Suite("全国行政区划由系统管理员导入")
struct RegionTests {
    private static let path = "/desk/regions"

    private static func file(_ rows: [[String]]) -> [UInt8] {
        Array((CSVLine.text(["代码", "名称", "备注"]) + rows.map { CSVLine.text($0 + [""]) }.joined()).utf8)
    }

    @Test("没有权限的看不到；不完整的、没有日期的、更旧的不收，说明原因")
    func refused() async throws {
        let room = try await ItemRoom()
        #expect(try await room.look(Self.path, as: .long).status == .forbidden)
        #expect(try await room.look(Self.path, as: .sysadmin).text.contains("2016年7月31日"))
        let part = try await room.upload(
            Self.file([["440000", "广东省"]]), to: Self.path, with: ["state_on": "2025-01-01"], as: .sysadmin)
        #expect(part.status == .unprocessableContent && part.text.contains("不是全国的代码表"))
        let headless = try await room.upload(
            Array("a,b\r\n1,2\r\n".utf8), to: Self.path, with: ["state_on": "2025-01-01"], as: .sysadmin)
        #expect(headless.text.contains("表头缺少“代码”"))
        let undated = try await room.upload(Self.file([["440000", "广东省"]]), to: Self.path, as: .sysadmin)
        #expect(undated.text.contains("日期请写成 2026-12-31 的样子。"))
        let whole = try await Self.whole(in: room)
        let old = try await room.upload(whole, to: Self.path, with: ["state_on": "2016-07-31"], as: .sysadmin)
        #expect(old.text.contains("截止日期应晚于现有代码表的 2016-07-31"))
    }

    @Test("较新的一份导入以后就按它选，十二位的代码也认")
    func imported() async throws {
        let room = try await ItemRoom()
        let whole = try await Self.whole(in: room)
        let answer = try await room.upload(
            whole, to: Self.path, with: ["state_on": "2024-12-31"], as: .sysadmin)
        #expect(answer.status == .seeOther)
        #expect(try await room.look(Self.path, as: .sysadmin).text.contains("2024年12月31日"))
        let tables = try await room.database.read { try Directory.regions(in: $0) }
        #expect(tables.current.places.contains { $0.code == "330112" })
    }

    private static func whole(in room: ItemRoom) async throws -> [UInt8] {
        let regions = try await room.database.read { try Directory.regions(in: $0).current.regions }
        return file(regions.map { ["\($0.code)000000", $0.name] } + [["330112000000", "临安区"]])
    }
}
