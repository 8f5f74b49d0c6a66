import Cases
import Identity
import Refusals
import Testing
import Web

@testable import Desk

@Suite("办件页上的操作")
struct CaseActionTests {
    private let members = [
        OrganMember(id: 7, name: "李敏", organ: "scjg", roles: [.officer]),
        OrganMember(id: 8, name: "王建华", organ: "scjg", roles: [.head]),
    ]

    private func input(_ action: CaseAction, _ pairs: [(name: String, value: String)]) -> ActionInput {
        ActionInput(action: action, form: FormData(pairs), members: members)
    }

    @Test("没有选同事、选了别的部门的人都不行", arguments: ["", "9", "李敏"])
    func unknownColleague(value: String) {
        #expect(throws: DomainError.invalid("colleague", "请选择一位同事。")) {
            try input(.transfer, [("transfer.colleague", value)]).colleague()
        }
    }

    @Test("没有选择法定事由不能暂停计时")
    func unknownReason() {
        #expect(throws: DomainError.invalid("reason", "请选择暂停计时的法定事由。")) {
            try input(.suspensions, [("suspensions.reason", "lunch")]).suspensionReason()
        }
    }

    @Test("选中的同事带着他的岗位")
    func colleague() throws {
        let found = try input(.transfer, [("transfer.colleague", "8")]).colleague()
        #expect(found.signatory.name == "王建华")
        #expect(found.roles == ["head"])
    }

    @Test("空的意见不算意见，没勾的材料不算缺")
    func emptyFinding() {
        let finding = input(.completion, [("outcome", "accept"), ("opinion", "  "), ("missing", "")]).finding
        #expect(finding == Finding(outcome: "accept"))
    }

    @Test("一页上几张表的字段不重名")
    func fieldNamesDiffer() {
        let names = CaseAction.allCases.map { $0.field("reason") }
        #expect(Set(names).count == names.count)
    }

    @Test("地址和日志动作各不相同")
    func addressesDiffer() {
        #expect(Set(CaseAction.allCases.map(DeskPath.template)).count == CaseAction.allCases.count)
        #expect(Set(CaseAction.allCases.map(\.journal)).count == CaseAction.allCases.count)
    }
}
