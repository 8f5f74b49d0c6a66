import Government
import HTTPTypes
import HummingbirdTesting
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Cockpit

@Suite("What leaders decide by")
struct CockpitTests {
    @Test(
        "only leaders and supervisors see it; before the first count it says so, and an empty district is no alarm"
    )
    func doors() async throws {
        let house = try await CockpitHouse()
        for name in ["zhangwei", "officer-scjg", "head-scjg", "hotline"] {
            try await house.visit(as: name) { client async throws in
                #expect(try await client.look(CockpitPath.cockpit).status == .forbidden)
                #expect(try await client.look(CockpitPath.cases).status == .forbidden)
            }
        }
        try await house.visit(as: "leader") { client async throws in
            #expect(try await client.look(CockpitPath.cockpit).text.contains("正在统计"))
            #expect(try await client.look("\(CockpitPath.cases)?figure=strange").status == .notFound)
            #expect(try await client.look("\(CockpitPath.cases)?after=x").status == .badRequest)
        }
        try await house.counting.count(at: noon)
        try await house.visit(as: "supervisor") { client async throws in
            let page = try await client.look(CockpitPath.cockpit).text
            #expect(page.contains("没有在办的办件") && page.contains("近七天没有明显上升的事项"))
        }
    }

    /// Seventy cases of many sorts, and an order that is late.
    private func full() async throws -> CockpitHouse {
        let house = try await CockpitHouse()
        try await house.database.write { tx in
            for id in Int64(1)...70 {
                let (organ, subject) = (id % 3 == 0 ? "zjj" : "scjg", id % 2 == 0 ? "A" : "B")
                let due: Instant? = id % 7 == 0 ? nil : noon.days(Int(id % 5) - 2)
                let street = id % 4 == 0 ? "441202001" : nil
                try CockpitHouse.file(id, organ: organ, subject: subject, due: due, street: street, in: tx)
            }
            for id in Int64(71)...90 {
                try CockpitHouse.file(
                    id, due: noon.days(-3), filed: noon.days(-2), closed: noon.days(id % 2 == 0 ? -1 : -4),
                    in: tx)
            }
            try CockpitHouse.file(91, kind: "supervision_order", due: noon.days(-1), in: tx)
            // One that ended late is no case that was decided late.
            try CockpitHouse.file(
                94, kind: "supervision_order", due: noon.days(-3), filed: noon.days(-9),
                closed: noon.days(-1),
                in: tx)
            // What an organ publishes is no matter of anybody's.
            try CockpitHouse.file(
                92, organ: "desk:content:1", kind: "publication", filed: noon.days(-2), in: tx)
        }
        try await house.counting.count(at: noon)
        return house
    }

    /// Follows a link through all pages and counts its lines.
    private func lines(_ client: any TestClientProtocol, _ path: String) async throws -> Int {
        var (next, count): (String?, Int) = (path, 0)
        while let here = next {
            let text = try await client.look(here).text
            count += text.matches(of: /href="\/desk\/cases\/N\d+"/).count
            next = text.firstMatch(of: /href="([^"]*after=[^"]*)"/).map {
                String($0.output.1).replacing("&amp;", with: "&")
            }
            if let more = next, more.hasPrefix("?") { next = "\(CockpitPath.cases)\(more)" }
        }
        return count
    }

    @Test("an organ with red cards and nothing else stands before those that have no trouble")
    func cardsFirst() async throws {
        let house = try await CockpitHouse()
        try await house.database.write { tx in
            for (id, organ) in [(1, "zjj"), (2, "wsjk"), (3, "rsj")] {
                try CockpitHouse.file(Int64(id), organ: organ, due: noon.days(9), in: tx)
            }
            try CockpitHouse.file(4, organ: "cgj", due: noon.days(-1), in: tx)
        }
        try await house.counting.count(at: noon)
        let organs = try await house.figures().organs
        #expect(organs.map(\.key) == ["cgj", "scjg", "rsj", "wsjk", "zjj"])
        #expect(organs.map(\.cards) == [0, 2, 0, 0, 0])
    }

