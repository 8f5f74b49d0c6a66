import Cases
import Government
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import SupervisionOrders

@Suite("Orders of an organ that is gone")
struct InheritingTests {
    /// Merges organs into another one, as a restructuring does: what is under way follows.
    private func merge(_ organs: [String], into heir: String, in house: OrderHouse) async throws {
        let now = house.time.now
        try await house.database.write { tx in
            let before = try Directory.everyOrgan(in: tx)
            for organ in organs {
                try Directory.end(organ, successor: heir, from: now.day.adding(days: -1), in: tx)
            }
            let change = OrganChange(
                succession: OrganSuccession(
                    passages: organs.map { .whole(from: $0, to: heir) },
                    ended: Dictionary(organs.map { ($0, heir) }) { $1 }),
                renamed: [], before: Dictionary(before.map { ($0.key, $0) }) { $1 },
                after: Dictionary(try Directory.everyOrgan(in: tx).map { ($0.key, $0) }) { $1 }, seats: [])
            _ = try house.cases.follow(change, by: .system, at: now, in: tx)
        }
    }

    private func inherit(_ house: OrderHouse) async throws {
        try await OrderInheriting(database: house.database).inherit(at: house.time.now)
    }

    @Test("the lead organ's successor has the order at once: page, report, lateness; strangers do not")
    func lead() async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(OrderTests.form)
        try await house.visit(as: "officer-wsjk") { client async throws in
            #expect(try await client.look(path).status == .notFound)
        }
        try await merge(["zjj"], into: "wsjk", in: house)
        #expect(try await house.order().lead == "wsjk")
        try await house.visit(as: "officer-wsjk") { client async throws in
            let page = try await client.look(path).text
            #expect(page.contains("现由卫生健康局承接") && page.contains("提交反馈"), "\(page)")
        }
        #expect(
            try await house.press("officer-scjg", "\(path)/feedback", "organ=wsjk&words=x&evidence=x") == 403)
        try await house.report(path, "wsjk", "xfjy")
        #expect(try await house.order().stage == .verifying)
        let head = try await house.account("head-wsjk").id
        let told = try await house.database.read {
            try $0.count(
                "SELECT count(*) FROM message WHERE account_id = \(head) AND template LIKE '%改由您的部门主办%' /* all */"
            )
        }
        #expect(told == 1)
    }

    @Test("a supervisor with a post in the successor does not supervise what it has taken over")
    func ownSuccessor() async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(OrderTests.form)
        let supervisor = try await house.account("supervisor").id
        _ = try await house.database.write { tx in
            try tx.execute(
                "INSERT INTO account_post (account_id, organ, role) VALUES (\(supervisor), 'wsjk', 'officer')"
            )
        }
        #expect(try await house.press("supervisor", "\(path)/urgings", "note=请抓紧") == 303)
        try await merge(["zjj"], into: "wsjk", in: house)
        #expect(try await house.press("supervisor", "\(path)/urgings", "note=请抓紧") == 403)
        house.time.pass(days: 1)
        #expect(try await house.press("supervisor-2", "\(path)/urgings", "note=请抓紧") == 303)
    }

    @Test("two organs of one order become one, which answers for both parts, also when the order is returned")
    func both() async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(OrderTests.form)
        try await house.report(path, "xfjy")
        // It has reported already: there is no step left that could follow.
        try await merge(["xfjy"], into: "wsjk", in: house)
        try await house.visit(as: "officer-wsjk") { client async throws in
            #expect(try await client.look(path).text.contains("现由卫生健康局承接"))
        }
        try await merge(["zjj"], into: "wsjk", in: house)
        let parts = try await house.parts()
        #expect(parts.map(\.organ) == ["zjj", "xfjy"] && parts.map(\.heir) == ["wsjk", "wsjk"])
        try await house.visit(as: "officer-wsjk") { client async throws in
            let page = try await client.look(path).text
            #expect(page.matches(of: /等待反馈|已反馈|没有反馈/).map { String($0.output) } == ["等待反馈", "已反馈"])
        }
        try await house.report(path, "wsjk")
        #expect(
            try await house.press("supervisor", "\(path)/verification", "outcome=return&opinion=没有照片") == 303)
        // Asked again, it reports once.
        try await house.report(path, "wsjk")
        #expect(
            try await house.press("supervisor", "\(path)/verification", "outcome=close&opinion=属实") == 303)
        #expect(try await house.order().stage == .closed)
    }

    @Test("what is over stays with the organ it was about; its successor, and theirs, may look it up")
    func over() async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(OrderTests.form)
        try await house.report(path, "zjj", "xfjy")
        #expect(
            try await house.press("supervisor", "\(path)/verification", "outcome=close&opinion=属实") == 303)
        try await merge(["zjj"], into: "wsjk", in: house)
        try await inherit(house)
        #expect(try await house.order().lead == "zjj")
        try await house.visit(as: "officer-wsjk") { client async throws in
            #expect(try await client.look("\(OrderPath.orders)?stage=closed").text.contains("消防通道"))
            #expect(try await client.look(path).text.contains("住房和城乡建设局"))
        }
        try await merge(["wsjk"], into: "scjg", in: house)
        for _ in 1...2 { try await inherit(house) }
        try await house.visit(as: "officer-scjg") { client async throws in
            #expect(try await client.look(path).status == .ok)
        }
        let entries = try await house.database.read { tx in
            try ["zjj", "wsjk"].flatMap {
                try Journal.entries(subject: "organ:\($0)", onlyPublic: false, limit: 9, in: tx)
            }
        }
        #expect(entries.count == 2)
    }
}

extension OrderHouse {
    /// The parts of the newest order.
    func parts() async throws -> [SupervisionOrder.Part] {
        let id = try await order().id
        return try await database.read { try OrderStore.parts(of: id, in: $0) }
    }
}
