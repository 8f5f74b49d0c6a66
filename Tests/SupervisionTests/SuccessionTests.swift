import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Supervision

@Suite("A version of a rule that follows another")
struct SuccessionTests {
    private func version(_ number: Int, from days: Int, _ state: RuleVersion.State = .on) -> RuleVersion {
        RuleVersion(
            id: Int64(number), version: number, rule: SupervisionHouse.rule(), state: state,
            onFrom: noon.day.adding(days: days), editedBy: 1, editedByName: "写的人")
    }

    @Test("looks from its day on, and until then the one before does: no day is without")
    func noGap() {
        let family = [version(1, from: -100), version(2, from: 3), version(3, from: -400, .off)]
        for day in [0, 2] {
            #expect(RuleVersion.looking(on: noon.day.adding(days: day), of: family).map(\.version) == [1])
        }
        #expect(RuleVersion.looking(on: noon.day.adding(days: 3), of: family).map(\.version) == [2])
        #expect(RuleVersion.outlived(on: noon.day, of: family).isEmpty)
        let outlived = RuleVersion.outlived(on: noon.day.adding(days: 3), of: family)
        #expect(outlived.map(\.old.version) == [1] && outlived.map(\.new.version) == [2])
    }

    @Test("gives way at once to what begins today, and to what begins no later than it would")
    func followed() {
        #expect(version(1, from: -100).isFollowed(by: version(2, from: 0), on: noon.day))
        #expect(!version(1, from: -100).isFollowed(by: version(2, from: 3), on: noon.day))
        #expect(version(2, from: 5).isFollowed(by: version(3, from: 3), on: noon.day))
        #expect(!version(1, from: -100, .stopped).isFollowed(by: version(2, from: 0), on: noon.day))
    }

    @Test(
        "switched on for a day to come through the page: the old one goes on raising, the new one takes over")
    func wholeWay() async throws {
        let house = try await SupervisionHouse(rules: [SupervisionHouse.rule()])
        let old = try #require(try await house.database.read { try RuleStore.versions(in: $0) }.first)
        let page = SupervisionPath.rule(String(old.id))
        let draft = try await house.visit(as: "supervisor") { client async throws in
            try #require(try await client.press("\(page)/versions").headers[.location])
        }
        try await house.visit(as: "leader") { client async throws in
            #expect(
                try await client.press("\(draft)/activation", "on_from=2026-11-27&tried=0").status
                    == .seeOther
            )
            #expect(try await client.look(page).text.contains("将由新版接替"))
            let list = try await client.look(SupervisionPath.rules).text
            #expect(list.contains("第 2 版2026年11月27日（周五）起接替"))
        }
        try await house.file(1, due: noon.days(-1))
        try await house.watching.sweep(at: noon)
        try await house.file(2, due: noon.days(2))
        try await house.watching.look(at: [2], noon)
        #expect(try await house.signals().map(\.evidence.version) == [1])
        try await house.watching.sweep(at: noon.days(3))
        let states = try await house.database.read { try RuleStore.versions(in: $0) }
        #expect(states.map(\.state) == [.on, .off] && states.last?.reason == "由第 2 版接替")
        #expect(try await house.signals().map(\.evidence.version) == [2, 1])
    }

    @Test("programs read every version, and which of them looks today")
    func programs() async throws {
        let house = try await SupervisionHouse(rules: [
            SupervisionHouse.rule(), SupervisionHouse.rule("other"),
        ])
        try await house.visit(as: "officer-scjg") { client async throws in
            #expect(try await client.look(SupervisionPath.rulesAPI).status == .forbidden)
        }
        try await house.visit(as: "leader") { client async throws in
            let all = try await client.look(SupervisionPath.rulesAPI).text
            #expect(
                all.contains("\"key\":\"over\"") && all.contains("\"looks\":true")
                    && all.contains("\"next\":null"))
            #expect(
                try await client.look("\(SupervisionPath.rulesAPI)?state=draft").text
                    == "{\"items\":[],\"next\":null}")
            let wrong = try await client.look("\(SupervisionPath.rulesAPI)?state=strange")
            #expect(wrong.status == .unprocessableContent)
        }
    }
}
