import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Modules
import Storage
import Testing
import WorkingTime

@testable import Identity

@Suite("会话与 Cookie") struct SessionCookieTests {
    @Test(
        "a forged cookie is nobody's",
        arguments: ["x", String(repeating: "A", count: 43), "' OR 1=1 --", "deleted"])
    func forged(value: String) async throws {
        try await TestInstallation().browse { client in
            let browser = TestBrowser(client)
            browser.setCookie("minben_session", value)
            let response = try await browser.get("/mine")
            #expect(response.status == .seeOther)
        }
    }

    @Test("the hash in the database is no key: whoever reads the table cannot sign in with it")
    func stolenHash() async throws {
        let installation = try await TestInstallation()
        let opened = try await installation.signIn.open(installation.attempt("zhangwei"))
        try await installation.browse { client in
            let browser = TestBrowser(client)
            browser.setCookie("minben_session", String(opened.token.hash.prefix(43)))
            let response = try await browser.get("/mine")
            #expect(response.status == .seeOther)
        }
    }

    @Test("two people in two browsers each see their own")
    func twoPeople() async throws {
        try await TestInstallation().browse { client in
            let (zhang, chen) = (TestBrowser(client), TestBrowser(client))
            _ = try await zhang.signIn("zhangwei")
            _ = try await chen.signIn("chenjing")
            #expect(try await zhang.get("/mine").text == "张伟")
            #expect(try await chen.get("/mine").text == "陈静")
        }
    }

    @Test("a session that nobody uses dies; one in use lives on")
    func idle() async throws {
        let installation = try await TestInstallation()
        try await installation.browse { client in
            let browser = TestBrowser(client)
            _ = try await browser.signIn("zhangwei")
            for _ in 1...3 {
                installation.clock.advance(minutes: 119)
                #expect(try await browser.get("/mine").status == .ok)
            }
            installation.clock.advance(minutes: 120)
            #expect(try await browser.get("/mine").status == .seeOther)
        }
    }

    @Test("signing out ends the session for good, even for who kept the cookie")
    func signOut() async throws {
        try await TestInstallation().browse { client in
            let browser = TestBrowser(client)
            _ = try await browser.signIn("zhangwei")
            let token = try #require(browser.cookies["minben_session"])
            let response = try await browser.submit("/sign-out", from: "/display-of-nothing", [:])
            #expect(response.status == .seeOther && response.location == "/")
            #expect(browser.cookies["minben_session"] == nil)
            browser.setCookie("minben_session", token)
            #expect(try await browser.get("/mine").status == .seeOther)
        }
    }

    @Test("a disabled account is out at once")
    func disabled() async throws {
        let installation = try await TestInstallation()
        try await installation.browse { client in
            let browser = TestBrowser(client)
            _ = try await browser.signIn("zhangwei")
            _ = try await installation.database.write { transaction in
                try transaction.execute("UPDATE account SET disabled = 1 WHERE name = 'zhangwei'")
            }
            #expect(try await browser.get("/mine").status == .seeOther)
        }
    }

    @Test(
        "the cookie is closed to scripts and to other sites, and bound to the host over https",
        arguments: [(false, "minben_session"), (true, "__Host-minben_session")])
    func attributes(isHTTPS: Bool, name: String) async throws {
        try await TestInstallation(isHTTPS: isHTTPS).browse { client in
            let browser = TestBrowser(client)
            _ = try await browser.signIn("zhangwei")
            let attributes = try #require(browser.cookieAttributes[name])
            #expect(attributes.contains("HttpOnly") && attributes.contains("SameSite=Lax"))
            #expect(attributes.contains("Path=/") && !attributes.contains("Domain"))
            #expect(attributes.contains("Secure") == isHTTPS)
        }
    }

    @Test("ended sessions are cleared out of the table")
    func purge() async throws {
        let installation = try await TestInstallation()
        _ = try await installation.signIn.open(installation.attempt("zhangwei"))
        installation.clock.advance(minutes: 12 * 60)
        let job = try #require(try installation.identity.module().jobs.first)
        try await job.run(installation.clock.now)
        let count = try await installation.database.read {
            try $0.count("SELECT count(*) FROM session /* all */")
        }
        #expect(count == 0)
    }
}
