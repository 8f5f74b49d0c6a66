import BusinessProcess
import Identity
import Testing

@testable import Cases
@testable import Desk

@Suite("办件页上改变办理过程的操作")
struct CourseDutiesTests {
    private let colleague = OrganMember(id: 40, name: "周强", organ: "scjg", roles: [.officer])

    /// A case under review, and the review.
    private func reviewing() throws -> (FiledMatter, CaseTask) {
        var filed = try FiledMatter()
        try filed.finish(as: .clerk, "accept")
        let review = try #require(filed.matter.root.openTasks.first)
        return (filed, review)
    }

    @Test("受理以前什么也不出现")
    func beforeAcceptance() throws {
        let filed = try FiledMatter()
        let accept = try #require(filed.matter.root.openTasks.first)
        let duties = try filed.duties(of: .clerk)
        #expect(!duties.mayReject(accept) && !duties.mayHalt(accept) && !duties.mayTerminate)
        #expect(duties.jumpTargets(accept).isEmpty && duties.withdrawable == nil)
        #expect(!duties.mayAdd(colleague, .before, to: accept))
    }

    @Test("别人的环节不能动；跳转、终止只给主办部门负责人")
    func others() throws {
        let (filed, review) = try reviewing()
        for account in [Account.officer, .foreignHead, .supervisor, .clerk] {
            let duties = try filed.duties(of: account)
            #expect(duties.jumpTargets(review).isEmpty && !duties.mayTerminate, "\(account.displayName)")
        }
        let head = try filed.duties(of: .head)
        // Nobody has reviewed yet, so that the decision is not among them, and this process has no other step.
        #expect(head.jumpTargets(review).isEmpty)
        #expect(head.mayTerminate && head.mayHalt(review) && head.mayUrge(review))
        #expect(try !filed.duties(of: .foreignHead).mayManage(review))
        #expect(try filed.duties(of: .supervisor).mayUrge(review))
    }

    @Test("办理人可以请同事加签，挂起以后只剩恢复，试过的都没有留下痕迹")
    func own() throws {
        var (filed, review) = try reviewing()
        let duties = try filed.duties(of: .officer)
        #expect(SigningOrder.allCases.allSatisfy { duties.mayAdd(colleague, $0, to: review) })
        #expect(duties.matter.events.isEmpty == filed.matter.events.isEmpty)
        try filed.matter.suspend(task: review.id, reason: "等解释", on: FiledMatter.occasion(.officer))
        let still = try #require(filed.matter.root.openTasks.first)
        let halted = try filed.duties(of: .officer)
        #expect(!halted.mayDo(still) && halted.mayContinue(still) && !halted.mayHalt(still))
        #expect(halted.tasks.isEmpty)
    }

    @Test("刚办完的可以撤回，决定人领取以后不再出现")
    func withdrawable() throws {
        var (filed, review) = try reviewing()
        try filed.finish(as: .officer, "pass")
        #expect(try filed.duties(of: .officer).withdrawable?.id == review.id)
        let decide = try #require(filed.matter.root.openTasks.first)
        try filed.matter.claim(task: decide.id, on: FiledMatter.occasion(.head))
        #expect(try filed.duties(of: .officer).withdrawable == nil)
    }

    @Test("表决写明几人同意即通过、已经有几人表态")
    func ballot() {
        let ballot = Ballot(
            name: "会商表决", seats: 5, answered: 2,
            counts: [.init(label: "同意", number: 1), .init(label: "不同意", number: 1)],
            goal: .init(label: "同意", number: 3))
        #expect(ballot.words == "共 5 人，3 人同意即通过；已办 2 人：同意 1、不同意 1")
    }
}
