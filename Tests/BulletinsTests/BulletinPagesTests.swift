import HTTPTypes
import HummingbirdTesting
import Identity
import Refusals
import Search
import Storage
import TestSupport
import Testing

@testable import Bulletins

@Suite("Bulletins on the desk and on the portal")
struct BulletinPagesTests {
    private let desk = BulletinPath.edit("2026-10")
    private let open = BulletinPath.one("2026-10")

    @Test("only those who supervise and lead see drafts, and only the administrator their templates")
    func whoSees() async throws {
        let house = try await BulletinHouse()
        _ = try await house.drafted()
        for name in ["officer-scjg", "zhangwei", "sysadmin"] {
            try await house.visit(as: name) { [desk] client async throws in
                #expect(try await client.look(desk).status == .forbidden)
                #expect(try await client.press(BulletinPath.desk, "period=2026-09").status == .forbidden)
            }
        }
        try await house.visit(as: "leader") { [desk] client async throws in
            #expect(try await client.look(desk).status == .ok)
            #expect(try await client.look(BulletinPath.act("2026-10", "draft.pdf")).status == .ok)
            #expect(try await client.press("\(desk)/sections/overview", "text=改&seen=0").status == .forbidden)
            #expect(try await client.look(BulletinPath.templates).status == .forbidden)
        }
        try await house.visit { [open] client async throws in
            #expect(try await client.look(open).status == .notFound)
            #expect(try await client.look("\(open)/bulletin.pdf").status == .notFound)
            #expect(try await client.look("/api/v1/bulletins/2026-10").status == .notFound)
            #expect(try await client.look(BulletinPath.all).text.contains("还没有公布的监察通报"))
            #expect(try await client.look(BulletinPath.one("nothing")).status == .notFound)
        }
    }

    @Test(
        "generated, edited by one, approved by another, published, read by everybody as page, paper and data")
    func story() async throws {
        let house = try await BulletinHouse()
        try await house.visit(as: "supervisor") { [desk] client async throws in
            #expect(try await client.press(BulletinPath.desk, "period=").status == .unprocessableContent)
            #expect(try await client.press(BulletinPath.desk, "period=2026-11").status == .conflict)
            #expect(try await client.press(BulletinPath.desk, "period=2026-10").status == .seeOther)
            #expect(try await client.press(BulletinPath.desk, "period=2026-10").status == .conflict)
            let section = "\(desk)/sections/overview"
            #expect(try await client.press(section, "text=&seen=0").status == .unprocessableContent)
            #expect(try await client.press(section, "text=总体平稳。&seen=0").status == .seeOther)
            #expect(try await client.press(section, "text=又改。&seen=0").status == .conflict)
            #expect(try await client.look(desk).text.contains("<ins>总体平稳。</ins>"))
            #expect(try await client.press("\(desk)/approval").status == .forbidden)
            #expect(try await client.press("\(desk)/publication").status == .conflict)
        }
        try await house.visit(as: "leader") { [desk] client async throws in
            for stale in ["", "seen=0"] {
                let refused = try await client.press("\(desk)/approval", stale)
                #expect(refused.status == .conflict && refused.text.contains("您看过以后又改过"))
            }
            #expect(try await client.look(desk).text.contains(#"name="seen" value="1""#))
            #expect(try await client.press("\(desk)/approval", "seen=1").status == .seeOther)
        }
        try await house.visit(as: "supervisor") { [desk] client async throws in
            #expect(try await client.press("\(desk)/publication").status == .forbidden)
            let page = try await client.look(desk).text
            #expect(page.contains("要由另一人公布") && !page.contains("公布这期通报"))
        }
        try await house.visit(as: "leader") { [desk] client async throws in
            #expect(try await client.press("\(desk)/publication", "seen=1").status == .conflict)
            #expect(try await client.look(desk).text.contains(#"name="seen" value="2""#))
            #expect(try await client.press("\(desk)/publication", "seen=2").status == .seeOther)
        }
        try await house.visit(as: "supervisor") { [desk] client async throws in
            #expect(try await client.press("\(desk)/withdrawal", "withdrawal=错了。").status == .forbidden)
            #expect(!(try await client.look(desk).text.contains("撤回这期通报")))
        }
        try await house.visit { [open] client async throws in
            #expect(try await client.look(BulletinPath.all).text.contains("端州区电子监察通报（2026年10月）"))
            let page = try await client.look(open).text
            #expect(page.contains("总体平稳。") && page.contains("查看数据") && !page.contains("<ins>"))
            #expect(try await client.look("\(open)/bulletin.pdf").headers[.contentType] == "application/pdf")
            let csv = try await client.look("\(open)/figures.csv").text
            #expect(csv.contains("\"scjg\",\"市场监督管理局\",\"96.20\",\"500\"") && csv.contains("\"97.3%\""))
            #expect(try await client.look("\(open)/edition.json").text.contains("\"promised_late\":27"))
            let json = try await client.look("/api/v1/bulletins/2026-10").text
            #expect(json.contains("\"published_at\":\"2026-11-24T12:00:00+08:00\""))
            #expect(json.contains("\"points\":96.2") && json.contains("总体平稳。"))
            #expect(try await client.look("/api/v1/bulletins").text.contains("\"next\":null"))
            #expect(try await client.look(BulletinPath.feed).text.contains("https://example.gov.cn\(open)"))
        }
    }

