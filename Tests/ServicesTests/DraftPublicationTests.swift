import Journal
import Refusals
import Services
import Storage
import Testing
import WorkingTime

@Suite("Drafts that come into force")
struct DraftPublicationTests {
    @Test("What the district has published itself is not overwritten when the program starts again")
    func ownHands() async throws {
        let room = try await WritersRoom()
        let id = try await room.submittedDraft()
        try await room.drafts.approve(id, by: room.wang, at: room.now)
        #expect(try room.library.service("food-business-licence").item.summary == "改过的一句话。")
        #expect(try await room.library.seed(at: room.now) == 0)
        #expect(try room.library.service("food-business-licence").version == 2)
        #expect(try await room.drafts.find(id).draft.version == 2)
    }

    @Test("An ended item does not come back when the program starts again")
    func ended() async throws {
        let room = try await WritersRoom()
        let id = try await room.drafts.end(
            "labour-dispatch-licence", after: room.today, because: "国务院决定取消", by: room.long, at: room.now)
        #expect(try await room.state(id) == .submitted)
        let other = DraftEditor(actor: WritersRoom.actor(15, "另一人"), organs: nil)
        try await room.drafts.approve(id, by: other, at: room.now)
        #expect(room.library.catalogue.service("labour-dispatch-licence") != nil)
        let tomorrow = room.now.adding(seconds: 86_400)
        try await room.drafts.carryOutDue(at: tomorrow)
        #expect(room.library.catalogue.service("labour-dispatch-licence") == nil)
        #expect(try await room.library.seed(at: tomorrow) == 0)
        #expect(room.library.catalogue.service("labour-dispatch-licence") == nil)
        let versions = try await room.database.read {
            try ServiceLibrary.versions(of: "labour-dispatch-licence", in: $0)
        }
        #expect(versions.map(\.isCurrent) == [false] && versions.first?.endedAt == tomorrow)
    }

    @Test("An item of a joint service does not end before it, and an end needs a reason")
    func endRefused() async throws {
        let room = try await WritersRoom()
        await #expect(throws: DomainError.conflict("「\("开办餐饮店一件事")」还包含这个事项，请先修改一件事。")) {
            try await room.drafts.end(
                "food-business-licence", after: room.today, because: "取消", by: room.limin, at: room.now)
        }
        await #expect(throws: DomainError.invalid("reason", "请写明注销的原因。")) {
            try await room.drafts.end(
                "labour-dispatch-licence", after: room.today, because: "", by: room.long, at: room.now)
        }
    }

    @Test("An approved draft waits for its day, and a job publishes it then")
    func laterDay() async throws {
        let room = try await WritersRoom()
        let id = try await room.submittedDraft(from: room.today.adding(days: 3))
        try await room.drafts.approve(id, by: room.wang, at: room.now)
        #expect(try await room.state(id) == .approved)
        #expect(try room.library.service("food-business-licence").version == 1)
        try await room.drafts.carryOutDue(at: room.now.adding(seconds: 2 * 86_400))
        #expect(try await room.state(id) == .approved)
        try await room.drafts.carryOutDue(at: room.now.adding(seconds: 3 * 86_400))
        #expect(try await room.state(id) == .published)
        #expect(try room.library.service("food-business-licence").version == 2)
    }

    @Test("A version may say on which day it ends")
    func lastDay() async throws {
        let room = try await WritersRoom()
        let id = try await room.submittedDraft(until: room.today.adding(days: 1))
        try await room.drafts.approve(id, by: room.wang, at: room.now)
        try await room.drafts.carryOutDue(at: room.now.adding(seconds: 86_400))
        #expect(room.library.catalogue.service("food-business-licence") != nil)
        try await room.drafts.carryOutDue(at: room.now.adding(seconds: 2 * 86_400))
        #expect(room.library.catalogue.service("food-business-licence") == nil)
    }

    @Test("A draft of a version that is no longer the current one is not published over it")
    func overtaken() async throws {
        let room = try await WritersRoom()
        let id = try await room.submittedDraft()
        let changed = try District.item("food-business-licence") { $0["summary"] = "别处改的。" }
        try await room.library.publish([changed], at: room.now)
        await #expect(throws: DomainError.conflict("起草以后，这个事项的现行版变了。请撤回这份草稿，从现行版重新起草。")) {
            try await room.drafts.approve(id, by: room.wang, at: room.now)
        }
    }

    @Test("What has come to be wrong before its day goes back to its author with the reason")
    func failedOnItsDay() async throws {
        let room = try await WritersRoom()
        let id = try await room.submittedDraft(from: room.today.adding(days: 3))
        try await room.drafts.approve(id, by: room.wang, at: room.now)
        let changed = try District.item("food-business-licence") { $0["summary"] = "别处改的。" }
        try await room.library.publish([changed], at: room.now)
        try await room.drafts.carryOutDue(at: room.now.adding(seconds: 3 * 86_400))
        let draft = try await room.drafts.find(id).draft
        #expect(draft.state == .returned)
        #expect(
            draft.remark == "到生效日期时不能公布。起草以后，这个事项的现行版变了。请撤回这份草稿，从现行版重新起草。")
    }

    @Test("One draft holds an item; beginning again leads to it")
    func oneDraft() async throws {
        let room = try await WritersRoom()
        let id = try await room.drafts.begin("food-business-licence", by: room.limin, at: room.now)
        #expect(try await room.drafts.begin("food-business-licence", by: room.wang, at: room.now) == id)
        try await room.drafts.withdraw(id, by: room.limin, at: room.now)
        #expect(try await room.drafts.begin("food-business-licence", by: room.wang, at: room.now) != id)
    }

    @Test("A new item has a name of its own")
    func newItem() async throws {
        let room = try await WritersRoom()
        let taken = ServiceItem.blank(slug: "food-business-licence", name: "重名", organ: "scjg", position: 99)
        await #expect(throws: DomainError.conflict("代号“\("food-business-licence")”已有事项或者草稿，请另取一个。")) {
            try await room.drafts.begin(new: taken, by: room.limin, at: room.now)
        }
        let odd = ServiceItem.blank(slug: "食品", name: "重名", organ: "scjg", position: 99)
        await #expect(throws: DomainError.self) {
            try await room.drafts.begin(new: odd, by: room.limin, at: room.now)
        }
        let item = ServiceItem.blank(slug: "small-workshop", name: "小作坊登记", organ: "scjg", position: 99)
        let id = try await room.drafts.begin(new: item, by: room.limin, at: room.now)
        #expect(try await room.drafts.find(id).draft.basedOn == nil)
        #expect(try await !room.drafts.find(id).check.findings.isEmpty)
    }

    @Test("Every step stands in the journal")
    func journal() async throws {
        let room = try await WritersRoom()
        let id = try await room.submittedDraft()
        try await room.drafts.sendBack(id, because: "再改", by: room.wang, at: room.now)
        try await room.drafts.submit(id, effectiveOn: room.today, endsOn: nil, by: room.limin, at: room.now)
        try await room.drafts.approve(id, by: room.wang, at: room.now)
        let entries = try await room.database.read {
            try Journal.entries(subject: "item/food-business-licence", onlyPublic: false, limit: 20, in: $0)
        }
        #expect(
            entries.map(\.entry.action) == [
                "item.drafted", "item.edited", "item.submitted", "item.returned", "item.submitted",
                "item.approved", "item.published",
            ])
    }
}
