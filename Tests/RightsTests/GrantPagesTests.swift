import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import Testing

@testable import Identity
@testable import Rights

@Suite("Powers are granted on pages")
struct GrantPagesTests {
    private static let officerAtCounter = "/desk/grants/officer/counter.file"
    private static let asked = "scope=own&grade=masked&from=&reason=%E4%B8%89%E5%AE%9A"

    private func ask(
        _ office: GrantOffice, _ path: String = officerAtCounter, _ form: String = asked
    ) async throws {
        try await office.visit(as: "sysadmin") { client async throws in
            let answer = try await client.send(path, form, from: path)
            #expect(answer.status == .seeOther)
        }
    }

    private func open(_ office: GrantOffice) async throws -> GrantChange {
        try #require(try await office.identity.grantChanges.open(after: nil).items.first)
    }

    @Test("nobody but the administrators sees the page, and nobody but their own does its acts")
    func closed() async throws {
        let office = try await GrantOffice()
        try await office.visit(as: "officer-scjg") { client async throws in
            #expect(try await client.status("/desk/grants") == .forbidden)
            #expect(try await client.status(Self.officerAtCounter) == .forbidden)
        }
        try await office.visit(as: "auditadmin") { client async throws in
            #expect(try await client.status("/desk/grants") == .ok)
            #expect(try await client.status(Self.officerAtCounter) == .forbidden)
        }
        try await office.visit(as: "sysadmin") { client async throws in
            #expect(try await client.status("/desk/grants/officer/no.such") == .notFound)
            #expect(try await client.status("/desk/grants/citizen/counter.file") == .notFound)
        }
    }

    @Test("what is sent beside the form decides nothing: it stays a draft of whoever sent it")
    func massAssignment() async throws {
        let office = try await GrantOffice()
        try await ask(
            office, Self.officerAtCounter,
            Self.asked + "&state=approved&version=1&decided_by=2&asked_by=2&role=sysadmin&power=grant.decide")
        let change = try await open(office)
        #expect(change.state == .open && change.version == nil && change.decided == nil)
        #expect(change.role == .officer && change.power == "counter.file" && change.asked.name == "戴启明")
        try await office.visit(as: "officer-scjg") { client async throws in
            #expect(try await client.status("/counter") == .forbidden)
        }
    }

    @Test("whoever asked sees no button to decide, and is turned away when they send the form all the same")
    func ownGrant() async throws {
        let office = try await GrantOffice()
        try await ask(office)
        let path = "/desk/grants/changes/\(try await open(office).id)/approval"
        for name in ["sysadmin", "auditadmin", "officer-scjg"] {
            try await office.visit(as: name) { client async throws in
                #expect(try await client.send(path, from: Self.officerAtCounter).status == .forbidden)
            }
        }
        try await office.visit(as: "sysadmin") { client async throws in
            #expect(try await !client.text("/desk/grants").contains("/approval"))
            let own = try await client.send(
                "/desk/grants/sysadmin/post.ask", "scope=none&reason=x", from: Self.officerAtCounter)
            #expect(own.status == .forbidden)
        }
        #expect(try await open(office).state == .open)
    }

    @Test("what is wrong is said at the field, and what cannot be is said above the form")
    func wrong() async throws {
        let office = try await GrantOffice()
        try await office.visit(as: "sysadmin") { client async throws in
            let empty = try await client.send(
                Self.officerAtCounter, "scope=own&reason=", from: Self.officerAtCounter)
            #expect(empty.status == .unprocessableContent)
            #expect(String(buffer: empty.body).contains("请写明变动的原因。"))
            let path = "/desk/grants/auditadmin/counter.file"
            let apart = try await client.send(path, Self.asked, from: path)
            #expect(apart.status == .conflict)
            #expect(String(buffer: apart.body).contains("属于业务岗位，不能授予审计管理员。"))
        }
    }

    @Test("a granted power opens the page with the next request, and says why; a taken one closes it")
    func story() async throws {
        let office = try await GrantOffice()
        try await ask(office)
        try await office.visit(as: "secadmin") { client async throws in
            let list = try await client.text("/desk/grants")
            #expect(list.contains("经办人员：窗口代办") && list.contains("没有") && list.contains("本部门"))
            let id = try await open(office).id
            let answer = try await client.send(
                "/desk/grants/changes/\(id)/approval", from: "/desk/grants")
            #expect(answer.status == .seeOther)
            #expect(try await client.text("/desk/grants/history").contains("第 1 版"))
        }
        try await office.visit(as: "officer-scjg") { client async throws in
            #expect(try await client.status("/counter") == .ok)
            #expect(try await client.text("/desk/rights").contains("有权限「窗口代办」（第 1 版）"))
        }
        try await ask(office, Self.officerAtCounter, "scope=none&reason=x")
        try await office.visit(as: "secadmin") { client async throws in
            let id = try await open(office).id
            _ = try await client.send("/desk/grants/changes/\(id)/approval", from: "/desk/grants")
        }
        try await office.visit(as: "officer-scjg") { client async throws in
            #expect(try await client.status("/counter") == .forbidden)
        }
    }

    @Test("what is not agreed to says why, and what is taken back is gone")
    func notAgreed() async throws {
        let office = try await GrantOffice()
        try await ask(office)
        let id = try await open(office).id
        try await office.visit(as: "secadmin") { client async throws in
            let silent = try await client.send("/desk/grants/changes/\(id)/refusal", from: "/desk/grants")
            #expect(silent.status == .unprocessableContent)
            _ = try await client.send(
                "/desk/grants/changes/\(id)/refusal", "remark=%E5%85%88%E5%9F%B9%E8%AE%AD",
                from: "/desk/grants")
            #expect(try await client.text("/desk/grants/history").contains("先培训"))
        }
        try await ask(office)
        let second = try await open(office).id
        try await office.visit(as: "sysadmin") { client async throws in
            let answer = try await client.send(
                "/desk/grants/changes/\(second)/withdrawal", from: "/desk/grants")
            #expect(answer.status == .seeOther)
        }
        #expect(try await office.identity.grantChanges.open(after: nil).items.isEmpty)
    }
}
