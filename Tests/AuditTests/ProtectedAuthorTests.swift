import Codes
import HTTPTypes
import HummingbirdTesting
import Identity
import Refusals
import Storage
import TestSupport
import Testing

@testable import Audit
@testable import Journal

@Suite("受保护的人在审计日志里")
struct ProtectedAuthorTests {
    private static func submitted(_ subject: String, by account: Int64) -> JournalEntry {
        JournalEntry(
            at: noon,
            actor: Actor(
                accountID: account, name: Pseudonym.protected.rawValue, organ: "scjg", roles: ["officer"],
                channel: "page", address: "192.0.2.7"),
            action: "case.submitted", subject: subject, sentence: "提交了诉求。")
    }

    /// As it was kept before: with the account.
    private static func old(_ subject: String, by account: Int64, id: Int64) throws -> StoredEntry {
        let fresh = try StoredEntry(id: id, entry: submitted(subject, by: account))
        return StoredEntry(
            id: id, entry: submitted(subject, by: account), salt: fresh.salt, leafHash: fresh.leafHash,
            leafIndex: nil)
    }

    @Test("记下的没有账号、岗位和地址，别人的照旧")
    func untraced() throws {
        let kept = try StoredEntry(id: 1, entry: Self.submitted("B1", by: 7))
        #expect(kept.entry.actor == Actor(accountID: 0, name: "（身份受保护）", channel: "page", address: ""))
        #expect(Journal.verify(kept))
        let named = JournalEntry(
            at: noon, actor: Actor(accountID: 7, name: "张伟", channel: "page", address: "192.0.2.7"),
            action: "case.submitted", subject: "B1", sentence: "提交了诉求。")
        #expect(try StoredEntry(id: 2, entry: named).entry == named)
    }

    @Test("按人检索不出来，以前记下账号的也一样；按编号检索得到")
    func search() async throws {
        let house = try await AuditHouse()
        let account = try await house.account("zhangwei").id
        try await house.database.write { tx in
            try Journal.append(Self.submitted("B1", by: account), in: tx)
            try Journal.append([Self.old("B2", by: account, id: tx.ids.next())], in: tx)
        }
        try await house.visit(as: "auditadmin") { client in
            for more in ["", "&subject=B2", "&action=case.submitted"] {
                let page = try await client.look("/desk/audit?person=zhangwei\(more)")
                #expect(page.status == .ok)
                #expect(!page.text.contains(">B1<") && !page.text.contains(">B2<"), "\(more)")
            }
            for subject in ["B1", "B2"] {
                let page = try await client.look("/desk/audit?subject=\(subject)")
                #expect(page.text.contains(">\(subject)<") && page.text.contains("（身份受保护）"))
            }
        }
    }

    @Test("导出里也没有以前记下的账号")
    func export() throws {
        let sheet = AuditSheet(names: [:], organs: OrganNaming([]), number: 1)
        let rows = sheet.rows([try Self.old("B2", by: 123_456_789, id: 1)])
        #expect(rows.contains("B2") && !rows.contains("123456789"))
    }
}
