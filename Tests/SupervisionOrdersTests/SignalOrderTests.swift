import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Identity
@testable import SupervisionOrders

@Suite("Orders that come of a signal")
struct SignalOrderTests {
    private static let form = "title=整改&source=signal&words=查明原因&lead=cgj&limit=5&reference="

    /// What stands on the page of the signal.
    private func link(as name: String, in house: OrderHouse) async throws -> Link? {
        let account = try await house.account(name)
        let officer = try #require(
            OfficerContext(SignedIn(account: account, sessionID: name, provedAt: noon)))
        return try await house.database.read { tx in
            try SupervisionOrders.link(ofSignal: "1", for: officer, in: tx)
        }
    }

    @Test(
        "what is no signal, or stands no more, is refused at its field, on the page and in a program",
        arguments: [("99999", "没有这条监察信号"), ("", "没有这条监察信号"), ("2", "这条监察信号已撤销，不能转为督办。")])
    func refused(reference: String, words: String) async throws {
        let house = try await OrderHouse()
        let program = """
            {"title": "整改", "source": "signal", "reference": "\(reference)", "words": "查明原因", "lead": "cgj",
                "limit_days": 5}
            """
        try await house.visit(as: "supervisor") { client async throws in
            let page = try await client.press(OrderPath.new, Self.form + reference)
            #expect(page.status == .unprocessableContent && page.text.contains(words), "\(page.text)")
            #expect(page.text.contains("href=\"#f-reference\"") && page.text.contains("查明原因"))
            let sent = try await client.execute(
                uri: OrderPath.api, method: .post, headers: [.contentType: "application/json"],
                body: ByteBuffer(string: program))
            #expect(sent.status == .unprocessableContent && sent.text.contains(words), "\(sent.text)")
        }
        #expect(try await house.orders().isEmpty)
    }

    @Test("a signal becomes one order, which names its rule: another only when that was struck off undone")
    func once() async throws {
        let house = try await OrderHouse()
        #expect(try await link(as: "supervisor", in: house) == nil)
        let path = try await house.begin(Self.form + "1")
        let number = try await house.order().number
        try await house.visit(as: "supervisor-2") { client async throws in
            let page = try await client.look(path).text
            let rule = "监察信号，<a href=\"/desk/supervision/signals/1\">同一步骤被催办三次</a>"
            #expect(page.contains(rule), "\(page)")
            let again = try await client.press(OrderPath.new, Self.form + "1")
            #expect(again.status == .unprocessableContent)
            #expect(again.text.contains("已经立项督办：「整改」（\(number)），不能重复立项。"), "\(again.text)")
        }
        for name in ["supervisor", "officer-cgj"] {
            #expect(try await link(as: name, in: house) == Link("整改（办理中）", path), "\(name)")
        }
        #expect(try await link(as: "officer-ybj", in: house) == nil)
        #expect(try await house.press("supervisor", "\(path)/strike-off", "reason=立错了部门") == 303)
        #expect(try await link(as: "supervisor", in: house) == nil)
        #expect(try await house.press("supervisor", OrderPath.new, Self.form + "1") == 303)
        #expect(try await house.orders().count == 2)
    }

    @Test("whose own organ it is about gives it to no other organ")
    func ownOrgan() async throws {
        let house = try await OrderHouse()
        let supervisor = try await house.account("supervisor").id
        _ = try await house.database.write { tx in
            try tx.execute(
                "INSERT INTO account_post (account_id, organ, role) VALUES (\(supervisor), 'cgj', 'officer')"
            )
        }
        let form = Self.form.replacing("cgj", with: "zjj") + "1"
        #expect(try await house.press("supervisor", OrderPath.new, form) == 403)
        #expect(try await house.press("supervisor-2", OrderPath.new, form) == 303)
    }
}
