import Cases
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Content

@Suite("Old addresses")
struct RedirectTests {
    @Test(
        "no old address leads out of the house, into its rooms, or round in circles",
        arguments: [
            ("/old", "https://evil.example/"), ("/old", "//evil.example"), ("/old", "/\\evil.example"),
            ("/old", "/%5Cevil.example"), ("/old", "/%2F/evil.example"), ("/old", "javascript:alert(1)"),
            ("/old", "https://www.example.gov.cn.evil.example/"),
            ("/old", "https://www.example.gov.cn@evil.example/"),
            ("/old", "/a\r\nSet-Cookie: x=1"), ("/old", "/../etc"), ("/old", "/desk/accounts"),
            ("/old", "/old"),
            ("/old/", "/old"), ("/old", ""), ("/%6Fld", "/old"), ("/old", "/DESK"),
        ])
    func refusedTargets(_ source: String, _ target: String) {
        do {
            _ = try RedirectDraft(source: source, target: target, origin: "https://www.example.gov.cn")
            Issue.record("\(source) → \(target)")
        } catch DomainError.invalid(let errors) { #expect(errors.map(\.field) == ["target"]) } catch {
            Issue.record(error)
        }
    }

    @Test(
        "what is no old address is refused",
        arguments: ["", "/", "old", "/desk", "/api/v1/cases", "/my?x=1", "https://old.example"])
    func refusedSources(_ source: String) {
        #expect(throws: DomainError.self) {
            try RedirectDraft(source: source, target: "/sites/duanzhou", origin: "https://www.example.gov.cn")
        }
    }

    @Test(
        "a chain is refused from either end, and so are an address that is taken and a document that is not out"
    )
    func chains() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let document = try await house.publish(Samples.article("新家"), in: column)
        let path = "/sites/duanzhou/dynamics/\(document)"
        try await house.visit(as: "publisher") { client async throws in
            func make(_ source: String, _ target: String) async throws -> TestResponse {
                try await client.press("/desk/redirects", ["source": source, "target": target])
            }
            #expect(try await make("/a", path).status == .seeOther)
            for (source, target, words) in [
                ("/a", "/services", "已经有去处"), ("/b", "/a/", "本身也是旧网址"), (path, "/services", "连环跳转"),
                ("/c", "/sites/duanzhou/dynamics/42", "还没有公开"),
            ] {
                let answer = try await make(source, target)
                #expect(answer.status == .unprocessableContent && answer.text.contains(words), "\(source)")
            }
        }
        try await house.visit(as: "editor") { client async throws in
            #expect(try await client.look("/desk/redirects").status == .forbidden)
        }
    }

    @Test("an old address leads on for good, with its query or without; a page that is there is never hidden")
    func leadsOn() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let old = try await house.publish(Samples.article("旧文"), in: column)
        let new = try await house.publish(Samples.article("新文"), in: column)
        let (was, path) = ("/sites/duanzhou/dynamics/\(old)", "/sites/duanzhou/dynamics/\(new)")
        try await house.visit(as: "publisher") { client async throws in
            for source in ["http://old.example/zwgk/要闻.html", "/show.jsp?id=7", was] {
                #expect(
                    try await client.press(
                        "/desk/redirects", ["source": source, "target": "https://www.example.gov.cn\(path)"]
                    ).status == .seeOther)
            }
        }
        try await house.visit { client async throws in
            for address in [
                "/zwgk/%E8%A6%81%E9%97%BB.html", "/zwgk/%E8%A6%81%E9%97%BB.html?from=wx", "/show.jsp?id=7",
            ] {
                let answer = try await client.look(address)
                #expect(answer.status == .movedPermanently && answer.headers[.location] == path, "\(address)")
            }
            #expect(try await client.look("/show.jsp?id=8").status == .notFound)
            #expect(try await client.press("/show.jsp?id=7").status == .notFound)
            #expect(try await client.look(was).status == .ok)
        }
        try await house.editions.takeOff(
            old, reason: "并入新文", by: house.seat("publisher"), at: house.clock.now)
        try await house.visit { client async throws in
            #expect(try await client.look(was).headers[.location] == path)
        }
        try await house.visit(as: "publisher") { client async throws in
            let page = try await client.look("/desk/redirects").text
            let removal = try #require(page.firstMatch(of: /action="(\/desk\/redirects\/[0-9]+\/removal)"/))
                .output.1
            #expect(try await client.press(String(removal)).status == .seeOther)
            #expect(try await client.press(String(removal)).status == .notFound)
            #expect(try await client.look(was).status == .notFound)
        }
    }
}
