import Refusals
import Testing
import WorkingTime

@testable import Content

@Suite("How fresh a column is, and what a site scores")
struct HealthRuleTests {
    private static let today = Samples.day("2026-11-27")

    private static func health(_ days: Int?, ago: Int?, kind: DocumentKind = .article) -> ColumnHealth {
        let column = Column(
            id: 1, siteID: 1, code: "c", name: "栏目", intro: "", kind: kind, updateDays: days, position: 1)
        return ColumnHealth(
            column: column, lastOn: ago.map { today.adding(days: -$0) }, today: today, warnDays: 5)
    }

    @Test(
        "a column is stale on the day after its period, and its editors hear of it before",
        arguments: [
            (14, 15, ColumnHealth.State.stale(days: 1)), (14, 14, .soon(days: 0)), (14, 9, .soon(days: 5)),
            (14, 8, .fresh(days: 6)), (180, 400, .stale(days: 220)), (180, 174, .fresh(days: 6)),
            (7, 3, .fresh(days: 4)), (7, 4, .soon(days: 3)), (1, 0, .soon(days: 1)), (1, 2, .stale(days: 1)),
        ])
    func periods(_ period: Int, _ ago: Int, _ state: ColumnHealth.State) {
        #expect(Self.health(period, ago: ago).state == state)
    }

    @Test(
        "a column that was never begun is empty, whatever its period, and one without a period is never stale"
    )
    func withoutPeriod() {
        #expect(Self.health(14, ago: nil).state == .empty)
        #expect(Self.health(nil, ago: nil).state == .empty)
        #expect(Self.health(nil, ago: 3_000).state == .unbound)
    }

    @Test("inspectors count a column as news only when it promises to be")
    func inspectors() throws {
        let rules = try InspectionRules.delivered()
        #expect(!Self.health(365, ago: 100).isStaleForInspectors(rules))
        #expect(!Self.health(nil, ago: 100).isStaleForInspectors(rules))
        #expect(Self.health(7, ago: 15).isStaleForInspectors(rules))
        #expect(!Self.health(7, ago: 14).isStaleForInspectors(rules))
        #expect(!Self.health(180, ago: 100, kind: .notice).isStaleForInspectors(rules))
    }

    private static func inspection(
        _ facts: [Fact: Int], _ findings: [(String, Int)] = [], isPortal: Bool = true
    ) throws -> ScoreCard {
        Inspection(
            rules: try InspectionRules.delivered(), rulesVersion: 0,
            facts: facts.mapValues { Measurement(count: $0, evidence: []) },
            findings: Dictionary(
                uniqueKeysWithValues: findings.map {
                    (
                        $0.0,
                        SiteFinding(
                            code: $0.0, faults: $0.1, words: "见记录", foundOn: today, foundByName: "万泽林")
                    )
                }), isPortal: isPortal, day: today
        ).card
    }

    private static let sound = Dictionary(uniqueKeysWithValues: Fact.allCases.map { ($0, 0) })

    @Test(
        "one veto is enough, at the number the rule names and not before it",
        arguments: [
            (Fact.homeIdleDays, 15), (.staleTimelyColumns, 5), (.staleColumns, 10), (.emptyColumns, 5),
            (.lateReplies, 1),
        ])
    func vetoes(_ fact: Fact, _ number: Int) throws {
        #expect(try Self.inspection(Self.sound.merging([fact: number]) { $1 }).verdict == .vetoed)
        let before = try Self.inspection(Self.sound.merging([fact: number - 1]) { $1 })
        #expect(before.vetoes.allSatisfy { $0.state != .faulty })
    }

    @Test("what nobody can know is left to people and not made up")
    func unseen() throws {
        let card = try Self.inspection([:])
        #expect(
            card.vetoes.allSatisfy { $0.state == .unseen }
                && card.deductions.allSatisfy { $0.state == .unseen })
        #expect(card.unseen == card.vetoes.count + card.deductions.count && card.score == 100)
        let half = try Self.inspection([.staleColumns: 0, .emptyColumns: 0])
        #expect(half.vetoes.first { $0.code == "veto.columns" }?.state == .unseen)
    }

    @Test("no item takes off more than it may, and no site has less than nothing")
    func capped() throws {
        let all = Dictionary(uniqueKeysWithValues: Fact.allCases.map { ($0, Int.max) })
        let card = try Self.inspection(all)
        #expect(card.deductions.first { $0.code == "deduction.stale" }?.points == 20)
        #expect(card.base == 18 && card.verdict == .vetoed)
        let some = Self.sound.merging([.deadLinks: 50, .wrongWords: 50, .staleColumns: 4, .emptyColumns: 4]) {
            $1
        }
        #expect(try Self.inspection(some).base == 45)
        #expect(try Self.inspection(some).verdict == .failed)
    }

    @Test("what people found counts like what tables know, and says who looked and when")
    func findings() throws {
        let card = try Self.inspection(Self.sound, [("veto.safety", 1), ("deduction.guides", 3)])
        #expect(card.verdict == .vetoed && card.base == 94)
        #expect(card.vetoes[0].note == "万泽林，2026年11月27日检查：1 处。见记录")
        #expect(try Self.inspection(Self.sound, [("veto.safety", 0)]).vetoes[0].state == .sound)
    }

    @Test("bonuses are for portals, and only above the score the rule names")
    func bonuses() throws {
        let found = [("bonus.service", 7), ("bonus.disclosure", 99)]
        #expect(try Self.inspection(Self.sound, found).score == 117)
        #expect(try Self.inspection(Self.sound, found, isPortal: false).score == 100)
        let low = Self.sound.merging([.staleColumns: 4]) { $1 }
        #expect(try Self.inspection(low, found).score == 80)
    }
}
