import BusinessProcess
import Cases
import DecisionModel
import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Testing

@testable import ProcessDesk

@Suite("The pages of decision tables")
struct DecisionPageTests {
    private static let page = "\(ProcessDeskPath.decisions)/fire-check"

    /// An office with a draft of the sample.
    private func office() async throws -> DecisionOffice {
        let office = try await DecisionOffice()
        try await office.visit(as: .sysadmin) { client in
            let answer = try await client.press(
                ProcessDeskPath.decisions, ["id": "fire-check", "name": "消防检查"])
            #expect(answer.status == .seeOther)
        }
        return office
    }

    @Test(
        "are for the two administrators who keep the rules",
        arguments: [Role.officer, .head, .leader, .auditadmin])
    func others(_ role: Role) async throws {
        try await office().visit(as: role) { client in
            #expect(try await client.look(Self.page).status == .forbidden)
            let pressed = try await client.press("\(Self.page)/versions/1", [:])
            #expect(pressed.status == .forbidden)
        }
    }

    @Test("say what is wrong with a new table and keep what was entered")
    func wrongKey() async throws {
        try await office().visit(as: .sysadmin) { client in
            let answer = try await client.press(ProcessDeskPath.decisions, ["id": "消防", "name": "消防检查方式"])
            let page = String(buffer: answer.body)
            #expect(answer.status == .unprocessableContent)
            #expect(page.contains("标识用字母、数字") && page.contains("value=\"消防检查方式\""))
        }
    }

    @Test("name a version and a table that are not there as such")
    func missing() async throws {
        try await office().visit(as: .sysadmin) { client in
            for place in ["\(ProcessDeskPath.decisions)/other", "\(Self.page)?version=9"] {
                let answer = try await client.look(place)
                #expect(answer.status == .notFound, "\(place)")
            }
        }
    }

    @Test("let one administrator edit and the other publish, and neither both")
    func twoPersons() async throws {
        let office = try await office()
        try await office.visit(as: .secadmin) { client in
            #expect(try await client.press("\(Self.page)/versions/1", DecisionForm.good).status == .forbidden)
            let early = try await client.press("\(Self.page)/versions/1/publication", [:], from: Self.page)
            #expect(early.status == .conflict && String(buffer: early.body).contains("没有办成"))
        }
        try await office.visit(as: .sysadmin) { client in
            #expect(try await client.press("\(Self.page)/versions/1", DecisionForm.good).status == .seeOther)
            #expect(try await client.press("\(Self.page)/versions/1/publication", [:]).status == .forbidden)
            let page = try await client.text(Self.page)
            #expect(!page.contains("/publication"))
        }
        try await office.visit(as: .secadmin) { client in
            #expect(try await client.text(Self.page).contains("审定并公布"))
            let published = try await client.press(
                "\(Self.page)/versions/1/publication", [:], from: Self.page)
            #expect(published.status == .seeOther)
            #expect(try await client.text(Self.page).contains("停用"))
        }
        #expect(try await office.tables.versions(of: "fire-check").map(\.state) == [.published])
    }

    @Test("say at the cell what is wrong with it, and where in it")
    func findings() async throws {
        try await office().visit(as: .sysadmin) { client in
            let form = DecisionForm.good.merging(["rule.0.input.0": "<= 200 )"]) { $1 }
            #expect(try await client.press("\(Self.page)/versions/1", form).status == .seeOther)
            let page = try await client.text(Self.page)
            #expect(page.contains("有 1 处错误，改正后才能公布"))
            let error = try #require(page.firstMatch(of: /id="f-rule\.0\.input\.0-error"[^\n]*第 (\d+) 个字符/))
            #expect(error.output.1 == "8")
        }
    }

    @Test("do not save an example that cannot be read, and keep what was typed")
    func badExample() async throws {
        let office = try await office()
        try await office.visit(as: .sysadmin) { client in
            let form = DecisionForm.good.merging(["example.0.given": "{area"]) { $1 }
            let answer = try await client.press("\(Self.page)/versions/1", form)
            let page = String(buffer: answer.body)
            #expect(answer.status == .unprocessableContent)
            #expect(page.contains("#f-example.0.given") && page.contains("value=\"{area\""))
        }
        #expect(try await office.tables.versions(of: "fire-check")[0].revision == 1)
    }

    @Test("refuse what somebody typed into an older draft")
    func stale() async throws {
        try await office().visit(as: .sysadmin) { client in
            _ = try await client.press("\(Self.page)/versions/1", DecisionForm.good)
            #expect(try await client.press("\(Self.page)/versions/1", DecisionForm.good).status == .conflict)
        }
    }

    @Test("add and remove rows and columns with plain buttons, and show what came of the examples")
    func rows() async throws {
        let office = try await office()
        try await office.visit(as: .sysadmin) { client in
            let adding = DecisionForm.good.merging(["do": "add-rule"]) { $1 }
            _ = try await client.press("\(Self.page)/versions/1", adding)
            let page = try await client.text(Self.page)
            #expect(page.contains("name=\"rule.2.input.0\"") && page.contains("符合"))
        }
        #expect(try await office.tables.versions(of: "fire-check")[0].table.rules.count == 3)
    }

    @Test("give a table away as a DMN file that can be brought again")
    func file() async throws {
        let office = try await office()
        let file = try await office.visit(as: .sysadmin) { client in
            _ = try await client.press("\(Self.page)/versions/1", DecisionForm.good)
            return String(buffer: try await client.look("\(Self.page)/versions/1/file").body)
        }
        let other = try await DecisionOffice()
        try await other.visit(as: .sysadmin) { client in
            let empty = try await client.bring("<definitions/>")
            #expect(empty.status == .unprocessableContent)
            #expect(try await client.bring(file).status == .seeOther)
        }
        let (given, brought) = (
            try await office.tables.versions(of: "fire-check")[0].table,
            try await other.tables.versions(of: "fire-check")[0].table
        )
        #expect(brought.rules.map(\.conditions) == given.rules.map(\.conditions))
        #expect(brought.examples == given.examples)
    }
}
