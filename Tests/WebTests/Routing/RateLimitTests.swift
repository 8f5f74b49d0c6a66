import HTTPTypes
import HummingbirdTesting
import Refusals
import Testing
import WorkingTime

@testable import Web

@Suite("Rate limits")
struct RateLimitTests {
    private let start = Instant(milliseconds: 0)

    @Test("Beyond the burst one waits, and is told how long")
    func burst() throws {
        let limit = RateLimit(burst: 2, perMinute: 6)
        try limit.admit("a", at: start)
        try limit.admit("a", at: start)
        #expect(throws: DomainError.tooMany("操作太频繁，请 \(10) 秒后再试。", retryAfterSeconds: 10)) {
            try limit.admit("a", at: start)
        }
        try limit.admit("b", at: start)
        #expect(throws: DomainError.self) { try limit.admit("a", at: start.adding(seconds: 9)) }
        try limit.admit("a", at: start.adding(seconds: 10))
    }

    @Test("A clock that goes back gives nothing away")
    func backwards() throws {
        let limit = RateLimit(burst: 1, perMinute: 60)
        try limit.admit("a", at: start.adding(seconds: 100))
        #expect(throws: DomainError.self) { try limit.admit("a", at: start) }
    }

    @Test("After a clock was set back by an hour one waits as long as one is told, and no hour")
    func setBack() throws {
        let limit = RateLimit(burst: 1, perMinute: 60)
        try limit.admit("a", at: start.adding(seconds: 3_600))
        #expect(throws: DomainError.tooMany("操作太频繁，请 \(1) 秒后再试。", retryAfterSeconds: 1)) {
            try limit.admit("a", at: start)
        }
        try limit.admit("a", at: start.adding(seconds: 1))
    }

    @Test("Who is forgiven starts anew")
    func forgiven() throws {
        let limit = RateLimit(burst: 1, perMinute: 1)
        try limit.admit("a", at: start)
        limit.forgive("a")
        try limit.admit("a", at: start)
    }

    @Test("Many keys do not fill the memory, and do not free the one that is limited")
    func bounded() throws {
        let limit = RateLimit(burst: 2, perMinute: 1, maximumKeys: 3)
        try limit.admit("a", at: start)
        try limit.admit("b", at: start.adding(seconds: 30))
        try limit.admit("c", at: start.adding(seconds: 50))
        try limit.admit("c", at: start.adding(seconds: 50))
        // After a minute `a` has its full allowance back and may be forgotten; `c` may not.
        try limit.admit("d", at: start.adding(seconds: 61))
        #expect(throws: DomainError.self) { try limit.admit("c", at: start.adding(seconds: 61)) }
    }

    @Test("The API takes so many changes from one account, and reads without end")
    func writes() async throws {
        let routes = [
            Route.post("/api/v1/things", .anyone, journal: "thing.made", "做") { _, _ in .noContent },
            Route.get("/api/v1/things", .anyone, "看") { _, _ in .noContent },
        ]
        let settings = Installation.settings(apiWrites: RateLimit(burst: 2, perMinute: 60))
        try await Installation.test(routes, settings: settings) { client in
            for (who, expected) in [("1", 204), ("1", 204), ("2", 204), ("1", 429)] {
                try await client.execute(uri: "/api/v1/things", method: .post, headers: .signedIn(who)) {
                    #expect($0.status.code == expected)
                }
            }
            try await client.execute(uri: "/api/v1/things", method: .get, headers: .signedIn("1")) {
                #expect($0.status.code == 204)
            }
        }
    }
}
