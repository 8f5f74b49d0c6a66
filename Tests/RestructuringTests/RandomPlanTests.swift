import Cases
import Codes
import Government
import Identity
import Refusals
import Services
import Storage
import Testing
import WorkingTime

@testable import Restructuring

/// A seeded source of whims.
private struct Whims: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

@Suite("Whatever is planned, nothing is lost")
struct RandomPlanTests {
    private static let slugs = [
        "food-business-licence", "kbcyd", "public-hygiene-permit", "temporary-road-occupation",
        "marriage-registration", "old-age-allowance", "company-registration", "drainage-permit",
    ]

    @Test("Random plans over a district at work orphan nothing", arguments: [1, 2, 3])
    func orphansNothing(_ seed: UInt64) async throws {
        let district = try await District()
        var whims = Whims(state: seed)
        var numbers: [String] = []
        for slug in Self.slugs + Self.slugs {
            let number = try await district.file(slug)
            try await district.work(on: number, times: Int.random(in: 0...6, using: &whims))
            numbers.append(number)
        }
        var carriedOut = 0
        for round in 0..<4 {
            let steps = try await randomSteps(district, round, numbers, using: &whims)
            let before = try await Look(district, numbers)
            do {
                let plan = try await district.carryOut(steps)
                #expect(plan.state == .carriedOut, "\(plan.record.obstacle?.chinese ?? "")")
                carriedOut += 1
                let after = try await Look(district, numbers)
                after.expectSame(as: before)
                try await expectWhole(district, after, plan)
            } catch is DomainError {
                #expect(try await Look(district, numbers) == before)
            }
        }
        #expect(carriedOut > 0)
    }

    private func randomSteps(
        _ district: District, _ round: Int, _ numbers: [String], using whims: inout Whims
    ) async throws -> [RestructuringStep] {
        let organs = try await Directory(district.database).organs().map(\.key)
        func any() -> String { organs.randomElement(using: &whims) ?? "" }
        var new = Samples.newOrgan
        new.key = "new\(round)"
        (new.name, new.fullName) = ("新部门\(round)", "肇庆市端州区新部门\(round)")
        new.code = Samples.organ(new.key, new.name, 200 + round).code.text
        var steps: [RestructuringStep] = [.create(new)]
        for _ in 0..<Int.random(in: 1...3, using: &whims) {
            switch Int.random(in: 0...4, using: &whims) {
            case 0: steps.append(.merge(organs: [any()], into: Bool.random(using: &whims) ? any() : new.key))
            case 1: steps.append(.abolish(organ: any(), successor: any()))
            case 2:
                steps.append(
                    .rename(
                        organ: any(), name: "名\(round)\(steps.count)", fullName: "全名\(round)\(steps.count)"))
            case 3:
                let organ = any()
                let items = district.library.catalogue.services.filter { $0.item.organ == organ }
                    .map { ($0.code, Bool.random(using: &whims) ? any() : organ) }
                steps.append(
                    .split(
                        .init(
                            organ: organ, rest: organ, items: Dictionary(items) { first, _ in first },
                            cases: [numbers.randomElement(using: &whims) ?? "": any()])))
            default: steps.append(.merge(organs: [any(), any()], into: new.key))
            }
        }
        return steps
    }

    private func expectWhole(_ district: District, _ look: Look, _ plan: RestructuringPlan) async throws {
        let living = Set(try await Directory(district.database).organs().map(\.key))
        let posts = Set(
            try await district.database.read { try Posts.seats(in: living, in: $0) }.map(\.post))
        for service in district.library.catalogue.services {
            #expect(living.isSuperset(of: [service.item.organ] + service.item.coOrgans))
        }
        for subject in look.cases where subject.closedAt == nil {
            #expect(living.contains(subject.plan.organ))
            for task in subject.openTasks where task.organ != CaseTask.applicant {
                #expect(living.contains(task.organ), "\(task.name)")
                let role = try #require(Role(rawValue: task.role))
                let isHeld = posts.contains(Post(organ: task.organ, role: role))
                #expect(isHeld || look.vacant.contains(role), "\(task.organ) \(task.role)")
            }
            let number = subject.number.text
            #expect(try await district.list(for: subject.plan.organ, number).contains(number))
            let organs = try await district.parties(of: subject.id)
            #expect(organs.isSubset(of: look.mayKnow(subject)), "\(organs)")
        }
    }
}
