import Storage
import Testing
import WorkingTime

@testable import Content

@Suite("Links and words of what is out")
struct CheckTests {
    private static func check() throws -> DocumentCheck {
        DocumentCheck(origin: "https://www.example.gov.cn", leaks: try LeakCheck.delivered())
    }

    @Test("links are found wherever they stand in a text, and addresses that are no pages are left alone")
    func links() {
        let body = """
            ## [标题](/a)
            见[一](/b)和**粗**[二](https://elsewhere.example/x)
            - [三](/c?x=1#y)
            > [四](/d)
            | [五](/e) | [六](mailto:a@example.gov.cn) |
            [七](tel:0758-2222222) [八](//evil.example)
            """
        #expect(
            DocumentCheck.links(of: Samples.article("标题", body: body))
                == ["/a", "/b", "https://elsewhere.example/x", "/c?x=1#y", "/d", "/e"])
    }

    @Test(
        "a whole address of our own is a path, one that only begins like it is not",
        arguments: [
            ("https://www.example.gov.cn/sites/a?x=1", "/sites/a"), ("/sites/a#b", "/sites/a"),
            ("https://www.example.gov.cn", "/"), ("https://www.example.gov.cn.evil.example/x", nil),
            ("http://elsewhere.example/", nil),
        ])
    func paths(_ address: String, _ path: String?) throws {
        #expect(try Self.check().path(of: address) == path)
    }

    @Test(
        "a dead link is a fault, one that nobody asked is only told of, a wrong word comes with the right one"
    )
    func flaws() throws {
        let text = Samples.article("帐号", body: "[一](/a) [二](/b) [三](https://elsewhere.example/)")
        let flaws = try Self.check().flaws(in: text, ["/a": .alive, "/b": .dead("没有")])
        #expect(
            flaws == [
                Flaw(kind: .deadLink, detail: "/b", hint: "没有"),
                Flaw(kind: .uncheckedLink, detail: "https://elsewhere.example/", hint: "没有自动检查，请人工点开看一看"),
                Flaw(kind: .wrongWord, detail: "「帐号」", hint: "建议改为「账号」"),
            ])
    }

    @Test("a link dies when its page is taken off, and the fault goes when the text is mended")
    func life() async throws {
        let house = try await CareHouse()
        let news = try house.column("dynamics")
        let target = try await house.house.publish(Samples.article("目标"), in: news)
        let path = "/sites/duanzhou/dynamics/\(target)"
        house.outside.know("/no-such-page", false)
        let document = try await house.house.publish(
            Samples.article("来源", body: "[一](\(path)) [二](/no-such-page) [三](/unknown) [四](/services)"),
            in: news)
        try await house.run("content.check")
        let first = try await house.line("deduction.links")
        #expect(first.evidence.map(\.words) == ["《来源》：/no-such-page，没有这个页面，请改正链接"])
        #expect(first.evidence[0].path == "/sites/duanzhou/dynamics/\(document)")
        try await house.house.editions.takeOff(
            target, reason: "误发", by: house.house.seat("publisher"), at: house.now)
        // Nothing changed in the text itself: the next walk sees it.
        house.house.clock.now = house.now.adding(seconds: CheckRound.restSeconds)
        try await house.run("content.check")
        #expect(try await house.line("deduction.links").points == 2)
        try await house.house.publish(Samples.article("来源", body: "没有链接了"), in: news, of: document)
        try await house.run("content.check")
        #expect(try await house.line("deduction.links").state == .sound)
    }

    @Test("what was taken off no longer counts, even before the next walk")
    func takenOff() async throws {
        let house = try await CareHouse()
        let document = try await house.house.publish(
            Samples.article("帐号"), in: try house.column("dynamics"))
        try await house.run("content.check")
        #expect(try await house.line("deduction.words").points == 1)
        try await house.house.editions.takeOff(
            document, reason: "误发", by: house.house.seat("publisher"), at: house.now)
        #expect(try await house.line("deduction.words").points == 0)
    }

    @Test("a walk goes on where it stood, and looks at everything once")
    func walk() async throws {
        let house = try await CareHouse()
        let news = try house.column("dynamics")
        for number in 0..<4 { try await house.house.publish(Samples.article("帐号\(number)"), in: news) }
        try await house.run("content.check")
        try await house.run("content.check")
        let place = try await house.database.read {
            try $0.row("SELECT * FROM content_check WHERE name = 'links'")
        }
        #expect(try place?.optionalInstant("ended_at") != nil)
        #expect(try await house.line("deduction.words").points == 4)
    }
}
