import Cases
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Journal
import Messaging
import Refusals
import Search
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Content

@Suite("What goes out and comes off by itself")
struct PlanTests {
    private let tomorrow = Instant(day: Samples.day("2026-11-28"), hour: 9)

    @Test("a moment that has passed, one too far and an end before the beginning are refused at their fields")
    func refused() throws {
        let now = Samples.noon
        func fields(_ at: Instant?, _ last: String?) -> [String] {
            do {
                try ReleasePlan(goesOutAt: at, lastDay: last.map(Samples.day)).check(at: now)
                return []
            } catch DomainError.invalid(let errors) { return errors.map(\.field) } catch {
                return ["\(error)"]
            }
        }
        #expect(fields(now, nil) == ["release_day"])
        #expect(fields(now.adding(seconds: 367 * 86_400), nil) == ["release_day"])
        #expect(fields(nil, "2026-11-26") == ["last_day"])
        #expect(fields(tomorrow, "2026-11-27") == ["last_day"])
        #expect(fields(tomorrow, "2026-11-28").isEmpty && fields(nil, "2026-11-27").isEmpty)
        #expect(fields(nil, nil).isEmpty)
    }

    @Test(
        "what was entered for the time is a day and a time of day, or nothing",
        arguments: [
            (["release_day": "明天"], "release_day"), (["release_time": "9:00"], "release_day"),
            (["release_day": "2026-12-01", "release_time": "25:00"], "release_time"),
            (["last_day": "12/1"], "last_day"),
        ])
    func entered(_ form: [String: String], _ field: String) throws {
        #expect(throws: DomainError.self) { try ReleasePlan(FormData(form.map { ($0.key, $0.value) })) }
        #expect(try ReleasePlan(FormData([])) == .atOnce)
        let plan = try ReleasePlan(FormData([("release_day", "2026-11-28"), ("release_time", "")]))
        #expect(plan.goesOutAt == tomorrow)
        do { _ = try ReleasePlan(FormData(form.map { ($0.key, $0.value) })) } catch DomainError.invalid(
            let errors)
        {
            #expect(errors.map(\.field).contains(field))
        }
    }

    /// An edition that is signed for tomorrow.
    private func signed(
        _ manuscript: Manuscript, in column: Column, _ house: EditorialHouse, until last: CivilDate? = nil
    ) async throws -> Int64 {
        let id = try await house.cleared(manuscript, in: column)
        try await house.editions.publish(
            id, plan: ReleasePlan(goesOutAt: tomorrow, lastDay: last), by: house.seat("publisher"),
            at: house.clock.now)
        return id
    }

    @Test(
        "until its moment a signed edition is on no page, in no feed and not found; then it is, once, on several nodes"
    )
    func release() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let id = try await signed(Samples.article("明早公开"), in: column, house)
        let paths = ["/sites/duanzhou", "/sites/duanzhou/dynamics", "/feeds/duanzhou/dynamics"]
        try await house.visit { client async throws in
            for path in paths { #expect(try await !client.look(path).text.contains("明早公开"), "\(path)") }
        }
        house.clock.now = tomorrow.adding(seconds: -1)
        #expect(try await house.editions.followPlans(at: house.clock.now) == 0)
        house.clock.now = tomorrow
        async let here = house.editions.followPlans(at: tomorrow)
        async let there = house.editions.followPlans(at: tomorrow)
        #expect(try await here + there == 1)
        try await house.visit { client async throws in
            for path in paths { #expect(try await client.look(path).text.contains("明早公开"), "\(path)") }
        }
        let found = try await house.database.read {
            try $0.count("SELECT count(*) FROM search_document WHERE source = 'content'")
        }
        #expect(found == 1)
        #expect(try await house.entries("edition.published") == 1)
        let matter = try await house.cases.matter(house.edition(id).caseNumber, for: .system)
        #expect(matter.root.openTasks.isEmpty)
        #expect(try await house.told("editor").last?.contains("明早公开") == true)
    }

    @Test("a clock that is set back publishes nothing early, nothing twice, and dates nothing earlier")
    func clockGoesBack() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let id = try await signed(Samples.article("定时"), in: column, house)
        #expect(try await house.editions.followPlans(at: tomorrow) == 1)
        house.clock.now = tomorrow.adding(seconds: -3_600)
        #expect(try await house.editions.followPlans(at: house.clock.now) == 0)
        let document = try await house.edition(id).documentID
        try await house.editions.takeOff(
            document, reason: "误发", by: house.seat("publisher"), at: house.clock.now)
        #expect(try await house.editions.followPlans(at: tomorrow.adding(seconds: 60)) == 0)
        let changed = try await house.database.read {
            try $0.row("SELECT changed_at FROM content_document WHERE id = \(document)")?.instant(
                "changed_at")
        }
        #expect(changed == tomorrow)
    }

    @Test("what waits for its moment is neither given back nor signed again; recalled, it is")
    func recalled() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let id = try await signed(Samples.article("改期"), in: column, house)
        let (publisher, now) = (try await house.seat("publisher"), house.clock.now)
        await #expect(throws: DomainError.self) {
            try await house.editions.giveBack(id, opinion: "不妥", by: publisher, at: now)
        }
        await #expect(throws: DomainError.self) {
            try await house.editions.publish(id, by: publisher, at: now)
        }
        try await house.editions.recall(id, by: publisher, at: now)
        await #expect(throws: DomainError.conflict("这一稿没有等待公开的签发，不用收回。")) {
            try await house.editions.recall(id, by: publisher, at: now)
        }
        #expect(try await house.editions.followPlans(at: tomorrow) == 0)
        try await house.editions.publish(id, by: publisher, at: now)
        #expect(try await house.entries("edition.published") == 1)
    }

    @Test("after its last day a document is on no page, in no feed and not found, and its address says so")
    func expiry() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["notices"])
        let id = try await house.cleared(Samples.article("停水通知"), in: column)
        try await house.editions.publish(
            id, plan: ReleasePlan(lastDay: Samples.day("2026-11-27")), by: house.seat("publisher"),
            at: house.clock.now)
        let page = "/sites/duanzhou/notices/\(try await house.edition(id).documentID)"
        #expect(try await house.editions.followPlans(at: house.clock.now.day.endOfDay) == 0)
        try await house.visit { client async throws in #expect(try await client.look(page).status == .ok) }
        house.clock.now = Samples.day("2026-11-28").startOfDay
        #expect(try await house.editions.followPlans(at: house.clock.now) == 1)
        #expect(try await house.editions.followPlans(at: house.clock.now) == 0)
        try await house.visit { client async throws in
            #expect(try await client.look(page).status == .notFound)
            for path in ["/sites/duanzhou/notices", "/feeds/duanzhou/notices"] {
                #expect(try await !client.look(path).text.contains("停水通知"), "\(path)")
            }
        }
        #expect(try await house.entries("document.expired") == 1)
    }
}
