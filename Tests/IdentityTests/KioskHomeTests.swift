import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Identity

@Suite("自助终端的首页和结束") struct KioskHomeTests {
    private func installation() async throws -> TestInstallation {
        try await TestInstallation {
            $0.kioskDoors = (1...8).map { KioskDoor("第 \($0) 项", "说明", "/door/\($0)") }
        }
    }

    @Test("a machine that is not known has neither")
    func unknown() async throws {
        let elsewhere = try await TestInstallation { $0.kiosks = ["192.0.2.7": "政务大厅一号终端"] }
        try await elsewhere.browse { client in
            let browser = TestBrowser(client)
            let (home, end) = (try await browser.get("/kiosk"), try await browser.get("/kiosk/end"))
            let ended = try await browser.submit("/kiosk/end", [:])
            #expect([home, end, ended].allSatisfy { $0.status == .notFound })
            #expect(browser.cookies["display"] == nil)
        }
    }

    @Test("it offers six things at most, and from then on every page has the way to the end")
    func home() async throws {
        try await installation().browse { client in
            let (kiosk, phone) = (TestBrowser(client), TestBrowser(client))
            #expect(try await kiosk.get("/sign-in").text.contains("kiosk-bar") == false)
            #expect(try await kiosk.get("/kiosk").location == "/kiosk?begun=1")
            let home = try await kiosk.get("/kiosk?begun=1").text
            #expect(home.contains("第 6 项") && !home.contains("第 7 项") && home.contains("at-kiosk"))
            #expect(try await kiosk.get("/sign-in").text.contains("kiosk-bar"))
            #expect(try await phone.get("/sign-in").text.contains("kiosk-bar") == false)
            _ = try await kiosk.get("/display/standard")
            #expect(try await kiosk.get("/sign-in").text.contains("kiosk-bar") == false)
        }
    }

    @Test("the end closes the session, and the browser is told to keep nothing")
    func end() async throws {
        let installation = try await installation()
        try await installation.browse { client in
            let (kiosk, phone) = (TestBrowser(client), TestBrowser(client))
            _ = try await kiosk.get("/kiosk")
            _ = try await kiosk.submit("/kiosk/sign-in", from: "/kiosk/sign-in", [:])
            let waiting = try await kiosk.get("/kiosk/sign-in/waiting").text
            let code = try #require(waiting.firstMatch(of: /code secret">([A-Z0-9]{4}-[A-Z0-9]{4})</)).1
            _ = try await phone.signIn("zhangwei")
            let confirmation = "/kiosk/confirmations/\(code)"
            _ = try await phone.submit(confirmation, from: confirmation, [:])
            #expect(try await kiosk.submit("/kiosk/session", [:]).location == "/kiosk")
            #expect(try await kiosk.get("/kiosk").text.contains("张伟，您要办什么？"))
            let session = try #require(kiosk.cookies["minben_session"])
            #expect(try await kiosk.get("/kiosk/end?now=1").text.contains("data-now"))
            let ended = try await kiosk.submit("/kiosk/end", from: "/kiosk/end", [:])
            #expect(ended.location == "/kiosk")
            let cleared = HTTPField.Name("Clear-Site-Data").flatMap { ended.headers[$0] }
            #expect(cleared == "\"cache\", \"storage\"")
            #expect(kiosk.cookies["minben_session"] == nil && kiosk.cookies["display"] == "kiosk")
            kiosk.setCookie("minben_session", session)
            #expect(try await kiosk.get("/mine").status == .seeOther)
            #expect(try await phone.get("/mine").text == "张伟")
        }
        #expect(try await installation.actions().last == "session.closed")
    }
}