    @Test("every number opens to exactly the cases it counts")
    func agree() async throws {
        let house = try await full()
        let figures = try await house.figures()
        #expect(figures.open == 70 && figures.overdue > 0 && figures.nearly > 0 && figures.orders == 1)
        #expect(figures.red == 2 && figures.yellow == 1)
        // What comes in now is in the next count, and in the lists of that.
        try await house.database.write { tx in
            try CockpitHouse.file(93, due: noon.days(-1), filed: noon.adding(seconds: 20), in: tx)
        }
        try await house.visit(as: "leader") { client async throws in
            let cases = CockpitPath.cases
            #expect(try await lines(client, "\(cases)?figure=open") == figures.open)
            #expect(try await lines(client, "\(cases)?figure=overdue") == figures.overdue)
            #expect(try await lines(client, "\(cases)?figure=near") == figures.nearly)
            #expect(try await lines(client, "\(cases)?figure=orders") == figures.orders)
            for group in figures.organs {
                #expect(
                    try await lines(client, "\(cases)?figure=overdue&organ=\(group.key)") == group.overdue)
                #expect(try await lines(client, "\(cases)?figure=open&organ=\(group.key)") == group.open)
            }
            for group in figures.topics {
                #expect(try await lines(client, "\(cases)?figure=near&topic=\(group.key)") == group.near)
            }
            let street = try #require(figures.streets.first { $0.key == "441202001" })
            #expect(street.open == 17 && street.overdue > 0)
            #expect(try await lines(client, "\(cases)?figure=open&street=441202001") == street.open)
            #expect(try await lines(client, "\(cases)?figure=overdue&street=441202001") == street.overdue)
            for day in figures.days where day.filed + day.decided > 0 {
                let span = "from=\(day.key)&until=\(day.key)"
                #expect(try await lines(client, "\(cases)?figure=filed&\(span)") == day.filed)
                #expect(try await lines(client, "\(cases)?figure=decided&\(span)") == day.decided)
                #expect(try await lines(client, "\(cases)?figure=late&\(span)") == day.late)
            }
            #expect(figures.days.reduce(0) { $0 + $1.late } == 10)
            let page = try await client.look(CockpitPath.cockpit).text
            #expect(page.contains("/cards?level=red&amp;organ=scjg") && page.contains("城东街道"))
            #expect(page.contains("市场监督管理局"))
        }
    }

    @Test("a number that was read opens to the cases it counted, though all was counted anew meanwhile")
    func read() async throws {
        let house = try await full()
        let (figures, later) = (try await house.figures(), noon.adding(seconds: 60))
        try await house.visit(as: "leader", at: later) { client async throws in
            let page = try await client.look(CockpitPath.cockpit).text
            let links = page.matches(of: /href="([^"]*figure=[a-z]+&amp;at=[0-9]+)"/).map {
                String($0.output.1).replacing("&amp;", with: "&")
            }
            try await house.database.write { tx in
                try CockpitHouse.file(95, due: noon.days(2), filed: noon.adding(seconds: 20), in: tx)
            }
            try await house.counting.count(at: later)
            let counts = [
                "overdue": figures.overdue, "near": figures.nearly, "orders": figures.orders,
                "open": figures.open,
            ]
            for (figure, count) in counts {
                let link = try #require(links.first { $0.contains("figure=\(figure)&") })
                #expect(try await lines(client, link) == count)
            }
            #expect(try await lines(client, "\(CockpitPath.cases)?figure=open") == figures.open + 1)
        }
    }

    @Test("what rises opens to its cases, those of this week and those of the week before")
    func risesOpen() async throws {
        let house = try await CockpitHouse()
        try await house.database.write { tx in
            for id in Int64(1)...12 {
                try CockpitHouse.file(id, subject: "R", filed: noon.days(id <= 9 ? -2 : -9), in: tx)
            }
        }
        try await house.counting.count(at: noon)
        try await house.visit(as: "leader") { client async throws in
            let page = try await client.look(CockpitPath.cockpit).text
            let links = page.matches(of: /href="([^"]*topic=R[^"]*from=[^"]*)"/).map {
                String($0.output.1).replacing("&amp;", with: "&")
            }
            #expect(links.count == 2 && page.contains("前七天 3 件"))
            #expect(try await lines(client, links[0]) == 9)
            #expect(try await lines(client, links[1]) == 3)
        }
    }

    @Test("what rises is told: half as much again and five more than the week before")
    func rises() {
        let today = noon.day
        func day(_ ago: Int, _ counts: [String: Int]) -> CountedDay {
            CountedDay(
                day: today.adding(days: -ago), filed: 0, decided: 0, late: 0,
                topics: counts.map { .init(key: $0, name: $0, count: $1) }, isFinal: true)
        }
        let days = [
            day(1, ["noise": 12, "steady": 40, "few": 4]), day(8, ["noise": 8, "steady": 36]),
            day(15, ["noise": 99]),
        ]
        #expect(CockpitFigures.rises(days, today: today) == [])
        let more = days + [day(0, ["noise": 1])]
        #expect(CockpitFigures.rises(more, today: today).map(\.key) == ["noise"])
        #expect(CockpitFigures.rises(more, today: today).first?.before == 8)
    }

    @Test("a past that is over is counted once, over some minutes")
    func past() async throws {
        let house = try await CockpitHouse()
        try await house.database.write { tx in
            for id in Int64(1)...6 { try CockpitHouse.file(id, filed: noon.days(-Int(id) * 30), in: tx) }
        }
        for _ in 0..<10 { try await house.counting.count(at: noon) }
        let figures = try await house.figures()
        #expect(figures.months.reduce(0) { $0 + $1.filed } == 6 && figures.months.count == 12)
        // What was counted to its end is not looked at again, and today is.
        try await house.database.write { tx in
            try CockpitHouse.file(20, filed: noon.days(-3), in: tx)
            try CockpitHouse.file(21, filed: noon, in: tx)
        }
        try await house.counting.count(at: noon)
        #expect(try await house.figures().months.reduce(0) { $0 + $1.filed } == 7)
    }

    @Test("the brief comes once a day at the chosen time, to those who want it and still may see it")
    func brief() async throws {
        let house = try await full()
        try await house.visit(as: "leader") { client async throws in
            #expect(try await client.press(CockpitPath.brief, "at=03:17").status == .unprocessableContent)
            #expect(try await client.press(CockpitPath.brief, "at=07:30").status == .seeOther)
            #expect(try await client.look(CockpitPath.cockpit).text.contains("value=\"07:30\""))
        }
        let count = { try await house.count() }
        try await house.briefing.send(at: noon)
        #expect(try await count() == 0)
        let morning = noon.days(1).adding(seconds: -5 * 3_600)
        try await house.counting.count(at: morning)
        try await house.briefing.send(at: morning)
        #expect(try await count() == 0)
        for later in [1_800, 1_860] {
            try await house.counting.count(at: morning.adding(seconds: later))
            try await house.briefing.send(at: morning.adding(seconds: later))
        }
        #expect(try await count() == 1)
        // Figures of yesterday say nothing about today.
        try await house.briefing.send(at: noon.days(2))
        #expect(try await count() == 1)
        try await house.database.write { tx in
            try tx.send("UPDATE account_post SET role = 'officer' WHERE role = 'leader' /* all */")
        }
        try await house.counting.count(at: noon.days(2))
        try await house.briefing.send(at: noon.days(2))
        #expect(try await count() == 1)
    }
}

extension CockpitHouse {
    /// How many briefs there are.
    func count() async throws -> Int {
        try await database.read {
            try $0.count("SELECT count(*) FROM message WHERE subject = '/desk/cockpit' /* all */")
        }
    }
}
