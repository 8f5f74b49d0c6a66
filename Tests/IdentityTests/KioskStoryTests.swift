import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Identity

@Suite("自助终端登录") struct KioskStoryTests {
    private func ask(_ kiosk: TestBrowser) async throws -> String {
        _ = try await kiosk.submit("/kiosk/sign-in", from: "/kiosk/sign-in", [:])
        let page = try await kiosk.get("/kiosk/sign-in/waiting").text
        return String(try #require(page.firstMatch(of: /code secret">([A-Z0-9]{4}-[A-Z0-9]{4})</)).1)
    }

    private func confirm(_ code: String, _ phone: TestBrowser) async throws -> TestResponse {
        let path = "/kiosk/confirmations/\(code)"
        return try await phone.submit(path, from: path, [:])
    }

    @Test("a machine that is not known is no kiosk")
    func unknown() async throws {
        let elsewhere = try await TestInstallation { $0.kiosks = ["192.0.2.7": "政务大厅一号终端"] }
        try await elsewhere.browse { client in
            let browser = TestBrowser(client)
            let (shown, asked) = (
                try await browser.get("/kiosk/sign-in"), try await browser.submit("/kiosk/sign-in", [:])
            )
            #expect(shown.status == .notFound && asked.status == .notFound)
        }
    }

    @Test("without a yes, with somebody else's code, after three minutes: no session")
    func refused() async throws {
        let installation = try await TestInstallation()
        try await installation.browse { client in
            let (kiosk, other, phone) = (TestBrowser(client), TestBrowser(client), TestBrowser(client))
            let code = try await ask(kiosk)
            #expect(try await kiosk.submit("/kiosk/session", [:]).status == .conflict)
            #expect(
                try await phone.get("/kiosk/confirmations/\(code)").location?.hasPrefix("/sign-in") == true)
            _ = try await phone.signIn("zhangwei")
            #expect(try await phone.get("/kiosk/confirmations/AAAA-AAAA").status == .conflict)
            _ = try await confirm(code, phone)
            other.setCookie("minben_kiosk", "\(SessionToken.random().text).\(code)")
            #expect(try await other.submit("/kiosk/session", [:]).status == .conflict)
            installation.clock.advance(seconds: 180)
            #expect(try await kiosk.submit("/kiosk/session", [:]).status == .conflict)
            #expect(kiosk.cookies["minben_session"] == nil)
        }
    }

    @Test("the telephone sees what it confirms; the kiosk gets ten minutes, once, and no rights that rise")
    func confirmed() async throws {
        let installation = try await TestInstallation()
        try await installation.browse { client in
            let (kiosk, phone) = (TestBrowser(client), TestBrowser(client))
            let code = try await ask(kiosk)
            _ = try await phone.signIn("zhangwei")
            let shown = try await phone.get("/kiosk/confirmations/\(code)").text
            #expect(shown.contains("政务大厅一号终端") && shown.contains(code) && shown.contains("张伟"))
            #expect(try await confirm(code, phone).text.contains("请回到政务大厅一号终端"))
            #expect(try await confirm(code, phone).status == .conflict)
            let held = try #require(kiosk.cookies["minben_kiosk"])
            #expect(try await kiosk.submit("/kiosk/session", [:]).location == "/")
            #expect(try await kiosk.get("/mine").text == "张伟")
            let again = TestBrowser(client)
            again.setCookie("minben_kiosk", held)
            #expect(try await again.submit("/kiosk/session", [:]).status == .conflict)
            #expect(try await kiosk.get("/account/passkeys/new").location?.contains("confirmation") == true)
            let rise = try await kiosk.submit(
                "/account/confirmation", from: "/account/confirmation", ["proof": TestInstallation.password])
            #expect(rise.status == .forbidden && rise.text.contains("自助终端上不能"))
            installation.clock.advance(seconds: 600)
            #expect(try await kiosk.get("/mine").status == .seeOther)
            #expect(try await phone.get("/mine").text == "张伟")
        }
        #expect(
            try await installation.actions().filter { $0.hasPrefix("kiosk") } == [
                "kiosk.asked", "kiosk.confirmed",
            ])
    }

    @Test("an officer's desk does not open in a public hall")
    func officers() async throws {
        try await TestInstallation(isDemo: true).browse { client in
            let (kiosk, phone) = (TestBrowser(client), TestBrowser(client))
            let code = try await ask(kiosk)
            _ = try await phone.signIn("officer-scjg")
            #expect(try await confirm(code, phone).status == .forbidden)
        }
    }
}
