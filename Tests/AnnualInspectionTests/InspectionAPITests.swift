import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import AnnualInspection

@Suite("接口：联合年检")
struct InspectionAPITests {
    private static let mine = "/api/v1/inspections/2026/\(House.xinghu)"
    private static let answers = #"{"scjg_1":18,"xfjy_1":"畅通","xfjy_2":"2026-08-20"}"#

    @Test("别人的企业、没有公布的年度是 404，答得不对的逐项说明，过了时间的是 409")
    func refused() async throws {
        let house = try await House()
        #expect(try await house.look(Self.mine, as: "chenjing").status == .notFound)
        try await house.open()
        #expect(try await house.look(Self.mine, as: "zhangwei").status == .notFound)
        let wrong = try await house.send(Self.mine, #"{"answers":{"scjg_1":"多少"}}"#, as: "chenjing")
        #expect(wrong.status == .unprocessableContent)
        #expect(
            wrong.text.contains("\"field\":\"form.scjg_1\"")
                && wrong.text.contains("\"field\":\"form.xfjy_1\""))
        let late = try await house.send(Self.mine, "{\"answers\":\(Self.answers)}", as: "chenjing", after: 11)
        #expect(late.status == .conflict && late.text.contains("申报时间是"))
        let reviews = "/api/v1/inspection-reviews/2026"
        #expect(try await house.look(reviews, as: "hotline").status == .forbidden)
        #expect(try await house.look(reviews, as: "officer-wsjk").status == .notFound)
        #expect(
            try await house.look("\(reviews)?state=x", as: "officer-scjg").status == .unprocessableContent)
    }

    @Test("申报、要求整改、说明、合格；同一个键只算一次，整改说明在库里是密文")
    func whole() async throws {
        let house = try await House()
        try await house.open()
        #expect(
            try await house.look("/api/v1/inspections", as: "chenjing").text.contains("\"state\":\"open\""))
        let entry = "{\"answers\":\(Self.answers)}"
        let filed = try await house.send(Self.mine, entry, as: "chenjing", key: "f")
        #expect(
            filed.status == .created && filed.text.contains("\"state\":\"under_review\""), "\(filed.text)")
        #expect(try await house.send(Self.mine, entry, as: "chenjing", key: "f").status == .created)
        #expect(try await house.send(Self.mine, entry, as: "chenjing").status == .conflict)
        let id = try await house.filing().id
        let review = "/api/v1/inspection-reviews/2026/\(id)"
        let seen = try await house.look(review, as: "officer-xfjy").text
        #expect(seen.contains("畅通") && !seen.contains("scjg_1"), "只看本部门的")
        let silent = try await house.send(
            "\(review)/decisions", #"{"outcome":"correct"}"#, as: "officer-xfjy")
        #expect(silent.status == .unprocessableContent && silent.text.contains("请写明要整改什么。"))
        let until = noon.day.adding(days: 5).iso
        let demand = "{\"outcome\":\"correct\",\"reason\":\"补疏散标志\",\"correct_by\":\"\(until)\"}"
        let told = try await house.send("\(review)/decisions", demand, as: "officer-xfjy", key: "d")
        #expect(told.status == .created && told.text.contains("\"state\":\"correcting\""), "\(told.text)")
        #expect(
            try await house.send("\(review)/decisions", demand, as: "officer-xfjy", key: "d").status
                == .created)
        #expect(try await house.send("\(review)/decisions", demand, as: "officer-xfjy").status == .conflict)
        let words = #"{"organ":"xfjy","words":"已补装"}"#
        let said = try await house.send("\(Self.mine)/corrections", words, as: "chenjing")
        #expect(said.status == .created && said.text.contains("已补装"), "\(said.text)")
        let kept = try await house.database.read { tx in
            try tx.rows("SELECT words FROM inspection_correction WHERE filing_id = \(id)").map {
                try $0.text("words")
            }
        }
        #expect(kept.count == 1 && kept.allSatisfy { !$0.contains("已补装") })
        for organ in ["scjg", "xfjy"] {
            _ = try await house.send("\(review)/decisions", #"{"outcome":"pass"}"#, as: "officer-\(organ)")
        }
        #expect(try await house.look(Self.mine, as: "chenjing").text.contains("\"state\":\"passed\""))
        let done = try await house.look("/api/v1/inspection-reviews/2026?state=passed", as: "officer-xfjy")
        #expect(done.text.contains("星湖餐饮") && done.text.contains("\"next\":null"))
    }

    @Test("去年的回答一起给出，没有确认的不收")
    func carried() async throws {
        let house = try await House()
        try await house.open(2025)
        _ = try await house.file("form.scjg_1=18&form.xfjy_1=畅通&form.xfjy_2=2025-08-20", 2025)
        try await house.open(2026)
        #expect(try await house.look(Self.mine, as: "chenjing").text.contains("\"carried\":{"))
        let unsure = try await house.send(Self.mine, "{\"answers\":\(Self.answers)}", as: "chenjing")
        #expect(unsure.status == .unprocessableContent && unsure.text.contains("与去年一样"))
        let sure = "{\"answers\":\(Self.answers),\"confirmed\":[\"scjg_1\",\"xfjy_1\"]}"
        #expect(try await house.send(Self.mine, sure, as: "chenjing").status == .created)
        #expect(try await house.filing().carried == ["scjg_1", "xfjy_1"])
    }

    @Test("密封以前写的整改说明照样读得出来")
    func older() async throws {
        let house = try await House()
        try await house.open()
        _ = try await house.file()
        let id = try await house.filing().id
        _ = try await house.database.write { tx in
            try tx.execute(
                """
                UPDATE inspection_part SET state = 'corrected', correction = '早先写的'
                WHERE filing_id = \(id) AND organ = 'xfjy'
                """)
        }
        #expect(try await house.filing()["xfjy"]?.correction == "早先写的")
        #expect(try await house.look(Self.mine, as: "chenjing").text.contains("早先写的"))
    }
}

extension House {
    func send(_ path: String, _ json: String, as login: String, after days: Int = 0, key: String? = nil)
        async throws -> TestResponse
    {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        let sent = headers
        return try await visit(as: login, after: days) {
            try await $0.execute(uri: path, method: .post, headers: sent, body: ByteBuffer(string: json))
        }
    }
}
