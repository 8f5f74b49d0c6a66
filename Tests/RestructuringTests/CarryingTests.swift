import Cases
import Codes
import Government
import Identity
import Journal
import Refusals
import Services
import Storage
import Testing
import WorkingTime

@testable import Restructuring

@Suite("A restructuring on its day")
struct CarryingTests {
    @Test(
        "A merger moves posts, items and what is under way, tells the applicant, and leaves limits and numbers alone"
    )
    func merger() async throws {
        let district = try await District()
        let number = try await district.file("food-business-licence")
        try await district.work(on: number, times: 2)
        let before = try await district.cases.matter(number, for: .system).root
        let plan = try await district.carryOut([.merge(organs: ["scjg"], into: "wsjk")])
        #expect(plan.state == .carriedOut && plan.record.tally?.matters == 1)
        let after = try await district.cases.matter(number, for: .system).root
        #expect(after.plan.organ == "wsjk" && after.plan.organName == "肇庆市端州区卫生健康局")
        #expect(after.openTasks.allSatisfy { $0.organ != "scjg" })
        #expect(after.clocks.map(\.dueAt) == before.clocks.map(\.dueAt) && after.number == before.number)
        #expect(after.plan.code == before.plan.code)
        // What was done before keeps who did it.
        #expect(
            zip(after.tasks, before.tasks).allSatisfy { $0.state == .open || $0.organ == $1.organ })
        #expect(
            try await district.sentences(of: number).contains {
                $0.hasPrefix("因机构改革，本件由肇庆市端州区市场监督管理局改由肇庆市端州区卫生健康局办理")
            })
        let item = try district.library.service("food-business-licence")
        #expect(item.item.organ == "wsjk" && item.code != before.plan.code)
        try await district.expectOfficer("officer-scjg", in: ["wsjk"])
        let organ = try #require(
            try await Directory(district.database).everyOrgan().first { $0.key == "scjg" })
        #expect(!organ.isLiving && organ.successor == "wsjk")
        #expect(try await !Directory(district.database).organs().contains { $0.key == "scjg" })
        // It goes on to its end where it is now, and the next one begins there.
        try await district.work(on: number, times: 10)
        #expect(try await district.cases.matter(number, for: .system).root.phase == .closed)
        let next = try await district.file("food-business-licence")
        #expect(try await district.cases.matter(next, for: .system).root.plan.organ == "wsjk")
    }

    @Test("What is finished is not touched, and the successor may look it up")
    func finished() async throws {
        let district = try await District()
        let number = try await district.file("food-business-licence")
        try await district.work(on: number, times: 20)
        let before = try await district.cases.matter(number, for: .system).root
        #expect(before.closedAt != nil)
        _ = try await district.carryOut([.abolish(organ: "scjg", successor: "wsjk")])
        let after = try await district.cases.matter(number, for: .system).root
        #expect(after.plan == before.plan && after.tasks == before.tasks)
        await district.workOffJobs()
        #expect(try await district.parties(of: after.id).contains("wsjk"))
        let found = try await district.list(for: "wsjk", number)
        #expect(found == [number])
        #expect(try await district.list(for: "zjj", number).isEmpty)
    }

    @Test(
        "The offices of an organ that is gone end with it, and its people stand in none until they are placed"
    )
    func offices() async throws {
        let district = try await District()
        _ = try await district.carryOut([.merge(organs: ["scjg"], into: "wsjk")])
        let offices = try await Directory(district.database).everyOffice().filter { $0.organ == "scjg" }
        let last = district.clock.now.day.adding(days: -1)
        #expect(!offices.isEmpty && offices.allSatisfy { $0.validUntil == last })
        let officer = try await district.database.read { [day = district.clock.now.day] in
            try Accounts.account(named: "officer-scjg", on: day, in: $0)
        }
        #expect(officer?.posts.map(\.organ) == ["wsjk"] && officer?.offices.isEmpty == true)
    }

    @Test("A part goes to a new organ, and what the joint application waits for goes along")
    func split() async throws {
        let district = try await District()
        let number = try await district.file("kbcyd")
        try await district.work(on: number, times: 2)
        let food = try district.library.service("food-business-licence").code
        let plan = try await district.carryOut([
            .create(Samples.newOrgan),
            .split(
                .init(
                    organ: "scjg", rest: "scjg", items: [food: "xksp"],
                    posts: ["officer-scjg/officer": "xksp"])),
        ])
        #expect(plan.state == .carriedOut, "\(plan.record.obstacle?.chinese ?? "")")
        let matter = try await district.cases.matter(number, for: .system)
        let child = try #require(matter.children.first { $0.plan.code == food })
        #expect(child.plan.organ == "xksp" && matter.root.plan.organ == "scjg")
        try await district.work(on: number, times: 60)
        let end = try await district.cases.matter(number, for: .system)
        #expect(end.children.allSatisfy { $0.process != nil })
    }

    @Test("A name that was given up stays with what was done under it")
    func renaming() async throws {
        let district = try await District()
        let number = try await district.file("food-business-licence")
        let day = district.clock.now.day
        _ = try await district.carryOut([
            .rename(organ: "scjg", name: "市场监管局", fullName: "肇庆市端州区市场监管局")
        ])
        let names = try await Directory(district.database).organNames()
        #expect(names.name(of: "scjg", on: day) == "市场监督管理局" && names.name(of: "scjg") == "市场监管局")
        let after = try await district.cases.matter(number, for: .system).root
        #expect(after.plan.organ == "scjg" && after.plan.organName == "肇庆市端州区市场监管局")
    }

    @Test("A plan that has become impossible is not carried out, changes nothing and says why")
    func obstacle() async throws {
        let district = try await District()
        let (drafter, approver, now) = (Samples.drafter, Samples.approver, district.clock.now)
        let plans = district.restructurings
        var ids: [Int64] = []
        for step in [
            RestructuringStep.merge(organs: ["scjg"], into: "wsjk"), .merge(organs: ["wsjk"], into: "zjj"),
            .abolish(organ: "scjg", successor: "zjj"),
        ] {
            let plan = try await plans.draft(
                "方案", basis: "文", effectiveOn: now.day, by: drafter, at: now)
            try await plans.change(plan.id, by: drafter, at: now, "restructuring.edited", "修改") { plan, _ in
                try plan.add(step, by: drafter, at: now)
            }
            try await plans.change(plan.id, by: approver, at: now, "restructuring.approved", "批准") {
                try $0.approve($0.findings($1), by: approver, at: now)
            }
            ids.append(plan.id)
        }
        try await plans.carryOutDue(at: now)
        let last = try await plans.plan(ids[2]).plan
        #expect(last.state == .approved && last.record.obstacle?.chinese == "市场监督管理局已经撤并，不能再用。")
        #expect(try await plans.plan(ids[1]).plan.state == .carriedOut)
        try await district.expectOfficer("officer-scjg", in: ["zjj"])
    }

    @Test("The items of the program do not come back to organs that are gone")
    func seedingAgain() async throws {
        let district = try await District()
        _ = try await district.carryOut([
            .merge(organs: ["gaj"], into: "sfj"), .merge(organs: ["scjg"], into: "wsjk"),
        ])
        #expect(try await district.library.seed(at: district.clock.now) == 0)
        #expect(!district.library.catalogue.services.contains { ["gaj", "scjg"].contains($0.item.organ) })
    }
}
