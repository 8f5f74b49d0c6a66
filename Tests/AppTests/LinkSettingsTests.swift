import Testing

@testable import App

@Suite("Links to other sites")
struct LinkSettingsTests {
    @Test(
        "a proxy that is none is refused at start",
        arguments: ["proxy", "http://proxy:3128", "proxy:0", "proxy:99999", "proxy:3128/path", "a b:80"])
    func refused(_ value: String) {
        let error = #expect(throws: ConfigurationError.self) {
            try Configuration.resolve(options: [:], environment: ["MINBEN_LINK_PROXY": value], file: nil)
        }
        #expect(error?.mistakes == ["link_proxy 应为「主机:端口」，例如 proxy.example.gov.cn:3128"])
    }

    @Test("without a proxy nobody is asked; with one from the file the proxy is")
    func settings() throws {
        #expect(try Configuration.resolve(options: [:], environment: [:], file: nil).links.asker() == nil)
        let set = try Configuration.resolve(
            options: [:], environment: [:], file: "link_proxy: proxy.example.gov.cn:3128")
        #expect(set.links.asker() != nil)
    }

    @Test(
        "only what is surely gone counts as dead: many sites refuse programs",
        arguments: [(200, true), (301, true), (404, false), (410, false), (403, nil), (405, nil), (503, nil)]
            as [(UInt, Bool?)])
    func meaning(_ status: UInt, _ isThere: Bool?) {
        #expect(LinkAsking.meaning(of: status) == isThere)
    }

    @Test("a proxy that is not there tells nothing of a page")
    func silent() async {
        #expect(await LinkAsking(host: "127.0.0.1", port: 1).isThere("http://site.example/page") == nil)
    }

    @Test("pages in traditional Chinese follow Hong Kong unless Taiwan is set, and nothing else is taken")
    func traditional() throws {
        func usage(_ value: String?) throws -> String {
            let file = value.map { "traditional: \($0)" }
            let settings = try Configuration.resolve(options: [:], environment: [:], file: file)
            return String(describing: settings.traditional)
        }
        #expect(try usage(nil) == "hongKong")
        #expect(try usage("s2tw") == "taiwan")
        #expect(throws: ConfigurationError.self) { try usage("s2t") }
    }
}
