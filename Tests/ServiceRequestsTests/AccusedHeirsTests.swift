import Cases
import Codes
import Government
import Identity
import Journal
import Messaging
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import ServiceRequests

@Suite("被反映的单位撤并以后")
struct AccusedHeirsTests {
    @Test("承接它的单位、再承接的单位都不能办理，也不能会办；别的单位可以")
    func heirs() async throws {
        let house = try await House()
        let number = try await house.say {
            ($0.category, $0.kind, $0.against) = ("conduct", "report", "zrzy")
            ($0.title, $0.content) = ("窗口人员收受红包", "某月某日在窗口收受红包。")
        }
        let today = house.clock.now.day
        try await house.database.write { tx in
            try Directory.end("zrzy", successor: "zjj", from: today, in: tx)
            try Directory.end("zjj", successor: "cgj", from: today, in: tx)
        }
        for heir in ["zjj", "cgj"] {
            let said = await refusal { try await house.assign(number, to: heir, by: "officer-xfj") }
            #expect(said != nil, "\(heir)")
        }
        let last = await refusal { try await house.assign(number, to: "cgj", by: "officer-xfj") }
        #expect(last == "被反映的单位已经并入这个单位，不能交给它办理。")
        let helped = await refusal {
            try await house.office.assign(
                number, to: "sfj", isFinal: false,
                asking: AssistanceForm(organs: ["cgj"], question: "有没有收过？"),
                by: house.actor("officer-xfj"), as: house.account("officer-xfj").viewer)
        }
        #expect(helped == "被反映的单位已经并入这个单位，不能请它会办。")
        try await house.assign(number, to: "sfj", by: "officer-xfj")
        #expect(try await house.subject(number).plan.organ == "sfj")
    }

    @Test("承办单位并入被反映的单位：先改派，否则不能撤并；并入别的单位可以")
    func mergedIntoTheAccused() async throws {
        let house = try await House()
        let number = try await house.say {
            ($0.category, $0.kind, $0.against) = ("conduct", "report", "zrzy")
            ($0.title, $0.content) = ("窗口人员收受红包", "某月某日在窗口收受红包。")
        }
        try await house.assign(number, to: "sfj", by: "officer-xfj")
        let said = await refusal { try await house.merge(["sfj"], into: "zrzy") }
        #expect(said == "诉求 \(number) 反映的就是承接它的单位，请先改派给别的单位，再撤并机构。")
        #expect(try await house.subject(number).plan.organ == "sfj")
        let office = await refusal { try await house.merge(["xfj"], into: "zrzy") }
        #expect(office == said)
        // The way that the refusal names is open although the organ has taken it up.
        try await house.finish(number, "accept", by: "officer-sfj")
        let still = await refusal { try await house.merge(["sfj"], into: "zrzy") }
        #expect(still == said)
        try await house.reassign(number, to: "cgj", by: "officer-xfj")
        try await house.merge(["sfj"], into: "zrzy")
        #expect(try await house.subject(number).plan.organ == "cgj")
        try await house.merge(["cgj"], into: "zjj")
        #expect(try await house.subject(number).plan.organ == "zjj")
    }

    @Test("被反映的单位并入受理的部门以后，受理的部门也不能再查看反映人是谁")
    func accusedMergedIntoTheOffice() async throws {
        let house = try await House()
        let number = try await house.say {
            ($0.category, $0.kind, $0.against) = ("conduct", "report", "zrzy")
            ($0.title, $0.content) = ("窗口人员收受红包", "某月某日在窗口收受红包。")
        }
        let look = {
            _ = try await house.office.identity(
                behind: number, because: "核实情况", by: house.actor("officer-xfj", for: "xfj"),
                as: house.account("officer-xfj").viewer)
        }
        try await look()
        try await house.merge(["zrzy"], into: "xfj")
        let said = await refusal { try await look() }
        #expect(said == "被反映的单位已经并入受理的部门，不能再查看反映人的身份。")
        // Other mergers do not wait for what cannot be changed any more.
        try await house.assign(number, to: "sfj", by: "officer-xfj")
        try await house.merge(["sfj"], into: "zjj")
        #expect(try await house.subject(number).plan.organ == "zjj")
    }