    @Test("a correction stands beside what was there; a withdrawal leaves its reason")
    func corrected() async throws {
        let house = try await BulletinHouse()
        _ = try await house.published()
        try await house.visit(as: "supervisor") { [desk, open] client async throws in
            #expect(try await client.press("\(desk)/correction", "remark=").status == .unprocessableContent)
            #expect(try await client.press("\(desk)/correction", "remark=按时办结数更正。").status == .seeOther)
            let seen = try await house.database.read {
                try BulletinStore.bulletin(period("2026-10"), in: $0).revision
            }
            #expect(
                try await client.press("\(desk)/sections/overview", "text=更正以后。&seen=\(seen)").status
                    == .seeOther)
            // Until it is published everybody reads what was published.
            #expect(try await client.look(open).text.contains("收到办件 1031 件"))
        }
        try await house.visit(as: "leader") { [desk, open] client async throws in
            let read = try await house.database.read {
                try BulletinStore.bulletin(period("2026-10"), in: $0).revision
            }
            #expect(try await client.press("\(desk)/approval", "seen=\(read)").status == .seeOther)
            #expect(try await client.press("\(desk)/publication", "seen=\(read + 1)").status == .seeOther)
            let now = try await client.look(open).text
            #expect(now.contains("2026年11月24日更正") && now.contains("按时办结数更正。") && now.contains("更正以后。"))
            let before = try await client.look("\(open)?edition=1").text
            #expect(before.contains("收到办件 1031 件") && before.contains("这是以前的一版"))
            for name in ["bulletin.pdf", "figures.csv", "edition.json"] {
                let file = "\(open)/\(name)?edition=1"
                #expect(before.contains("href=\"\(file)\""), "\(name)")
                #expect(try await client.look(file).status == .ok, "\(name)")
            }
            #expect(try await client.look("\(open)?edition=9").status == .notFound)
            #expect(
                try await client.press("\(desk)/withdrawal", "withdrawal=").status == .unprocessableContent)
            #expect(try await client.press("\(desk)/withdrawal", "withdrawal=数据来源有误。").status == .seeOther)
            let gone = try await client.look(open).text
            #expect(gone.contains("数据来源有误。") && !gone.contains("更正以后。"))
            #expect(try await client.look("\(open)/figures.csv").status == .notFound)
            #expect(
                try await client.look("/api/v1/bulletins/2026-10").text.contains("\"state\":\"withdrawn\""))
        }
    }

    @Test(
        "a withdrawn one is written anew: until the next edition its remark stands, and the edition before stays withdrawn"
    )
    func reissued() async throws {
        let house = try await BulletinHouse()
        _ = try await house.published()
        func revision() async throws -> Int {
            try await house.database.read { try BulletinStore.bulletin(period("2026-10"), in: $0).revision }
        }
        try await house.visit(as: "leader") { [desk] client async throws in
            #expect(try await client.press("\(desk)/withdrawal", "withdrawal=数据来源有误。").status == .seeOther)
        }
        try await house.visit(as: "supervisor") { [desk, open] client async throws in
            #expect(try await client.press(BulletinPath.desk, "period=2026-10").status == .conflict)
            #expect(try await client.look(desk).text.contains("重新起草"))
            let empty = try await client.press("\(desk)/correction", "remark=")
            #expect(empty.status == .unprocessableContent && empty.text.contains("请写明更正什么"))
            // Given up, it is withdrawn as before.
            #expect(try await client.press("\(desk)/correction", "remark=换了数据来源。").status == .seeOther)
            #expect(try await client.press("\(desk)/abandonment", "discard=再核对。").status == .seeOther)
            #expect(try await client.look(open).text.contains("数据来源有误。"))
            #expect(try await client.press("\(desk)/correction", "remark=换了数据来源。").status == .seeOther)
            #expect(try await client.look(desk).text.contains("门户上仍是撤回的说明"))
        }
        let seen = try await revision()
        try await house.visit(as: "supervisor") { [desk, open] client async throws in
            let edited = try await client.press("\(desk)/sections/overview", "text=重新核对以后。&seen=\(seen)")
            #expect(edited.status == .seeOther)
            let page = try await client.look(open).text
            #expect(page.contains("数据来源有误。") && !page.contains("收到办件 1031 件"))
            #expect(try await client.look("\(open)/edition.json").status == .notFound)
        }
        #expect(
            try await house.database.read { try Bulletins.searchSource.documents("", 10, $0) }.isEmpty)
        try await house.visit(as: "leader") { [desk, open] client async throws in
            #expect(
                try await client.press("\(desk)/withdrawal", "withdrawal=再撤。").status == .conflict)
            #expect(try await client.press("\(desk)/approval", "seen=\(seen + 1)").status == .seeOther)
            #expect(try await client.press("\(desk)/publication", "seen=\(seen + 2)").status == .seeOther)
            let now = try await client.look(open).text
            #expect(now.contains("第 2 版") && now.contains("重新核对以后。") && now.contains("换了数据来源。"))
            let before = try await client.look("\(open)?edition=1").text
            #expect(before.contains("数据来源有误。") && before.contains("看现在的一版"))
            #expect(!before.contains("收到办件 1031 件"))
            #expect(try await client.look("\(open)/figures.csv?edition=1").status == .notFound)
            let json = try await client.look("/api/v1/bulletins/2026-10").text
            #expect(json.contains("\"state\":\"published\"") && json.contains("\"edition\":2"))
        }
        let reasons = try await house.database.read { tx in
            try tx.rows(
                "SELECT detail FROM journal_entry WHERE action = 'bulletin.correction_begun' /* all */"
            )
            .map { try $0.text("detail") }
        }
        #expect(reasons.count == 2 && reasons.allSatisfy { $0.contains("换了数据来源。") })
    }
}
