import Journal
import Refusals
import Testing
import WorkingTime

@testable import DirectorySync

@Suite("A directory is let in by two people")
struct SourceRuleTests {
    private func draft() throws -> DirectorySource {
        try DirectorySource.draft("人社局", purpose: "同步账号", lifeDays: 30, id: 5, by: .sysadmin, at: noon)
    }

    /// Whether an act is refused in these words.
    private func conflict(_ words: String, _ act: () throws -> Void) -> Bool {
        do { try act() } catch DomainError.conflict(let sentence) { return sentence.chinese == words } catch {
        }
        return false
    }

    @Test("only a system administrator drafts, and says what for and how long")
    func drafting() {
        #expect(throws: DomainError.forbidden("目录来源由系统管理员登记。")) {
            try DirectorySource.draft("人社局", purpose: "同步", lifeDays: 30, id: 5, by: .secadmin, at: noon)
        }
        for (name, purpose, days) in [("", "同步", 30), ("人社局", "", 30), ("人社局", "同步", 0), ("人社局", "同步", 366)] {
            #expect(throws: DomainError.self) {
                try DirectorySource.draft(
                    name, purpose: purpose, lifeDays: days, id: 5, by: .sysadmin, at: noon)
            }
        }
    }

    @Test("whoever drafted does not approve, even as a security administrator")
    func approving() throws {
        var source = try draft()
        #expect(throws: DomainError.forbidden("目录来源由安全管理员审定。")) {
            try source.approve(by: .sysadmin, at: noon)
        }
        let both = Actor(
            accountID: Actor.sysadmin.accountID, name: "戴启明", roles: ["secadmin"], channel: "page",
            address: "")
        #expect(throws: DomainError.forbidden("登记人不能审定，请由另一位安全管理员审定。")) {
            try source.approve(by: both, at: noon)
        }
        #expect(
            conflict("目录来源「人社局」待审定，不能领取令牌。") { try source.issueToken(hash: "x", by: .sysadmin, at: noon) })
        #expect(!source.isOpen(at: noon))
    }

    @Test("a token counts until its day, a new one ends it, and a directory that is kept out has none")
    func token() throws {
        var source = try draft()
        try source.approve(by: .secadmin, at: noon)
        #expect(conflict("目录来源「人社局」已批准，不能再审定。") { try source.refuse(remark: "不需要", by: .secadmin, at: noon) })
        #expect(throws: DomainError.forbidden("令牌由系统管理员领取。")) {
            try source.issueToken(hash: "x", by: .secadmin, at: noon)
        }
        try source.issueToken(hash: "x", by: .sysadmin, at: noon)
        #expect(source.isOpen(at: noon.adding(seconds: 30 * 86_400 - 1)))
        #expect(!source.isOpen(at: noon.adding(seconds: 30 * 86_400)))
        try source.revoke(by: .secadmin, at: noon)
        #expect(!source.isOpen(at: noon) && source.token == nil)
        #expect(conflict("目录来源「人社局」已停用，不用停用。") { try source.revoke(by: .sysadmin, at: noon) })
    }

    @Test("rubbish is no token, and the hash is not the token")
    func tokens() throws {
        let token = SourceToken.random()
        #expect(SourceToken(token.text) == token && token.hash != token.text && token.hash.count == 64)
        for text in [
            "", "mbds_", token.text + "0", String(token.text.dropFirst(5)),
            "mbds_" + String(repeating: "z", count: 64),
        ] {
            #expect(SourceToken(text) == nil)
        }
    }
}
