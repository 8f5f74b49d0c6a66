import Identity
import Testing
import Web

@testable import Rights

@Suite("Why somebody may do something")
struct AdmissionTests {
    @Test(
        "a policy says whom it lets in",
        arguments: [
            ("anyone", Role.citizen, true), ("signed-in", .citizen, true), ("staff", .citizen, false),
            ("staff", .deputy, true), ("role:sysadmin|secadmin", .secadmin, true),
            ("role:sysadmin|secadmin", .auditadmin, false),
            ("role:secadmin fresh", .secadmin, true), ("something", .leader, false),
        ])
    func admits(_ policy: String, _ role: Role, _ isAdmitted: Bool) {
        #expect(Admission(policy: policy).admits(role, by: .delivered) == isAdmitted)
    }

    @Test("the reason is the post, and there is none for whoever holds no such post")
    func reason() {
        let held = [Post(organ: "scjg", role: .officer), Post(organ: "zwfw", role: .sysadmin)]
        let words: (Post) -> String = { "\($0.organ) \($0.role.chinese)" }
        #expect(Admission(policy: "role:secadmin").reason(held, by: .delivered, words) == nil)
        #expect(Admission(policy: "staff").reason([], by: .delivered, words) == nil)
        #expect(Admission(policy: "role:sysadmin").reason(held, by: .delivered, words) == "因为任zwfw 系统管理员")
        #expect(Admission(policy: "role:head|officer").chinese(by: .delivered) == "经办人员、部门负责人")
    }

    @Test("what is granted is the reason, with the version that granted it")
    func granted() {
        let powers: [Power] = [.fileAtCounter]
        let admission = Admission(policy: "may:counter.file fresh", powers: powers)
        let words: (Post) -> String = { "\($0.organ) \($0.role.chinese)" }
        let held = [Post(organ: "scjg", role: .officer), Post(organ: "zwfw", role: .clerk)]
        #expect(admission.reason([held[0]], by: .delivered, words) == nil)
        #expect(
            admission.reason(held, by: .delivered, words) == "因为任zwfw 综合窗口人员，有权限「窗口代办」（随程序交付）")
        #expect(admission.chinese(by: .delivered) == "综合窗口人员")
        #expect(admission.chinese(by: Grants()) == "没有岗位可以")
    }
}
