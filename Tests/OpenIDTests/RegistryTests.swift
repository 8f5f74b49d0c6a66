import HTTPTypes
import HummingbirdTesting
import Refusals
import Storage
import Testing
import WorkingTime

@testable import OpenID

@Suite("接入系统的登记")
struct RegistryTests {
    @Test(
        "地址要完整、不含通配符，也不指向别处",
        arguments: [
            "http://parking.example/callback", "https://*.example/", "https://parking.example/#x",
            "https://user@parking.example/", "parking.example", "javascript:alert(1)", "https:///x",
            "https://parking.example/\u{7f}", "cn.gov.duanzhou:/callback", "data:text/html,x",
        ])
    func badAddresses(_ uri: String) {
        var terms = ClientTerms.parking
        terms.redirectURIs = [uri]
        #expect(throws: DomainError.self) { try terms.check() }
    }

    @Test("不能保管密钥的系统必须征得本人同意，每一处错误一次说清")
    func everyMistake() throws {
        var terms = ClientTerms.app
        terms.isFirstParty = true
        terms.name = ""
        terms.scopes = [.profile]
        let error = #expect(throws: DomainError.self) { try terms.check() }
        guard case .invalid(let fields)? = error else {
            Issue.record("not refused as a form")
            return
        }
        #expect(Set(fields.map(\.field)) == ["name", "scopes", "extras"])
    }

    @Test("谁提出谁就不能审定；安全管理员不能提出，系统管理员不能审定")
    func fourEyes() async throws {
        let house = try await OpenIDHouse()
        let (asker, decider, now) = (
            try await house.actor("sysadmin"), try await house.actor("secadmin"), house.clock.now
        )
        await #expect(throws: DomainError.forbidden("接入系统由系统管理员提出。")) {
            try await house.clients.ask(.register, .parking, for: nil, reason: "x", by: decider, at: now)
        }
        try await house.clients.ask(.register, .parking, for: nil, reason: "端数〔2026〕3号", by: asker, at: now)
        let open = try #require(try await house.clients.all(after: nil).open.first)
        await #expect(throws: DomainError.forbidden("接入系统由安全管理员审定。")) {
            try await house.clients.settle(open.id, by: asker, at: now) {
                try $0.approve(remark: "", by: asker, at: now)
            }
        }
        #expect(try await house.clients.all(after: nil).clients.items.isEmpty)
    }

    @Test("从提出、审定、生成密钥到变更和停用，密钥只显示一次，旧密钥还能用一天")
    func wholeLife() async throws {
        let house = try await OpenIDHouse()
        try await house.browse { client in
            let (sysadmin, secadmin) = (Visitor(client), Visitor(client))
            try await sysadmin.signIn("sysadmin")
            try await secadmin.signIn("secadmin")
            let form = try await sysadmin.go(OpenIDPath.newClient)
            let empty = try await sysadmin.submit(OpenIDPath.clients, from: form, [("kind", "confidential")])
            #expect(empty.status == .unprocessableContent)
            let sent = try await sysadmin.submit(OpenIDPath.clients, from: form, Self.entry)
            #expect(sent.status == .seeOther)
            let list = try await secadmin.go(OpenIDPath.clients)
            let path = try #require(list.text.firstMatch(of: /action="([^"]+\/approval)"/)).1
            #expect(try await secadmin.submit(String(path), from: list, []).status == .seeOther)
            // Twice is once.
            #expect(try await secadmin.submit(String(path), from: list, []).status == .conflict)
            let shown = try await sysadmin.go(OpenIDPath.clients)
            let program = try #require(shown.text.firstMatch(of: /href="([^"]+\/registered\/\d+)"/)).1
            let page = try await sysadmin.go(String(program))
            let made = try await sysadmin.submit("\(program)/secret", from: page, [])
            let first = try #require(made.text.firstMatch(of: /id="client-secret">([^<]+)</)).1
            #expect(try await !sysadmin.go(String(program)).text.contains(first))
            let again = try await sysadmin.submit("\(program)/secret", from: page, [])
            let second = try #require(again.text.firstMatch(of: /id="client-secret">([^<]+)</)).1
            let id = try #require(Int64(program.split(separator: "/").last ?? ""))
            let now = house.clock.now
            let kept = try await house.clients.client(id).client
            #expect(kept.accepts(String(first), at: now) && kept.accepts(String(second), at: now))
            #expect(!kept.accepts(String(first), at: now.adding(seconds: OpenIDSettings.formerSecretSeconds)))
            #expect(try await secadmin.submit("\(program)/secret", from: list, []).status == .forbidden)
        }
        #expect(try await house.entries("client.secret-renewed").count == 2)
    }

    @Test("停用以后，已发的令牌立即失效")
    func closed() async throws {
        let house = try await OpenIDHouse()
        let program = try await house.register()
        try await house.browse { client in
            let visitor = Visitor(client)
            try await visitor.signIn()
            let answer = try await program.redeem(visitor.code(for: program), with: client)
            let (asker, decider) = (try await house.actor("sysadmin"), try await house.actor("secadmin"))
            let now = house.clock.now
            try await house.clients.ask(.close, nil, for: program.id, reason: "停用", by: asker, at: now)
            let open = try #require(try await house.clients.all(after: nil).open.last)
            _ = try await house.clients.settle(open.id, by: decider, at: now) {
                try $0.approve(remark: "", by: decider, at: now)
            }
            #expect(try await visitor.go(OpenIDPath.userInfo, bearer: answer.access).status == .unauthorized)
            #expect(try await program.refresh(answer.refresh, with: client).error == "invalid_client")
        }
    }

    @Test("安全管理员更换签名密钥，系统管理员不能")
    func keyRotation() async throws {
        let house = try await OpenIDHouse()
        try await house.browse { client in
            let (sysadmin, secadmin) = (Visitor(client), Visitor(client))
            try await sysadmin.signIn("sysadmin")
            try await secadmin.signIn("secadmin")
            let page = try await secadmin.go(OpenIDPath.clients)
            #expect(
                try await sysadmin.submit(OpenIDPath.keyRotation, from: sysadmin.go(OpenIDPath.clients), [])
                    .status == .forbidden)
            #expect(try await secadmin.submit(OpenIDPath.keyRotation, from: page, []).status == .seeOther)
            #expect(try await secadmin.go(OpenIDPath.clients).text.contains("已换下，仍公布"))
        }
        #expect(try await house.entries("openid.keys-rotated").count == 1)
    }

    private static let entry: [(name: String, value: String)] = [
        ("name", "智慧停车"), ("organ", "zjj"), ("kind", "confidential"),
        ("redirect_uris", "https://parking.example/callback"), ("logout_uris", ""), ("back_channel_uri", ""),
        ("scopes", "openid"), ("scopes", "profile"), ("sector", ""), ("algorithm", "RS256"),
        ("reason", "端数〔2026〕3号"),
    ]
}
