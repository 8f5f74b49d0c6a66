import Government
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Storage
import TestSupport
import Testing

@testable import Takeover

@Suite("迁入部门和用户")
struct StaffStoryTests {
    private let house: MovingHouse

    init() async throws { house = try await MovingHouse() }

    /// Hands the tables in, says who is who, and lets the trial run.
    private func tried(_ extra: String = "") async throws -> Int64 {
        try await house.visit(as: "sysadmin") { client in
            let answer = try await client.upload(TakeoverPath.staff, OldSystem.files)
            #expect(answer.status == .seeOther)
        }
        let record = try #require(try await house.takeovers.newest(after: nil).items.first)
        let form =
            "organ.101=scjg&organ.103=%2B&key.103=gkgl&full.103=肇庆市端州区港口管理局&code.103=11441202MB9D009995"
            + "&role.1=sysadmin&role.2=officer\(extra)"
        let (code, id) = (try OldSystem.freshCode(), String(record.id))
        try await house.visit(as: "sysadmin") { client in
            let answer = try await client.press(
                TakeoverPath.plan(id), form.replacing("11441202MB9D009995", with: code))
            #expect(answer.status == .seeOther, "\(answer.text)")
        }
        await house.work()
        return record.id
    }

    private func settle(_ id: Int64) async throws {
        try await house.visit(as: "sysadmin") { client in
            let answer = try await client.press(TakeoverPath.act(String(id), "request"))
            #expect(answer.status == .seeOther, "\(answer.text)")
        }
        try await house.visit(as: "secadmin") { client in
            let answer = try await client.press(TakeoverPath.act(String(id), "approval"))
            #expect(answer.status == .seeOther, "\(answer.text)")
        }
        await house.work()
    }

    @Test("缺了表、不是表格、没有写原系统名称，都在原处说明")
    func wrongFiles() async throws {
        try await house.visit(as: "sysadmin") { client in
            let empty = try await client.upload(TakeoverPath.staff, system: "", [])
            #expect(empty.status == .unprocessableContent)
            #expect(empty.text.contains("请填写原系统的名称") && empty.text.contains("请选择文件。"))
            let few = try await client.upload(TakeoverPath.staff, [OldSystem.users])
            #expect(few.text.contains("缺少 sys_dept，请把四张表一起上传。"))
            let other = try await client.upload(TakeoverPath.staff, [("a.csv", "甲,乙\n1,2\n")])
            #expect(other.text.contains("认不出“a.csv”是哪张表"))
            let sql = try await client.upload(TakeoverPath.staff, [("a.sql", "drop table sys_user;")])
            #expect(sql.text.contains("没有 sys_dept、sys_user、sys_role、sys_user_role 的 INSERT 语句"))
        }
    }

    @Test("安全管理员不能上传和提交，系统管理员不能审定")
    func separated() async throws {
        let id = String(try await tried())
        try await house.visit(as: "secadmin") { client in
            let upload = try await client.upload(TakeoverPath.staff, OldSystem.files)
            let request = try await client.press(TakeoverPath.act(id, "request"))
            #expect(upload.status == .forbidden && request.status == .forbidden)
        }
        try await house.visit(as: "sysadmin") { client in
            let approval = try await client.press(TakeoverPath.act(id, "approval"))
            #expect(approval.status == .forbidden)
        }
    }

    @Test("试运行逐行说明结果，什么也不写入")
    func trial() async throws {
        let before = try await counts()
        let view = try await house.view(try await tried())
        #expect(view.record.state == .tried)
        #expect(
            view.lines.items.map(\.verdict) == [
                .new, .new, .known, .skipped, .skipped, .wrong, .wrong, .wrong,
            ])
        let words = view.lines.items.map(\.words)
        #expect(words[0] == "市场监督管理局：经办人员" && words[1] == "肇庆市端州区港口管理局：经办人员")
        #expect(words[2].hasPrefix("已有账号“officer-scjg”") && words[5] == "账号与第 1 行重复。")
        #expect(words[6].hasPrefix("账号只能用小写字母") && words[7].contains("没有对应的部门"))
        #expect(try await counts() == before)
        #expect(try await house.database.read { try Directory.organ("gkgl", in: $0) } == nil)
    }

    @Test("审定以后开立账号和岗位，设密码以前不能登录；发一次性密码以后不再等")
    func taken() async throws {
        let id = try await tried()
        try await settle(id)
        let view = try await house.view(id)
        #expect(view.record.state == .done && view.count(.taken) == 2)
        let gao = try await house.account("gao.feng")
        #expect(gao.displayName == "高峰" && gao.posts == [Post(organ: "scjg", role: .officer)])
        #expect(try await house.account("luojun").posts == [Post(organ: "gkgl", role: .officer)])
        #expect(try await house.database.read { try Directory.organ("gkgl", in: $0) }?.name == "港口管理所")
        let waiting = try await house.database.read { try FirstPasswords.newcomers(among: [gao.id], in: $0) }
        #expect(waiting.map(\.name) == ["gao.feng"])
        try await house.visit(as: "secadmin") { client in
            let page = try await client.press(TakeoverPath.slips(String(id)))
            #expect(page.text.contains("高峰") && page.text.contains("code secret"))
            #expect(try await client.look(TakeoverPath.slips(String(id))).text.contains("没有还在等密码的账号"))
        }
        try await house.visit(as: "sysadmin") { client in
            #expect(try await client.look(TakeoverPath.slips(String(id))).status == .forbidden)
            let report = try await client.look(TakeoverPath.report(String(id))).text
            #expect(report.contains("\"gao.feng\",\"已迁入\"") && !report.contains("15400000001"))
        }
    }

    @Test("没有人用过时撤销：账号、岗位和新设的部门都没有了，可以重新迁入")
    func undone() async throws {
        let before = try await counts()
        let id = try await tried()
        try await settle(id)
        try await house.visit(as: "sysadmin") { client in
            let answer = try await client.press(TakeoverPath.act(String(id), "undoing"))
            #expect(answer.status == .seeOther, "\(answer.text)")
        }
        await house.work()
        let view = try await house.view(id)
        #expect(view.record.state == .undone && view.count(.undone) == 2)
        #expect(try await counts() == before)
        #expect(try await house.database.read { try Directory.organ("gkgl", in: $0) } == nil)
        let again = try await tried()
        #expect(try await house.view(again).count(.new) == 2)
    }

    @Test("有人动过就不能整批撤销，并说明是谁、为什么")
    func obstructed() async throws {
        let id = try await tried()
        try await settle(id)
        let (gao, now) = (try await house.account("gao.feng"), house.clock.now)
        let asker = try await house.actor("sysadmin")
        try await Posts(database: house.database).ask(
            .grant, Post(organ: "scjg", role: .head), .unlimited, for: gao.id, reason: "调令", by: asker,
            at: now)
        try await house.visit(as: "sysadmin") { client in
            let answer = try await client.press(TakeoverPath.act(String(id), "undoing"))
            #expect(answer.status == .conflict)
            #expect(answer.text.contains("第 1 行 gao.feng：迁入以后岗位又有变动。"))
        }
        #expect(try await house.view(id).record.state == .done)
    }

    /// How many accounts, posts, decisions about posts and organs there are.
    private func counts() async throws -> [Int] {
        try await house.database.read { tx in
            try [
                tx.count("SELECT count(*) FROM account /* all */"),
                tx.count("SELECT count(*) FROM account_post /* all */"),
                tx.count("SELECT count(*) FROM post_change /* all */"),
                tx.count("SELECT count(*) FROM organ /* all */"),
            ]
        }
    }
}
