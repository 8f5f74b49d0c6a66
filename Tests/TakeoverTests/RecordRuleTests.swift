import Journal
import Refusals
import Testing
import WorkingTime

@testable import Takeover

@Suite("一次迁入的步骤")
struct RecordRuleTests {
    private static let asker = Actor(
        accountID: 1, name: "戴启明", organ: "zwfw", roles: ["sysadmin"], channel: "page", address: "")
    private static let decider = Actor(
        accountID: 2, name: "严玉珍", organ: "zwfw", roles: ["secadmin"], channel: "page", address: "")

    private func record(_ state: TakeoverRecord.State) -> TakeoverRecord {
        TakeoverRecord(
            id: 7, kind: .staff, system: "原审批系统", fileNames: [], lineCount: 3, creator: "戴启明", creatorID: 7,
            createdAt: Instant(milliseconds: 0), state: state, plan: StaffPlan())
    }

    @Test("提交人自己不能审定，不是安全管理员的不能审定，没有提交的不能审定")
    func deciders() throws {
        var asked = record(.tried)
        try asked.ask(taking: 1, by: Self.asker)
        let own = Actor(
            accountID: 1, name: "戴启明", organ: "zwfw", roles: ["secadmin"], channel: "page", address: "")
        #expect(throws: DomainError.forbidden("提交人不能审定，请由另一位安全管理员审定。")) { try asked.approve(by: own) }
        let system = Actor(
            accountID: 3, name: "罗志明", organ: "zwfw", roles: ["sysadmin"], channel: "page", address: "")
        #expect(throws: DomainError.forbidden("迁入由安全管理员审定。")) { try asked.approve(by: system) }
        var tried = record(.tried)
        #expect(throws: DomainError.conflict("这次迁入没有等待审定。")) { try tried.approve(by: Self.decider) }
        try asked.approve(by: Self.decider)
        #expect(asked.state == .taking && asked.approved == Self.decider)
    }

    @Test("没有试运行、没有可以迁入的行，不能提交")
    func asking() {
        var read = record(.read)
        #expect(throws: DomainError.conflict("请先试运行，看过报告再提交。")) { try read.ask(taking: 3, by: Self.asker) }
        var tried = record(.tried)
        #expect(throws: DomainError.conflict("没有可以迁入的行，请核对报告。")) { try tried.ask(taking: 0, by: Self.asker) }
    }

    @Test("提交以后不能改对应关系；退回要写原因，退回以后可以改了再提交")
    func refused() throws {
        var asked = record(.tried)
        try asked.ask(taking: 1, by: Self.asker)
        #expect(throws: DomainError.self) { try asked.arrange(StaffPlan()) }
        #expect(throws: DomainError.invalid("remark", "请写明退回的原因，提交人会看到。")) {
            try asked.refuse(remark: " ", by: Self.decider)
        }
        try asked.refuse(remark: "审批人员不应都是经办", by: Self.decider)
        try asked.arrange(StaffPlan())
        try asked.look()
        #expect(asked.state == .trying)
    }

    @Test("没有完成的不能撤销，有人用过的不能撤销")
    func undoing() throws {
        var tried = record(.tried)
        #expect(throws: DomainError.conflict("只有已经完成的迁入可以撤销。")) { try tried.undo(obstacles: []) }
        var done = record(.done)
        let obstacle = TakeoverObstacle(line: 1, name: "gao.feng", words: "本人已经登录。")
        #expect(throws: DomainError.conflict("已有 \(1) 行迁入以后又有变动，不能整批撤销。")) {
            try done.undo(obstacles: [obstacle])
        }
        try done.undo(obstacles: [])
        done.finish()
        #expect(done.state == .undone)
    }
}
