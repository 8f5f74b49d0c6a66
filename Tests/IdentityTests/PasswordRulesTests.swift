import Codes
import Refusals
import Testing

@testable import Identity

@Suite("密码的要求") struct PasswordRulesTests {
    private let rules: PasswordRules

    init() throws { rules = PasswordRules(weight: PasswordWeight(words: try .delivered())) }

    private func owner(isStaff: Bool = false) throws -> PasswordRules.Owner {
        PasswordRules.Owner(
            isStaff: isStaff, accountName: "chenjing", phone: "13800138000",
            identityNumber: try IdentityNumber("441299198511152041"))
    }

    @Test(
        "what everybody thinks of is refused, however disguised",
        arguments: [
            "12345678", "87654321", "11111111", "aaaaaaaa", "abababab", "abcd1234", "qwertyui", "1qaz2wsx",
            "password", "P@ssw0rd", "Passw0rd2026", "woaini1314", "woaini520520", "5201314520", "iloveyou1",
            "zhaoqing2026", "Duanzhou@2026", "minben-demo-2026", "admin888888", "a1234567", "wang123456",
            "19900101", "199003071", "147258369", "asdfghjkl", "zxcvbnm123", "qwe123qwe", "88888888",
            "guanliyuan1", "zhangwei123", "Huawei@123", "gov.cn2026", "nihao12345",
        ])
    func common(password: String) throws {
        #expect(throws: DomainError.self) { try rules.check(password, for: owner(), field: "new") }
    }

    @Test(
        "what is not is taken",
        arguments: [
            "Kx7mQp2vL", "三杯奶茶两块饼干", "correct horse battery staple", "雨停了就去七星岩", "g7-Tk-93-qv",
            "purple-kettle-sings",
        ])
    func uncommon(password: String) throws {
        try rules.check(password, for: owner(), field: "new")
    }

    @Test("citizens need eight characters, staff twelve")
    func length() throws {
        #expect(throws: DomainError.invalid("new", "密码至少要有 \(8) 个字符，请加长。")) {
            try rules.check("Kx7mQp2", for: owner(), field: "new")
        }
        #expect(throws: DomainError.invalid("new", "密码至少要有 \(12) 个字符，请加长。")) {
            try rules.check("Kx7mQp2vLw9", for: owner(isStaff: true), field: "new")
        }
    }

    @Test(
        "nothing that stands on the owner's papers is in it",
        arguments: [
            ("Kx-chenjing-7q", "账号"), ("kx-CHENJING-7q", "账号"), ("kx0138000vq", "电话号码"),
            ("kx19851115vq", "出生日期"),
            ("kx851115vqz", "出生日期"), ("kxz152041vqm", "身份证号码"),
        ])
    func personal(password: String, thing: String) throws {
        #expect(throws: DomainError.invalid("new", "密码里不能含有您的\(thing)，请换一个。")) {
            try rules.check(password, for: owner(), field: "new")
        }
    }

    @Test("a password of a megabyte is refused before it is looked at")
    func oversized() throws {
        #expect(throws: DomainError.self) {
            try rules.check(String(repeating: "长", count: 100_000), for: owner(), field: "new")
        }
    }
}
