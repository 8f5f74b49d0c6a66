import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Identity

@Suite("登录页") struct SignInPageTests {
    @Test(
        "a way on to another site is not followed",
        arguments: [
            "https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)",
            "/\t/evil.example", "evil.example", "",
        ])
    func openRedirect(next: String) async throws {
        try await TestInstallation().browse { client in
            let response = try await TestBrowser(client).submit(
                "/sign-in",
                ["account": "zhangwei", "password": TestInstallation.password, "next": next])
            #expect(response.status == .seeOther)
            #expect(response.location == "/")
        }
    }

    @Test("a wrong password keeps the name, never the password, and does not say which was wrong")
    func wrong() async throws {
        try await TestInstallation().browse { client in
            let browser = TestBrowser(client)
            let known = try await browser.signIn("zhangwei", "wrong-password")
            let unknown = try await browser.signIn("nobody", "wrong-password")
            #expect(known.status == .unprocessableContent && unknown.status == .unprocessableContent)
            #expect(known.text.contains("账号、密码或动态口令不正确"))
            #expect(known.text.contains("value=\"zhangwei\""))
            #expect(!known.text.contains("wrong-password"))
            #expect(browser.cookies["minben_session"] == nil)
        }
    }

    @Test("empty fields are named one by one")
    func empty() async throws {
        try await TestInstallation().browse { client in
            let response = try await TestBrowser(client).submit("/sign-in", ["account": "", "password": ""])
            #expect(response.status == .unprocessableContent)
            #expect(response.text.contains("有 2 处需要更正"))
            #expect(response.text.contains("href=\"#f-password\""))
        }
    }

    @Test("a form that is not ours signs nobody in")
    func forged() async throws {
        try await TestInstallation().browse { client in
            let response = try await TestBrowser(client).submit(
                "/sign-in",
                ["account": "zhangwei", "password": TestInstallation.password, "_csrf": "forged"])
            #expect(response.status == .forbidden)
            #expect(response.headers[values: .setCookie].allSatisfy { !$0.hasPrefix("minben_session") })
        }
    }

    @Test("a locked name is told until when, with Retry-After")
    func locked() async throws {
        try await TestInstallation().browse { client in
            let browser = TestBrowser(client)
            for _ in 1...5 { _ = try await browser.signIn("zhangwei", "wrong") }
            let response = try await browser.signIn("zhangwei")
            #expect(response.status == .tooManyRequests)
            #expect(response.headers[.retryAfter] == "900")
            #expect(response.text.contains("已暂停登录"))
        }
    }

    @Test("somebody who wanted a page is signed in and lands there")
    func next() async throws {
        try await TestInstallation(isDemo: true).browse { client in
            let browser = TestBrowser(client)
            let asked = try await browser.get("/mine?tab=2")
            #expect(asked.status == .seeOther)
            let page = try #require(asked.location)
            #expect(page.hasPrefix("/sign-in?next="))
            let next = try await browser.get(page).text.firstMatch(of: /name="next" value="([^"]*)"/)
            let response = try await browser.submit(
                "/sign-in",
                [
                    "account": "zhangwei", "password": TestInstallation.password,
                    "next": next.map { String($0.1) } ?? "",
                ])
            #expect(response.location == "/mine?tab=2")
            #expect(try await browser.get("/mine").text == "张伟")
        }
    }

    @Test("staff land on their desk, and the sign-in page sends them there again")
    func desk() async throws {
        try await TestInstallation(isDemo: true).browse { client in
            let browser = TestBrowser(client)
            let response = try await browser.signIn("officer-scjg")
            #expect(response.location == "/desk")
            #expect(try await browser.get("/sign-in").location == "/desk")
            #expect(try await browser.get("/desk").text == "scjg")
        }
    }

    @Test("the demo accounts are shown in a demonstration and nowhere else", arguments: [true, false])
    func demoBox(isDemo: Bool) async throws {
        try await TestInstallation(isDemo: isDemo).browse { client in
            let page = try await TestBrowser(client).get("/sign-in").text
            #expect(page.contains("officer-scjg") == isDemo)
            #expect(page.contains(TestInstallation.password) == isDemo)
            #expect(page.contains("市场监督管理局经办人员") == isDemo)
        }
    }
}
