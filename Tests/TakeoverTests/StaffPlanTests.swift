import Identity
import Refusals
import Testing

@testable import Takeover

@Suite("原来的部门和角色是这里的什么")
struct StaffPlanTests {
    private var plan: StaffPlan {
        var plan = StaffPlan()
        plan.departments = [
            OldDepartment(id: "1", parent: "0", name: "区"), OldDepartment(id: "2", parent: "1", name: "局"),
            OldDepartment(id: "3", parent: "2", name: "股"), OldDepartment(id: "8", parent: "9", name: "甲"),
            OldDepartment(id: "9", parent: "8", name: "乙"),
        ]
        plan.roles = [OldRole(id: "1", name: "超级管理员", key: "admin")]
        return plan
    }

    @Test("上下级绕成一圈、没有这个部门、没有说过，都是不知道")
    func unknown() {
        #expect(plan.organ(of: "8") == nil && plan.organ(of: "77") == nil && plan.organ(of: "3") == nil)
    }

    @Test("科室随最近的上级部门，自己说了的按自己的")
    func nearest() {
        var plan = plan
        plan.organs = ["1": "zfb", "2": "scjg"]
        #expect(plan.organ(of: "3") == "scjg" && plan.organ(of: "1") == "zfb")
        plan.organs["3"] = StaffPlan.none
        #expect(plan.organ(of: "3") == StaffPlan.none)
    }

    @Test("管理员的岗位不能随迁入授予", arguments: ["sysadmin", "secadmin", "auditadmin", "citizen", "nobody"])
    func administrators(_ role: String) {
        var plan = plan
        plan.posts = ["1": role]
        #expect(plan.posts(of: ["1"], in: "scjg") == [])
    }

    @Test(
        "新设部门的代号、全称和代码写错，指出是哪一项",
        arguments: [
            ("Jtj", "肇庆市端州区港口管理局", "11441202MB9D000170", "key.103"),
            ("gkgl", "", "11441202MB9D000170", "full.103"), ("gkgl", "肇庆市端州区港口管理局", "123", "code.103"),
        ])
    func founding(_ key: String, _ full: String, _ code: String, _ field: String) {
        let new = StaffPlan.NewOrgan(key: key, fullName: full, code: code)
        let error = #expect(throws: DomainError.self) { try new.organ(named: "港口管理所", of: "103") }
        guard case .invalid(let errors)? = error else { return #expect(Bool(false)) }
        #expect(errors.map(\.field) == [field])
    }
}
