import Identity
import Testing

@testable import Rights

@Suite("Why somebody may do something")
struct AdmissionTests {
    @Test(
        "a policy says whom it lets in",
        arguments: [
            ("anyone", Role.citizen, true), ("signed-in", .citizen, true), ("staff", .citizen, false),
            ("staff", .deputy, true), ("role:sysadmin|secadmin", .secadmin, true),
            ("role:sysadmin|secadmin", .auditadmin, false), ("something", .leader, false),
        ])
    func admits(_ policy: String, _ role: Role, _ isAdmitted: Bool) {
        #expect(Admission(policy: policy).admits(role) == isAdmitted)
    }

    @Test("the reason is the post, and there is none for whoever holds no such post")
    func reason() {
        let held = [Post(organ: "scjg", role: .officer), Post(organ: "zwfw", role: .sysadmin)]
        let words: (Post) -> String = { "\($0.organ) \($0.role.chinese)" }
        #expect(Admission(policy: "role:secadmin").reason(held, words) == nil)
        #expect(Admission(policy: "staff").reason([], words) == nil)
        #expect(Admission(policy: "role:sysadmin").reason(held, words) == "因为任zwfw 系统管理员")
        #expect(Admission(policy: "role:head|officer").chinese == "经办人员、部门负责人")
    }
}
