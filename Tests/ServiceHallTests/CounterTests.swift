import Cases
import Government
import HTTPTypes
import HummingbirdTesting
import Identity
import Storage
import Testing

@testable import ServiceHall

@Suite("窗口代办")
struct CounterTests {
    private let hall: TestHall

    init() async throws { hall = try await TestHall.open() }

    @Test("只有综合窗口可以代办")
    func onlyClerks() async throws {
        try await hall.visit { client in
            #expect(try await Person("zhangwei", client).get("/desk/counter").status == .forbidden)
            let begun = try await Person("zhangwei", client).post(
                "/applications", [("service", "kbcyd"), ("applicant", "91441202MA4W12346L")])
            #expect(begun.status == .forbidden)
        }
    }

    @Test(
        "查不到和写错的号码各有说明",
        arguments: [
            ("", "请输入身份证号码"), ("123", "号码不对"), ("441299199001010013", "人口库中没有"),
        ])
    func unknown(_ code: String, _ words: String) async throws {
        try await hall.visit { client in
            let page = try await Person("clerk", client).post("/desk/counter", [("code", code)])
            #expect(page.status == .unprocessableContent && page.text.contains(words))
        }
    }

    @Test("查询先记入日志，再显示脱敏的姓名；代办的草稿不在本人的办件里")
    func found() async throws {
        try await hall.visit { client in
            let clerk = Person("clerk", client)
            let page = try await clerk.post(
                "/desk/counter", [("code", "441299199003071231"), ("q", "居住证")]
            ).text
            #expect(page.contains("张*") && page.contains("居住证申领") && !page.contains("张伟"))
            let entries = try await hall.database.read {
                try $0.count(
                    "SELECT count(*) FROM journal_entry WHERE action = 'person.looked_up' AND subject LIKE 'person-readings:%' /* all */"
                )
            }
            #expect(entries == 1)
            let begun = try await clerk.post(
                "/applications", [("service", "residence-permit"), ("applicant", "441299199003071231")])
            let first = try await clerk.get(begun.location).text
            #expect(first.contains("value=\"张伟\"") && first.contains("来自：人口基础信息"))
            #expect(try await Drafts(database: hall.database).open(of: hall.account("clerk")).isEmpty)
        }
    }

    @Test("本人有账号的，代办的申请归到他的账号名下；停用的账号不算", arguments: [(false, Int64(41)), (true, nil)])
    func ownAccount(_ isDisabled: Bool, _ owner: Int64?) async throws {
        let person = try hall.account("zhangwei").personID
        _ = try await hall.database.write { tx in
            try tx.execute(
                """
                INSERT INTO account (id, name, display_name, password_hash, totp_last_step, person_id, created_at,
                    disabled)
                VALUES (41, 'zhangwei', '张伟', '', 0, \(person), 0, \(isDisabled))
                """)
        }
        let applicants = Applicants(directory: Directory(hall.database), database: hall.database)
        let applicant = try await applicants.named("441299199003071231", by: hall.account("clerk"), for: nil)
        #expect(applicant.accountID == owner)
        #expect(applicant.name == "张伟")
    }
}
