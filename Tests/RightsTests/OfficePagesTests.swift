import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import Testing

@testable import Identity
@testable import Rights

@Suite("Offices on pages")
struct OfficePagesTests {
    private static let page = "/desk/offices?organ=scjg"
    private static let office = "/desk/offices/scjg-1"

    @Test("the administrators see them, the system administrator changes them, and nobody else")
    func closed() async throws {
        let house = try await GrantOffice()
        try await house.visit(as: "officer-scjg") { client async throws in
            #expect(try await client.status(Self.page) == .forbidden)
            #expect(try await client.status(Self.office) == .forbidden)
        }
        try await house.visit(as: "secadmin") { client async throws in
            #expect(try await client.text(Self.page).contains("登记许可科"))
            #expect(!(try await client.text(Self.page).contains("设立科室")))
            #expect(try await client.status("/desk/offices/scjg-99") == .notFound)
            #expect(try await client.status("/desk/offices?organ=nowhere") == .notFound)
            #expect(try await client.send("/desk/offices", "organ=scjg&name=x").status == .forbidden)
        }
    }

    @Test("what stands in the way is said on the page, and what was entered stays")
    func refused() async throws {
        let house = try await GrantOffice()
        try await house.visit(as: "sysadmin") { client async throws in
            let nameless = try await client.send(
                "/desk/offices", "organ=scjg&name=&from=2026-13-01", from: Self.page)
            #expect(nameless.status == .unprocessableContent)
            #expect(String(buffer: nameless.body).contains("日期请写成 2026-12-01 的样子。"))
            let twice = try await client.send("/desk/offices", "organ=scjg&name=登记许可科", from: Self.page)
            #expect(String(buffer: twice.body).contains("同一部门的科室不能同名"))
            #expect(String(buffer: twice.body).contains("value=\"登记许可科\""))
            let full = try await client.send("\(Self.office)/closure", "until=&heir=", from: Self.office)
            #expect(full.status == .conflict && String(buffer: full.body).contains("请选由哪个科室接收"))
        }
    }

    @Test("opened, renamed and closed; its posts go to the heir, its name stays in the history")
    func course() async throws {
        let house = try await GrantOffice()
        try await house.visit(as: "sysadmin") { client async throws in
            let opened = try await client.send("/desk/offices", "organ=scjg&name=审批科", from: Self.page)
            #expect(opened.status == .seeOther)
            #expect(try await client.text(Self.page).contains("scjg-4"))
            #expect(
                try await client.send("\(Self.office)/name", "name=登记注册科", from: Self.office).status
                    == .seeOther)
            #expect(try await client.text(Self.office).contains("登记许可科，到"))
            #expect(
                try await client.send("\(Self.office)/closure", "until=&heir=scjg-4", from: Self.office)
                    .status
                    == .seeOther)
            #expect(!(try await client.text(Self.office).contains("更名</h2>")))
            #expect(try await client.text("/desk/offices/scjg-4").contains("李敏"))
            #expect(try await client.text("/desk/accounts?q=%E6%9D%8E%E6%95%8F").contains("审批科"))
        }
    }

    @Test("a post is asked for in an office, and whoever decides sees in which")
    func asked() async throws {
        let house = try await GrantOffice()
        let id = try await house.database.read {
            try $0.row("SELECT id FROM account WHERE name = 'officer-scjg'")?.id("id") ?? 0
        }
        let page = "/desk/accounts/\(id)"
        try await house.visit(as: "sysadmin") { client async throws in
            let form = "kind=grant&organ=scjg&role=officer&reason=调整&office="
            let wrong = try await client.send("\(page)/post-changes", form + "zjj-1", from: page)
            #expect(wrong.status == .unprocessableContent)
            #expect(String(buffer: wrong.body).contains("这个科室不属于所选的部门"))
            #expect(
                try await client.send("\(page)/post-changes", form + "scjg-2", from: page).status == .seeOther
            )
        }
        try await house.visit(as: "secadmin") { client async throws in
            #expect(try await client.text("/desk/post-changes").contains("食品安全监管科"))
        }
    }
}
