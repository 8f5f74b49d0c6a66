import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Content

@Suite("What readers say is wrong")
struct CorrectionTests {
    private static func draft(_ words: String = "应为账号") throws -> CorrectionDraft {
        try CorrectionDraft(kind: "word", passage: "帐号", words: words)
    }

    private static func correction(receivedAt: Instant = Samples.noon) throws -> Correction {
        Correction(
            id: 1, code: "ABCDEFGHJK",
            page: CorrectedPage(siteID: 1, columnID: 1, documentID: 1, path: "/sites/a/b/1", title: "文"),
            draft: try draft(), receivedAt: receivedAt)
    }

    @Test("what was answered is not answered again, and an answer says something")
    func answeredOnce() throws {
        var correction = try Self.correction()
        #expect(throws: DomainError.invalid("answer", "请写明答复内容，读者凭查询码看得到。")) {
            try correction.answer(.adopted, "", by: 1, named: "万泽林", at: Samples.noon)
        }
        try correction.answer(.adopted, "已改正，谢谢。", by: 1, named: "万泽林", at: Samples.noon)
        do {
            try correction.answer(.explained, "再答", by: 2, named: "别人", at: Samples.noon)
            Issue.record("answered twice")
        } catch DomainError.conflict(let sentence) {
            #expect(sentence.chinese == "这条纠错已由万泽林在2026年11月27日 12:00答复，不能再答复。")
        }
    }

    @Test("what is missing is said for each field, and numbers of identity cards are not taken")
    func drafts() throws {
        do {
            _ = try CorrectionDraft(
                kind: "x", passage: "身份证 441299 19900307 1231", words: String(repeating: "长", count: 1_001))
            Issue.record("taken")
        } catch DomainError.invalid(let errors) {
            #expect(errors.map(\.field) == ["kind", "words", "passage"])
        }
        #expect(throws: DomainError.invalid("words", "请写明哪里不对，应当怎样。")) { try Self.draft("") }
    }

    @Test("three working days run over a weekend, and end with the third day")
    func limit() throws {
        // 2026-11-27 is a Friday.
        let correction = try Self.correction()
        let limit = TimeLimit(value: 3, unit: .workingDay)
        let due = correction.due(limit, .weekendsOnly)
        #expect(due.day.iso == "2026-12-02")
        #expect(!correction.isLate(limit, .weekendsOnly, at: due))
        #expect(correction.isLate(limit, .weekendsOnly, at: due.adding(seconds: 1)))
    }

    @Test(
        "there is no form for a page that is not there, is no content, or is not out",
        arguments: [
            "", "/desk", "/sites/nowhere", "/sites/duanzhou/nothing", "/sites/duanzhou/dynamics/1",
            "//evil.example",
        ]
    )
    func missing(_ path: String) async throws {
        let house = try await CareHouse()
        try await house.visit { client async throws in
            #expect(try await client.look("/corrections/form?page=\(path)").status == .notFound)
            let sent = try await client.press("/corrections", ["page": path, "kind": "word", "words": "x"])
            #expect(sent.status == .notFound)
        }
    }

    @Test("without the token of the form nothing is taken, and nobody sends them by the dozen")
    func guarded() async throws {
        let house = try await CareHouse()
        let form = ["page": "/sites/duanzhou", "kind": "word", "words": "x"]
        try await house.visit { client async throws in
            #expect(try await client.execute(uri: "/corrections", method: .post).status == .forbidden)
            var answers: [HTTPResponse.Status] = []
            for _ in 0..<6 { answers.append(try await client.press("/corrections", form).status) }
            #expect(answers == Array(repeating: .seeOther, count: 5) + [.tooManyRequests])
            #expect(try await client.look("/corrections/AAAAAAAAAA").status == .notFound)
        }
    }

    @Test("from the page through the editors to the reader, and what is late counts")
    func wholeWay() async throws {
        let house = try await CareHouse()
        let document = try await house.house.publish(
            Samples.article("帐号管理办法"), in: try house.column("dynamics"))
        let path = "/sites/duanzhou/dynamics/\(document)"
        let receipt = try await house.visit { client async throws in
            #expect(try await client.look(path).text.contains("/corrections/form?page=%2Fsites%2Fduanzhou"))
            #expect(try await client.look("/corrections/form?page=\(path)").text.contains("帐号管理办法"))
            let wrong = try await client.press("/corrections", ["page": path, "passage": "<b>帐号"])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("&lt;b&gt;帐号"))
            let sent = try await client.press(
                "/corrections",
                [
                    "page": path, "kind": "word", "passage": "帐号",
                    "words": "</textarea><script>alert(1)</script>",
                ])
            let receipt = try #require(sent.headers[.location])
            #expect(try await client.look(receipt).text.contains("编辑会在 3 个工作日内核对并答复"))
            return receipt
        }
        #expect(try await house.messages(of: "editor") == ["有读者对《帐号管理办法》纠错（错别字、用语不当），请在 3 个工作日内答复。"])
        #expect(try await house.line("deduction.corrections").state == .sound)
        house.pass(days: 6)
        #expect(try await house.line("deduction.corrections").points == 2)
        try await answer(house)
        #expect(try await house.line("deduction.corrections").state == .sound)
        try await house.visit { client async throws in
            let page = try await client.look(receipt).text
            #expect(page.contains("已改正") && page.contains("谢谢指正"))
            #expect(!page.contains("<script>alert"))
        }
        #expect(try await house.entries("correction.received").count == 1)
        #expect(try await house.entries("correction.answered").count == 1)
        let now = house.now
        let figures = try await house.database.read {
            try CorrectionStore.figures(
                of: house.site.id, from: now.day.adding(days: -30), through: now.day,
                try InspectionRules.delivered(), at: now, in: $0)
        }
        #expect(figures == CorrectionFigures(received: 1, answered: 1, adopted: 1, late: 1))
    }

    private func answer(_ house: CareHouse) async throws {
        try await house.visit(as: "editor") { client async throws in
            let list = try await client.look("/desk/content/corrections").text
            #expect(list.contains("已超期"))
            let path = String(
                try #require(list.firstMatch(of: /\/desk\/content\/corrections\/[0-9]+/)).output)
            #expect(try await !client.look(path).text.contains("<script>alert"))
            let empty = try await client.press("\(path)/answer", ["outcome": "adopted"])
            #expect(empty.status == .unprocessableContent && empty.text.contains("请写明答复内容"))
            #expect(try await client.press("\(path)/answer", ["answer": "x"]).text.contains("请选择处理结果。"))
            let form = ["outcome": "adopted", "answer": "谢谢指正。"]
            #expect(try await client.press("\(path)/answer", form).status == .seeOther)
            #expect(try await client.press("\(path)/answer", form).status == .conflict)
            #expect(try await client.look("/desk/content/corrections?state=all").text.contains("超期答复"))
        }
    }

    @Test("who works in another column sees and answers nothing here")
    func otherColumn() async throws {
        let house = try await CareHouse()
        let news = try house.column("dynamics")
        try await house.house.publish(Samples.article("文"), in: news)
        try await house.visit { client async throws in
            _ = try await client.press(
                "/corrections", ["page": "/sites/duanzhou/dynamics", "kind": "other", "words": "栏目名不对"])
        }
        let id = try await house.database.read { tx in
            try tx.row("SELECT id FROM content_correction WHERE site_id = \(house.site.id)")?.id("id")
        }
        let path = CorrectionPath.desk(String(try #require(id)))
        try await house.house.sites.post(
            "editor", as: .editor, in: news.id, isGiven: false, by: .system, at: house.now)
        try await house.visit(as: "editor") { client async throws in
            #expect(try await client.look(path).status == .notFound)
            #expect(try await !client.look("/desk/content/corrections?state=all").text.contains("工作动态"))
            let answer = ["outcome": "adopted", "answer": "改了"]
            #expect(try await client.press("\(path)/answer", answer).status == .notFound)
        }
        try await house.visit(as: "reviewer") { client async throws in
            #expect(try await client.look(path).status == .ok)
            #expect(try await client.press("\(path)/answer", ["outcome": "adopted"]).status == .forbidden)
        }
    }
}
