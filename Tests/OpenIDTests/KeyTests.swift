import HummingbirdTesting
import Storage
import Testing

@testable import OpenID

@Suite("The keys of the provider")
struct KeyTests {
    @Test("the private halves stand sealed in the database, and nowhere else")
    func sealed() async throws {
        let house = try await OpenIDHouse()
        _ = try await KeyShelf(database: house.database).published(at: house.clock.now)
        let kept = try await house.database.read { tx in
            try tx.rows("SELECT private_key FROM openid_key /* all */").map { try $0.text("private_key") }
        }
        #expect(kept.count == 2 && kept.allSatisfy { $0.hasPrefix("mb1:") && !$0.contains("PRIVATE") })
    }

    @Test("two nodes that start at once have the same keys")
    func twoNodes() async throws {
        let house = try await OpenIDHouse()
        let (first, second) = (KeyShelf(database: house.database), KeyShelf(database: house.database))
        let now = house.clock.now
        async let one = first.published(at: now)
        async let two = second.published(at: now)
        #expect(try await one.map { $0["kid"] } == two.map { $0["kid"] })
        #expect(try await first.published(at: now).count == 2)
    }

    @Test("the published halves hold nothing private, and one key of each algorithm")
    func published() async throws {
        let house = try await OpenIDHouse()
        let keys = try await KeyShelf(database: house.database).published(at: house.clock.now)
        #expect(Set(keys.compactMap { $0["alg"] }) == ["RS256", "ES256"])
        let members = Set(keys.flatMap(\.keys))
        #expect(members == ["kid", "use", "alg", "kty", "n", "e", "crv", "x", "y"])
    }

    @Test(
        "rotation: every node signs with the new key at once, the old one verifies for a day and is forgotten"
    )
    func rotation() async throws {
        let house = try await OpenIDHouse()
        let (here, there) = (KeyShelf(database: house.database), KeyShelf(database: house.database))
        let claims = Claims(["iss": "x"])
        for algorithm in SigningAlgorithm.allCases {
            let old = try await there.sign(claims, algorithm, at: house.clock.now)
            try await KeyRotation.rotate(in: house.database, at: house.clock.now) { _, _ in }
            let new = try await there.sign(claims, algorithm, at: house.clock.now)
            #expect(try TokenText.part(0, of: old)["kid"] != TokenText.part(0, of: new)["kid"])
            #expect(try await here.verified(old, at: house.clock.now) == claims)
            #expect(try await here.published(at: house.clock.now).count == 4)
            house.clock.advance(seconds: OpenIDSettings.retiredKeySeconds)
            #expect(try await here.verified(old, at: house.clock.now) == nil)
            #expect(try await here.verified(new, at: house.clock.now) == claims)
            try await house.run("openid.purge")
            #expect(try await house.count("openid_key") == 2)
        }
    }

    @Test("the provider says what it can, at the address the standard names")
    func discovery() async throws {
        let house = try await OpenIDHouse()
        try await house.browse { client in
            let visitor = Visitor(client)
            let text = try await visitor.go(OpenIDPath.discovery).text
            for part in [
                "\"issuer\":\"https://minben.example\"", "\"code_challenge_methods_supported\":[\"S256\"]",
                "\"response_types_supported\":[\"code\"]", "/oauth/token",
                "\"backchannel_logout_supported\":true",
            ] { #expect(text.replacing("\\/", with: "/").contains(part), "\(part)") }
            #expect(!text.contains("none\",\"HS256"))
            #expect(try await visitor.go(OpenIDPath.keys).text.contains("\"kty\":\"RSA\""))
        }
    }
}
