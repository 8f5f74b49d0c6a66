import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Performance

extension TestClientProtocol {
    /// A form with one file, sent as a browser does.
    func send(
        _ path: String, _ fields: [String: String], file: String?, _ bytes: String = "%PDF-1.4\n1 0 obj\n"
    ) async throws
        -> TestResponse
    {
        let shown = try await look("/no-such-page")
        let token = shown.text.firstMatch(of: /name="_csrf" value="([^"]+)"/)?.output.1 ?? ""
        let head = "--x\r\nContent-Disposition: form-data; name="
        var body = "\(head)\"_csrf\"\r\n\r\n\(token)\r\n"
        for (name, value) in fields { body += "\(head)\"\(name)\"\r\n\r\n\(value)\r\n" }
        if let file {
            body += "\(head)\"file1\"; filename=\"\(file)\"\r\n\r\n\(bytes)\r\n"
        }
        var headers: HTTPFields = [.contentType: "multipart/form-data; boundary=x"]
        headers[.cookie] = shown.headers[.setCookie]?.split(separator: ";").first.map(String.init)
        return try await execute(
            uri: path, method: .post, headers: headers, body: ByteBuffer(string: body + "--x--\r\n"))
    }
}

@Suite("Self-reports, from the organ to the frozen score")
struct ReportingTests {
    private let november = PerformancePath.report("2026-11", "scjg", "reform")
    private let said = ["amount": "3", "words": "三项举措：一窗、一表、一次。"]

    @Test("seen by whom it concerns; stated by the organ with proof that is what it says")
    func stated() async throws {
        let house = try await PerformanceHouse()
        try await house.visit(as: "officer-zjj") { client async throws in
            #expect(try await client.look(november).status == .notFound)
            #expect(try await client.send(november, said, file: "总结.pdf").status == .notFound)
        }
        try await house.visit(as: "leader") { client async throws in
            #expect(try await client.send(november, said, file: "总结.pdf").status == .forbidden)
        }
        try await house.visit(as: "head-scjg") { client async throws in
            #expect(try await client.look(PerformancePath.reports).text.contains("现在要填报的"))
            #expect(
                try await client.look(PerformancePath.report("2026-11", "scjg", "law")).status == .notFound)
            let program = try await client.send(november, said, file: "总结.pdf", "MZ\u{0}\u{1}")
            #expect(program.status == .unprocessableContent)
            let bare = try await client.send(november, said, file: nil)
            #expect(bare.status == .unprocessableContent && bare.text.contains("请附上佐证文件。"))
            #expect(bare.text.contains("一窗、一表、一次"))
            #expect(try await client.send(november, said, file: "总结.pdf").status == .seeOther)
            #expect(try await client.look(november).text.contains("等待审核"))
            let last = PerformancePath.report("2026-10", "scjg", "reform")
            #expect(try await client.send(last, said, file: "总结.pdf").status == .conflict)
        }
        let report = try #require(try await house.report("2026-11", "scjg"))
        let file = try #require(report.course.first?.files.first)
        try await house.visit(as: "supervisor") { client async throws in
            let sent = try await client.look("\(november)/files/\(file.file)")
            #expect(sent.status == .ok && sent.text.hasPrefix("%PDF"))
            #expect(try await client.look("\(november)/files/1").status == .notFound)
        }
        try await house.visit(as: "officer-zjj") { client async throws in
            #expect(try await client.look("\(november)/files/\(file.file)").status == .notFound)
            #expect(!(try await client.look("\(PerformancePath.reports)?state=").text.contains("市场监督管理局")))
        }
    }

    @Test("a supervisor who holds a post in the organ does not review it")
    func impartial() async throws {
        let house = try await PerformanceHouse()
        try await house.visit(as: "head-scjg") { client async throws in
            #expect(try await client.send(november, said, file: "总结.pdf").status == .seeOther)
        }
        let supervisor = try await house.account("supervisor").id
        try await house.give(supervisor, "officer", in: "scjg")
        try await house.visit(as: "supervisor") { client async throws in
            #expect(try await client.look(november).text.contains("不能由您审核"))
            #expect(
                try await client.press("\(november)/review", "outcome=accept&seen=1").status == .forbidden)
        }
        try await house.visit(as: "head-scjg") { client async throws in
            #expect(
                try await client.press("\(november)/review", "outcome=accept&seen=1").status == .forbidden)
        }
    }

    @Test("reviewed by another: what is accepted goes into the score, and is frozen with the period")
    func reviewed() async throws {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-11-10"), isLate: true)
        try await house.assessing.refresh(at: noon)
        let before = try #require(try await house.assessment("2026-11").score("scjg").hundredths)
        try await house.visit(as: "head-scjg") { client async throws in
            #expect(try await client.send(november, said, file: "总结.pdf").status == .seeOther)
        }
        #expect(try await house.assessment("2026-11").score("scjg").hundredths == before)
        try await house.visit(as: "supervisor") { client async throws in
            let review = "\(november)/review"
            #expect(try await client.press(review, "seen=1").status == .unprocessableContent)
            #expect(
                try await client.press(review, "outcome=change&amount=2&seen=1").status
                    == .unprocessableContent)
            #expect(
                try await client.press(review, "outcome=change&amount=2&reason=一项重复&seen=1").status
                    == .seeOther)
            #expect(try await client.press(review, "outcome=accept&seen=2").status == .conflict)
        }
        let after = try await house.assessment("2026-11")
        #expect(after.reported == ["scjg": ["reform": 200]])
        #expect(after.score("scjg").lines.first { $0.indicator.key == "reform" }?.points == 80)
        #expect(after.score("scjg").hundredths != before)
        let later = day("2026-12-08")
        try await house.freeze("2026-11", at: later)
        _ = try await house.database.write { tx in
            try tx.execute("UPDATE performance_report SET accepted = 900 /* all */")
        }
        let frozen = try await house.assessment("2026-11")
        #expect(frozen.reported == after.reported)
        let scores = try await house.database.read { try PeriodStore.scores(frozen.period, in: $0) }
        #expect(scores["scjg"] == frozen.score("scjg").hundredths)
    }

    @Test(
        "what nobody has reviewed at freezing counts nothing, the sheet says so, and it cannot be reviewed any more"
    )
    func unreviewed() async throws {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-11-10"))
        try await house.visit(as: "head-scjg") { client async throws in
            #expect(try await client.send(november, said, file: "总结.pdf").status == .seeOther)
        }
        let later = day("2026-12-08")
        try await house.freeze("2026-11", at: later)
        #expect(try await house.assessment("2026-11").reported.isEmpty)
        try await house.visit(as: "supervisor", at: later) { client async throws in
            let sheet = try await client.look(PerformancePath.sheet("2026-11", "scjg")).text
            #expect(sheet.contains("核定时没有审核，不计"))
            #expect(try await client.look(november).text.contains("没有计入"))
            #expect(try await client.press("\(november)/review", "outcome=accept&seen=1").status == .conflict)
        }
        try await house.visit(as: "head-scjg", at: later) { client async throws in
            #expect(try await client.send(november, said, file: "总结.pdf").status == .conflict)
        }
    }
}