    @Test("被反映的单位并入承办单位：交办的部门得到通知一次，页面写明是谁，改派以后不再提醒；承接的单位不能再选")
    func accusedMergedIntoTheHandler() async throws {
        let house = try await House()
        let number = try await house.say {
            ($0.category, $0.kind, $0.against) = ("conduct", "report", "zrzy")
            ($0.title, $0.content) = ("窗口人员收受红包", "某月某日在窗口收受红包。")
        }
        let merger = AccusedMerger(database: house.database, outbox: Outbox())
        try await house.assign(number, to: "sfj", by: "officer-xfj")
        try await merger.tell(at: house.clock.now)
        try await house.merge(["zrzy"], into: "sfj")
        house.clock.move(days: 1)
        for _ in 1...2 { try await merger.tell(at: house.clock.now) }
        let told = try await house.told("officer-xfj").filter { $0.contains("已经并入") }
        #expect(told == ["诉求 \(number) 反映的自然资源局端州分局已经并入正在办理它的司法局，请改派给别的单位。"])
        let page = try await house.visit(as: "officer-xfj") {
            try await $0.look(RequestPath.desk(number)).text
        }
        #expect(page.contains("请改派给别的单位") && page.contains("自然资源局端州分局（已并入司法局）"), "\(page)")
        #expect(!page.contains(#"<option value="sfj""#) && !page.contains("zrzy"), "\(page)")
        try await house.reassign(number, to: "zjj", by: "officer-xfj")
        let after = try await house.visit(as: "officer-xfj") {
            try await $0.look(RequestPath.desk(number)).text
        }
        #expect(!after.contains("请改派给别的单位") && after.contains("改派给别的单位"))
        let back = await refusal { try await house.reassign(number, to: "sfj", by: "officer-xfj") }
        #expect(back == "被反映的单位已经并入这个单位，不能交给它办理。")
    }

    @Test("承办单位欠的办结报告、受理单位等的办结报告，撤并以后由承接的单位接着报、接着等")
    func owedReport() async throws {
        let house = try await House()
        let number = try await house.say { ($0.category, $0.kind) = ("land", "complaint") }
        try await house.office.assign(
            number, to: "zrzy", isFinal: false, reportBy: house.clock.now.day.adding(days: 30),
            by: house.actor("officer-xfj"), as: house.account("officer-xfj").viewer)
        try await house.merge(["zrzy"], into: "zjj")
        try await house.merge(["xfj"], into: "zfb")
        let subject = try await house.subject(number)
        let owed = try await house.database.read { try OwedReport.owed(on: subject, in: $0) }
        #expect(owed?.organ == "zjj" && owed?.office == "zfb")
        let kept = try await house.row(number)
        #expect(kept.organ == "zjj")
        let desk = try await house.database.read { try RequestStore.desk(["zfb"], after: nil, in: $0) }
        #expect(desk.items.map(\.number) == [number])
    }
}

extension House {
    /// Merges organs into another one, as a restructuring does: what is under way follows.
    func merge(_ organs: [String], into heir: String) async throws {
        let now = clock.now
        try await database.write { tx in
            let before = try Directory.everyOrgan(in: tx)
            for organ in organs { try Directory.end(organ, successor: heir, from: now.day, in: tx) }
            let change = OrganChange(
                succession: OrganSuccession(
                    passages: organs.map { .whole(from: $0, to: heir) },
                    ended: Dictionary(organs.map { ($0, heir) }) { $1 }),
                renamed: [], before: Dictionary(before.map { ($0.key, $0) }) { $1 },
                after: Dictionary(try Directory.everyOrgan(in: tx).map { ($0.key, $0) }) { $1 }, seats: [])
            _ = try cases.follow(change, by: .system, at: now, in: tx)
        }
    }
}
