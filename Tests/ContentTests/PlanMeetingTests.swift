import Cases
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Journal
import Messaging
import Refusals
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Content

@Suite("Where publishing and taking off meet, and what comes back")
struct PlanMeetingTests {
    @Test("published and taken off in the same second: it is off everywhere, and the journal has both")
    func sameSecond() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        for turn in 0..<3 {
            let document = try await house.publish(Samples.article("一闪而过\(turn)"), in: column)
            try await house.visit { client async throws in
                #expect(try await client.look("/sites/duanzhou/dynamics").text.contains("一闪而过\(turn)"))
            }
            try await house.editions.takeOff(
                document, reason: "误发", by: house.seat("publisher"), at: house.clock.now)
            try await house.visit { client async throws in
                for path in ["/sites/duanzhou/dynamics", "/sites/duanzhou", "/feeds/duanzhou/dynamics"] {
                    #expect(try await !client.look(path).text.contains("一闪而过"), "\(path)")
                }
                #expect(try await client.look("/sites/duanzhou/dynamics/\(document)").status == .notFound)
            }
        }
        #expect(try await house.entries("edition.published") == 3)
        #expect(try await house.entries("document.taken_off") == 3)
    }

    @Test("one signs and one takes off at the same moment: the two wait for each other, whoever is first")
    func atTheSameMoment() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let document = try await house.publish(Samples.article("旧稿"), in: column)
        let next = try await house.cleared(Samples.article("新稿"), in: column, of: document)
        let (publisher, now) = (try await house.seat("publisher"), house.clock.now)
        async let signing: Void = house.editions.publish(next, by: publisher, at: now)
        async let takingOff: Void = house.editions.takeOff(document, reason: "撤", by: publisher, at: now)
        _ = try await (signing, takingOff)
        let shown = try await house.database.read {
            try PublicStore.newest(ofColumn: column.id, limit: 5, in: $0).map(\.manuscript.title)
        }
        let found = try await house.database.read { tx in
            try tx.rows("SELECT title FROM search_document WHERE source = 'content'").map {
                try $0.text("title")
            }
        }
        #expect(shown == found && (shown.isEmpty || shown == ["新稿"]))
        try await house.visit { client async throws in
            let text = try await client.look("/sites/duanzhou/dynamics").text
            #expect(!text.contains("旧稿") && text.contains("新稿") == !shown.isEmpty)
        }
    }

    @Test("taking a document off recalls the edition that waits for its moment")
    func takenOffMeanwhile() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let document = try await house.publish(Samples.article("旧稿"), in: column)
        let next = try await house.cleared(Samples.article("新稿"), in: column, of: document)
        let (publisher, now) = (try await house.seat("publisher"), house.clock.now)
        let moment = now.adding(seconds: 60)
        try await house.editions.publish(next, plan: ReleasePlan(goesOutAt: moment), by: publisher, at: now)
        try await house.editions.takeOff(document, reason: "有误", by: publisher, at: now)
        #expect(try await house.editions.followPlans(at: moment) == 0)
        #expect(try await house.edition(next).published == nil)
        #expect(try await house.entries("edition.recalled") == 1)
    }

    @Test("an edition that goes out when the one before expires stays, in whichever order")
    func successor() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let (publisher, now) = (try await house.seat("publisher"), house.clock.now)
        let first = try await house.cleared(Samples.article("上半年"), in: column)
        try await house.editions.publish(first, plan: ReleasePlan(lastDay: now.day), by: publisher, at: now)
        let document = try await house.edition(first).documentID
        let second = try await house.cleared(Samples.article("下半年"), in: column, of: document)
        let midnight = now.day.adding(days: 1).startOfDay
        try await house.editions.publish(
            second, plan: ReleasePlan(goesOutAt: midnight), by: publisher, at: now)
        house.clock.now = midnight
        #expect(try await house.editions.followPlans(at: midnight) >= 1)
        #expect(try await house.editions.followPlans(at: midnight.adding(seconds: 86_400)) == 0)
        let live = try await house.database.read { try PublicStore.live(document, in: $0) }
        #expect(live.id == second)
    }

    @Test("a release that the rules refuse by then goes back to whoever signed, with the reason")
    func refusedLater() async throws {
        let house = try await EditorialHouse()
        let policies = try #require(try await house.portal()["policies"])
        let old = try await house.publish(Samples.policy("旧办法"), in: policies)
        let links = [DocumentLink(relation: .repeals, documentID: old)]
        let next = try await house.cleared(Samples.policy("新办法", links: links), in: policies)
        let (publisher, now) = (try await house.seat("publisher"), house.clock.now)
        let moment = now.adding(seconds: 60)
        try await house.editions.publish(next, plan: ReleasePlan(goesOutAt: moment), by: publisher, at: now)
        try await house.editions.takeOff(old, reason: "重复", by: publisher, at: now)
        #expect(try await house.editions.followPlans(at: moment) == 0)
        #expect(try await house.edition(next).published == nil)
        #expect(try await house.told("publisher").first?.contains("只能关联已经公开的政策文件") == true)
        #expect(try await house.editions.followPlans(at: moment.adding(seconds: 60)) == 0)
    }

    @Test("what was taken off comes back by a new edition that passes through all hands")
    func broughtBack() async throws {
        let house = try await EditorialHouse()
        let policies = try #require(try await house.portal()["policies"])
        let gone = try await house.publish(Samples.policy("将撤"), in: policies)
        let links = [DocumentLink(relation: .amends, documentID: gone)]
        let document = try await house.publish(Samples.policy("某办法", links: links), in: policies)
        for id in [gone, document] {
            try await house.editions.takeOff(
                id, reason: "核对", by: house.seat("publisher"), at: house.clock.now)
        }
        let path = "/desk/content/documents/\(document)/revision"
        try await house.visit(as: "reviewer") { client async throws in
            let list = try await client.look("/desk/content/columns/\(policies.id)/off").text
            #expect(list.contains("某办法") && !list.contains("恢复</button>"))
            #expect(try await client.press(path).status == .forbidden)
        }
        try await house.visit(as: "officer-scjg") { client async throws in
            let status = try await client.look("/desk/content/columns/\(policies.id)/off").status
            #expect([.notFound, .forbidden].contains(status))
        }
        let edition = try await house.visit(as: "editor") { client async throws in
            let list = try await client.look("/desk/content/columns/\(policies.id)/off").text
            #expect(list.contains("恢复</button>"))
            let edition = try #require(try await client.press(path).headers[.location])
            #expect(try await client.press(path).status == .conflict)
            #expect(try await client.look("/desk/content/columns/\(policies.id)/off").text.contains("正在恢复"))
            return edition
        }
        let id = try #require(Int64(edition.split(separator: "/").last ?? ""))
        #expect(try await house.edition(id).manuscript.links.isEmpty)
        try await house.visit { client async throws in
            #expect(try await client.look("/sites/duanzhou/policies/\(document)").status == .notFound)
        }
        try await house.pass(id)
        try await house.visit { client async throws in
            #expect(try await client.look("/sites/duanzhou/policies/\(document)").status == .ok)
        }
    }
}
