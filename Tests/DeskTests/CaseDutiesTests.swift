import BusinessProcess
import Identity
import Journal
import Testing

@testable import Cases
@testable import Desk

@Suite("办件页给谁看什么操作")
struct CaseDutiesTests {
    @Test("不是自己岗位的任务不出现", arguments: [Account.officer, .head, .supervisor])
    func othersTasks(account: Account) throws {
        #expect(try FiledMatter().duties(of: account).tasks.isEmpty)
    }

    @Test("同事领取以后，任务不再出现")
    func claimedByColleague() throws {
        var filed = try FiledMatter()
        let task = try #require(filed.matter.root.openTasks.first)
        #expect(try filed.duties(of: .window).tasks.map(\.id) == [task.id])
        try filed.matter.claim(task: task.id, on: FiledMatter.occasion(.clerk))
        #expect(try filed.duties(of: .window).tasks.isEmpty)
        #expect(try filed.duties(of: .clerk).tasks.count == 1)
        #expect(try !filed.duties(of: .clerk).mayClaim(filed.matter.root.openTasks[0]))
        #expect(try filed.duties(of: .clerk).mayRelease(filed.matter.root.openTasks[0]))
        #expect(try !filed.duties(of: .window).mayRelease(filed.matter.root.openTasks[0]))
    }

    @Test("自己申请的办件应当回避，什么操作也不出现")
    func ownApplication() throws {
        let duties = try FiledMatter().duties(of: .applyingClerk)
        #expect(duties.tasks.isEmpty)
        #expect(!duties.maySuspend)
    }

    @Test("受理以前不能退回、暂停、延长")
    func beforeAcceptance() throws {
        let filed = try FiledMatter()
        let duties = try filed.duties(of: .clerk)
        #expect(duties.returnTargets(filed.matter.root.openTasks[0]).isEmpty)
        #expect(!duties.maySuspend)
        #expect(try !filed.duties(of: .head).mayExtend)
    }

    @Test("受理以后，延长由本机关负责人批准，暂停由办理部门决定")
    func afterAcceptance() throws {
        var filed = try FiledMatter()
        try filed.finish(as: .clerk, "accept")
        #expect(try filed.duties(of: .head).mayExtend)
        #expect(try !filed.duties(of: .foreignHead).mayExtend)
        #expect(try !filed.duties(of: .officer).mayExtend)
        #expect(try filed.duties(of: .officer).maySuspend)
        #expect(try !filed.duties(of: .supervisor).maySuspend)
    }

    @Test("负责人可以把决定退回审查")
    func sendingBack() throws {
        var filed = try FiledMatter()
        try filed.finish(as: .clerk, "accept")
        #expect(try filed.duties(of: .officer).tasks.first?.act == .review)
        try filed.finish(as: .officer, "pass")
        let task = try #require(filed.matter.root.openTasks.first)
        #expect(task.act == .decide)
        #expect(try filed.duties(of: .head).returnTargets(task).map(\.id) == ["review"])
    }
}
