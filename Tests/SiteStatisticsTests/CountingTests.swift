import Testing
import Web
import WorkingTime

@testable import SiteStatistics

@Suite("What is counted")
struct CountingTests {
    private let rules: CountingRules

    init() throws { rules = try CountingRules.delivered() }

    @Test(
        "robots are not counted, nor who gives no name",
        arguments: [
            nil, "", "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
            "Mozilla/5.0 (compatible; Googlebot/2.1)", "curl/8.1", "python-requests/2.32", "Wget/1.21",
            "Java/17",
        ])
    func robots(_ agent: String?) {
        let tally = Tally(rules)
        tally.add(Sample.visit(Sample.article, agent: agent))
        #expect(tally.take().isEmpty)
    }

    @Test(
        "the desk, personal pages, signing in and styles are not counted",
        arguments: [
            "/desk", "/desk/content/columns/*", "/my/cases/*", "/account/security", "/assets/*", "/sign-in",
            "-",
        ]
    )
    func leftOut(_ route: String) {
        let tally = Tally(rules)
        tally.add(Sample.visit(route, route: route))
        #expect(tally.take().isEmpty)
    }

    @Test("an address that names a case is counted without it, and no query is kept")
    func addresses() {
        let tally = Tally(rules)
        tally.add(Sample.visit("/documents/ABCD-1234?x=1", route: "/documents/*"))
        tally.add(Sample.visit("\(Sample.article)?from=441299199003071231", route: "/sites/*/*/*"))
        tally.add(Sample.visit("/", route: "/"))
        #expect(Set(tally.take().keys.map(\.path)) == ["/documents/*", Sample.article, "/"])
    }

    @Test("a search is a search only with words in it")
    func searches() {
        let tally = Tally(rules)
        for uri in ["/search", "/search?q=", "/search?q=%E8%8D%94", "/search?site=a&q=x"] {
            tally.add(Sample.visit(uri, route: "/search"))
        }
        let counts = tally.take().values.first
        #expect(counts?.visits == 4 && counts?.searches == 2)
    }

    @Test("strangers do not fill the memory: beyond the limit pages are counted together")
    func bounded() {
        let tally = Tally(rules, mostPages: 3)
        for number in 0..<10 { tally.add(Sample.visit("/sites/a/b/\(number)")) }
        let counts = tally.take()
        #expect(counts.count == 4)
        #expect(counts[Tally.Key(day: Sample.noon.day, path: Tally.others)]?.visits == 7)
    }

    @Test("how far was read is heard of pages whose address is kept, and of nothing else")
    func depths() {
        let tally = Tally(rules)
        for (depth, path) in [
            (0, Sample.article), (5, Sample.article), (4, "/my/cases/1"), (4, "/documents/x"),
        ] {
            tally.add(depth: depth, of: path, by: Sample.browser, at: Sample.noon)
        }
        #expect(tally.take().isEmpty)
        tally.add(depth: 4, of: Sample.article, by: "Googlebot", at: Sample.noon)
        #expect(tally.take().isEmpty)
        tally.add(depth: 4, of: Sample.article, by: Sample.browser, at: Sample.noon)
        #expect(tally.take().values.first?.depths == [0, 0, 0, 1])
    }

    @Test("a visit before and one after midnight belong to different days")
    func midnight() {
        let tally = Tally(rules)
        let late = Sample.noon.day.endOfDay
        tally.add(Sample.visit(Sample.article, at: late))
        tally.add(Sample.visit(Sample.article, at: late.adding(seconds: 1)))
        #expect(tally.take().keys.sorted().map(\.day.iso) == ["2026-11-27", "2026-11-28"])
    }
}
