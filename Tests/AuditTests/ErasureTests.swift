import Cases
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Audit

@Suite("删除个人信息的请求被采纳")
struct ErasureTests {
    /// Asks for deletion and has the head of the organ grant it.
    private func grant(_ number: String, in house: AuditHouse) async throws -> TestResponse {
        try await house.visit(as: "chenjing") { client in
            _ = try await client.press("/my/requests", "kind=deletion&case=\(number)&words=x")
        }
        let id = try await house.database.read { tx in
            try tx.row("SELECT max(id) AS id FROM person_request")?.id("id") ?? 0
        }
        return try await house.visit(as: "head-scjg") { client in
            try await client.press("/desk/person-requests/\(id)/answer", "state=granted&answer=ok")
        }
    }

    private func withdraw(_ number: String, in house: AuditHouse) async throws {
        let person = try await house.account("chenjing")
        try await house.cases.change(
            number, by: person.actor(channel: "page", address: "192.0.2.1"), as: person.viewer
        ) { try $0.withdraw(reason: "不办了", on: $1) }
    }

    /// Every text in the tables of cases and the journal that names the applicant.
    private func traces(of number: String, in house: AuditHouse) async throws -> [String] {
        try await house.database.read { tx in
            let cases = try tx.rows(
                "SELECT applicant_name, filing, body, form FROM service_case WHERE number = \(number)"
            ).flatMap { row in try ["applicant_name", "filing", "body", "form"].map { try row.text($0) } }
            let journal = try tx.rows(
                "SELECT actor_name, parameters, detail FROM journal_entry WHERE subject = \(number)"
            ).flatMap { row in try ["actor_name", "parameters", "detail"].map { try row.text($0) } }
            return (cases + journal).filter { $0.contains("陈静") }
        }
    }

    @Test("没有办结的、保存期限未满的不能删除，请求仍待答复")
    func kept() async throws {
        let house = try await AuditHouse()
        let number = try await house.file(by: "chenjing")
        let open = try await grant(number, in: house)
        #expect(open.status == .conflict && open.text.contains("办件还没有办结"))
        try await withdraw(number, in: house)
        try await house.place()
        var rules = AuditRules()
        rules.undecidedDays = 30
        try await house.database.write { [rules] tx in
            try RulesStore.keep(rules, after: 0, by: "审计", at: noon, in: tx)
        }
        let early = try await grant(number, in: house)
        #expect(early.status == .conflict && early.text.contains("在此之前不能删除"))
        #expect(try await !traces(of: number, in: house).isEmpty)
        let states = try await house.database.read { tx in
            try tx.rows("SELECT state FROM person_request WHERE state = 'open' AND organ = 'scjg'").map {
                try $0.text("state")
            }
        }
        #expect(states == ["open", "open"])
    }

    @Test("姓名、证件号码、填写的内容从办件和日志里删除，日志仍可验证，本人的列表里不再有它")
    func erased() async throws {
        let house = try await AuditHouse()
        let number = try await house.file(by: "chenjing")
        try await withdraw(number, in: house)
        try await house.place()
        #expect(try await grant(number, in: house).status == .seeOther)
        #expect(try await traces(of: number, in: house).isEmpty)
        let person = try await house.account("chenjing")
        let own = try await house.database.read { try Cases.personalNumbers(of: person, limit: 9, in: $0) }
        #expect(own.isEmpty)
        let head = try await house.account("head-scjg")
        let view = try await house.cases.view(number, for: head.viewer)
        #expect(view.subject.applicant.name == "（已依法删除）" && view.subject.form.isEmpty)
        #expect(view.subject.result?.outcome == .withdrawn)
        try await house.place()
        #expect(try await house.verify() >= 2)
        let again = try await grant(number, in: house)
        #expect(again.status == .notFound || again.status == .conflict)
    }
}
