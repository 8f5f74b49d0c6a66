import Refusals
import Services
import Testing
import WorkingTime

@Suite("A draft of an item")
struct DraftRuleTests {
    @Test("Whoever has written in it does not review it, nor does whoever began it")
    func fourEyes() async throws {
        let room = try await WritersRoom()
        let id = try await room.submittedDraft()
        let refusal = DomainError.forbidden("事项由另一人审核，您起草或者修改过这份草稿，不能审核。")
        await #expect(throws: refusal) { try await room.drafts.approve(id, by: room.limin, at: room.now) }
        try await room.drafts.sendBack(id, because: "再改", by: room.wang, at: room.now)
        try await room.drafts.write(id, seen: 1, by: room.wang, at: room.now) { $0.summary = "再改一次。" }
        try await room.drafts.submit(
            id, effectiveOn: room.today, endsOn: nil, by: room.limin, at: room.now)
        await #expect(throws: refusal) { try await room.drafts.approve(id, by: room.wang, at: room.now) }
        try await room.drafts.approve(id, by: room.long, at: room.now)
        #expect(try await room.state(id) == .published)
    }

    @Test("Another organ's item is not theirs to touch, nor may it be given to another organ")
    func reach() async throws {
        let room = try await WritersRoom()
        let refusal = DomainError.forbidden("这是其他部门的事项，由该部门或者政务服务管理部门维护。")
        await #expect(throws: refusal) {
            try await room.drafts.begin("food-business-licence", by: room.stranger, at: room.now)
        }
        let id = try await room.drafts.begin("food-business-licence", by: room.limin, at: room.now)
        await #expect(throws: refusal) {
            try await room.drafts.write(id, seen: 0, by: room.limin, at: room.now) { $0.organ = "zjj" }
        }
        await #expect(throws: refusal) { try await room.drafts.withdraw(id, by: room.stranger, at: room.now) }
    }

    @Test("Who saves upon an older revision than the last is told, and undoes nothing")
    func stale() async throws {
        let room = try await WritersRoom()
        let id = try await room.changedDraft("先保存的。")
        await #expect(throws: DomainError.conflict("您打开以后，别人保存过这份草稿。请重新打开，看过改动再填写。")) {
            try await room.drafts.write(id, seen: 0, by: room.wang, at: room.now) { $0.summary = "后保存的。" }
        }
        #expect(try await room.drafts.find(id).draft.item.summary == "先保存的。")
    }

    @Test("What is wrong with it is told in words and keeps it from being handed in")
    func findings() async throws {
        let room = try await WritersRoom()
        let id = try await room.drafts.begin("food-business-licence", by: room.limin, at: room.now)
        try await room.drafts.write(id, seen: 0, by: room.limin, at: room.now) { $0.conditions = [] }
        #expect(try await room.drafts.find(id).check.findings.map(\.message) == ["应写明申请条件"])
        await #expect(throws: DomainError.conflict("还有 \(1) 处问题，改好后才能提交：\("应写明申请条件")")) {
            try await room.drafts.submit(
                id, effectiveOn: room.today, endsOn: nil, by: room.limin, at: room.now)
        }
    }

    @Test("A question that a joint service does not ask stands against the change of its item")
    func joint() async throws {
        let room = try await WritersRoom()
        let id = try await room.drafts.begin("food-business-licence", by: room.limin, at: room.now)
        try await room.drafts.write(id, seen: 0, by: room.limin, at: room.now) { item in
            item.materials.append(Material(id: "menu", name: "菜单"))
        }
        let messages = try await room.drafts.find(id).check.findings.map(\.message)
        #expect(messages == ["一件事“开办餐饮店一件事”：少了“食品经营许可”需要的“菜单”"])
    }

    @Test("A draft that says what is offered already is not handed in")
    func unchanged() async throws {
        let room = try await WritersRoom()
        let id = try await room.drafts.begin("food-business-licence", by: room.limin, at: room.now)
        await #expect(throws: DomainError.conflict("与现行版没有不同，不需要提交。")) {
            try await room.drafts.submit(
                id, effectiveOn: room.today, endsOn: nil, by: room.limin, at: room.now)
        }
    }

    @Test("It counts from today at the earliest, and ends no sooner than it begins")
    func days() async throws {
        let room = try await WritersRoom()
        let id = try await room.changedDraft()
        await #expect(throws: DomainError.invalid("effective_on", "生效日期不能早于今天。")) {
            try await room.drafts.submit(
                id, effectiveOn: room.today.adding(days: -1), endsOn: nil, by: room.limin, at: room.now)
        }
        await #expect(throws: DomainError.invalid("ends_on", "失效日期不能早于生效日期。")) {
            try await room.drafts.submit(
                id, effectiveOn: room.today.adding(days: 2), endsOn: room.today, by: room.limin,
                at: room.now)
        }
    }

    @Test("It is sent back with a reason")
    func sentBack() async throws {
        let room = try await WritersRoom()
        let id = try await room.submittedDraft()
        await #expect(throws: DomainError.invalid("reason", "请写明退回的原因。")) {
            try await room.drafts.sendBack(id, because: " ", by: room.wang, at: room.now)
        }
        try await room.drafts.sendBack(id, because: "依据缺条款", by: room.wang, at: room.now)
        let draft = try await room.drafts.find(id).draft
        #expect(draft.state == .returned && draft.remark == "依据缺条款")
    }

    @Test("What is handed in is not written in")
    func closed() async throws {
        let room = try await WritersRoom()
        let id = try await room.submittedDraft()
        await #expect(throws: DomainError.conflict("这份草稿\("待审核")，请刷新页面查看现在可以做什么。")) {
            try await room.drafts.write(id, seen: 1, by: room.limin, at: room.now) { $0.summary = "" }
        }
    }
}
