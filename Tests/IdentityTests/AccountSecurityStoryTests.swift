import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Storage
import Testing
import WorkingTime

@testable import Identity

@Suite("账号与安全") struct AccountSecurityStoryTests {
    private let good = "雨停了就去七星岩走走吧"

    private func change(
        _ browser: TestBrowser, to new: String, again: String? = nil,
        current: String = TestInstallation.password, also: [String: String] = [:]
    ) async throws -> TestResponse {
        let fields = ["current": current, "new": new, "again": again ?? new]
        return try await browser.submit(
            "/account/password", from: "/account/password", fields.merging(also) { old, _ in old })
    }

    @Test("a wrong current password, two different new ones, a common one, an old one: the form says which")
    func refusals() async throws {
        let installation = try await TestInstallation()
        try await installation.browse { client in
            let browser = TestBrowser(client)
            _ = try await browser.signIn("zhangwei")
            let wrong = try await change(browser, to: good, current: "wrong")
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("当前密码不正确"))
            #expect(try await change(browser, to: good, again: good + "x").text.contains("两次填写的新密码不一样"))
            #expect(try await change(browser, to: "zhaoqing2026").text.contains("太容易被猜到"))
            #expect(try await change(browser, to: good).location == "/account/security")
            #expect(try await change(browser, to: good, current: good).text.contains("最近 5 次用过"))
        }
        #expect(try await installation.actions().contains("proof.refused"))
        #expect(try await !installation.journalText().contains(good))
    }

    @Test("the last five passwords do not come back; the sixth may")
    func reuse() async throws {
        try await TestInstallation().browse { client in
            let browser = TestBrowser(client)
            _ = try await browser.signIn("zhangwei")
            var current = TestInstallation.password
            let all = (1...6).map { "\(good)之\($0)" }
            for new in all {
                #expect(try await change(browser, to: new, current: current).status == .seeOther)
                current = new
            }
            #expect(try await change(browser, to: all[1], current: current).status == .unprocessableContent)
            #expect(try await change(browser, to: all[0], current: current).status == .seeOther)
        }
    }

    @Test("changing the password ends all other sessions and puts this one under a new token")
    func endsOthers() async throws {
        let installation = try await TestInstallation()
        try await installation.browse { client in
            let (here, there) = (TestBrowser(client), TestBrowser(client))
            _ = try await here.signIn("zhangwei")
            _ = try await there.signIn("zhangwei")
            let old = here.cookies["minben_session"]
            _ = try await change(here, to: good)
            #expect(here.cookies["minben_session"] != old)
            #expect(try await here.get("/mine").text == "张伟")
            #expect(try await there.get("/mine").status == .seeOther)
            let thief = TestBrowser(client)
            thief.setCookie("minben_session", old ?? "")
            #expect(try await thief.get("/mine").status == .seeOther)
        }
        #expect(installation.told.all.contains { $0.contains("您的密码已修改") })
    }

    @Test("fields that the form does not have change nothing")
    func massAssignment() async throws {
        let installation = try await TestInstallation()
        try await installation.browse { client in
            let browser = TestBrowser(client)
            _ = try await browser.signIn("zhangwei")
            let extra = [
                "account": "secadmin", "account_id": "1", "posts": "sysadmin", "role": "sysadmin",
                "is_staff": "1", "person_id": "7", "totp_secret": "AAAA",
            ]
            #expect(try await change(browser, to: good, also: extra).status == .seeOther)
            #expect(try await browser.get("/desk").status == .forbidden)
        }
        _ = try await installation.signIn.open(installation.attempt("chenjing"))
    }
}
