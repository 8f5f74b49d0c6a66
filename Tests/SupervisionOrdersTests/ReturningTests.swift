import Cases
import HTTPTypes
import HummingbirdTesting
import Identity
import Messaging
import NIOCore
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import SupervisionOrders

@Suite("An order that is done again")
struct ReturningTests {
    private static let back = "outcome=return&opinion=没有<b>照片</b>"
    private static let asked = ["head-zjj", "officer-zjj", "head-xfjy", "officer-xfjy"]

    /// What somebody was told of returned orders.
    private func told(_ name: String, in house: OrderHouse) async throws -> [String] {
        let id = try await house.account(name).id
        return try await house.database.read {
            try Inbox(of: id).messages(after: nil, in: $0).items.map(\.sentence.chinese)
        }.filter { $0.contains("审核退回") }
    }

    private func reported(_ house: OrderHouse) async throws -> String {
        let path = try await house.begin(OrderTests.form)
        try await house.report(path, "zjj", "xfjy")
        return path
    }

    @Test("its organs are told why and until when, and nobody else is")
    func telling() async throws {
        let house = try await OrderHouse()
        let path = try await reported(house)
        #expect(try await house.press("supervisor", "\(path)/verification", "outcome=return&opinion=") == 422)
        for name in Self.asked { #expect(try await told(name, in: house).isEmpty, "\(name)") }
        #expect(try await house.press("supervisor", "\(path)/verification", Self.back) == 303)
        let due = try #require(try await house.order().dueAt).day.chinese
        let sentence = "督办：「老旧小区消防通道整治」审核退回，请\(due)前重新办理并反馈。审核意见：没有<b>照片</b>"
        for name in Self.asked { #expect(try await told(name, in: house) == [sentence], "\(name)") }
        for name in ["officer-scjg", "supervisor", "leader"] {
            #expect(try await told(name, in: house).isEmpty, "\(name)")
        }
    }

    @Test("the page says what was found each time, the newest first, and what was closed was not returned")
    func page() async throws {
        let house = try await OrderHouse()
        let path = try await reported(house)
        try await house.visit(as: "officer-xfjy") { client async throws in
            #expect(!(try await client.look(path).text.contains("<h2>审核</h2>")))
        }
        #expect(try await house.press("supervisor", "\(path)/verification", Self.back) == 303)
        try await house.visit(as: "officer-xfjy") { client async throws in
            let page = try await client.look(path).text
            #expect(page.contains("<h2>审核</h2>") && page.contains("退回重办，"), "\(page)")
            #expect(page.contains("没有&lt;b&gt;照片"), "\(page)")
        }
        try await house.report(path, "zjj", "xfjy")
        let close = "outcome=close&opinion=照片齐全"
        #expect(try await house.press("supervisor", "\(path)/verification", close) == 303)
        #expect(try await told("officer-zjj", in: house).count == 1)
        try await house.visit(as: "officer-zjj") { client async throws in
            let page = try await client.look(path).text
            let closed = try #require(page.firstRange(of: "照片齐全"))
            let returned = try #require(page.firstRange(of: "没有&lt;b&gt;照片"))
            #expect(closed.lowerBound < returned.lowerBound)
        }
    }

    @Test("returned on the page of its case or by a program of tasks, its organs are told the same, once")
    func otherDoors() async throws {
        let house = try await OrderHouse()
        _ = try await reported(house)
        let number = try await house.order().number
        let task = try #require(
            try await house.cases.matter(number, for: .system).root.openTasks.first { $0.element == "verify" }
        )
        let account = try await house.account("supervisor")
        func verify(_ outcome: String, _ opinion: String?) async throws {
            try await house.cases.change(
                task: task.id, by: account.actor(channel: "api", address: "", organ: "jw"),
                as: account.viewer
            ) { try $0.complete(task: task.id, with: Finding(outcome: outcome, opinion: opinion), on: $1) }
        }
        await #expect(throws: DomainError.self) { try await verify("return", nil) }
        for name in Self.asked { #expect(try await told(name, in: house).isEmpty, "\(name)") }
        try await verify("return", "没有照片")
        let due = try #require(try await house.order().dueAt).day.chinese
        let sentence = "督办：「老旧小区消防通道整治」审核退回，请\(due)前重新办理并反馈。审核意见：没有照片"
        for name in Self.asked { #expect(try await told(name, in: house) == [sentence], "\(name)") }
        // What comes after it in the same case tells nobody again.
        let path = OrderPath.order(String(try await house.order().id))
        try await house.report(path, "zjj", "xfjy")
        for name in Self.asked { #expect(try await told(name, in: house).count == 1, "\(name)") }
    }

    @Test("a program returns it with the same words to the same people, once, and reads why")
    func program() async throws {
        let house = try await OrderHouse()
        _ = try await reported(house)
        let path = "\(OrderPath.api)/\(try await house.order().id)"
        try await house.visit(as: "supervisor") { client async throws in
            let key = try #require(HTTPField.Name("Idempotency-Key"))
            for _ in 1...2 {
                let answer = try await client.execute(
                    uri: "\(path)/verification", method: .post,
                    headers: [.contentType: "application/json", key: "v"],
                    body: ByteBuffer(string: #"{"outcome": "return", "opinion": "没有照片"}"#))
                #expect(answer.status == .created, "\(answer.text)")
                #expect(answer.text.contains(#""opinion":"没有照片","outcome":"return""#), "\(answer.text)")
            }
            let list = try await client.look(OrderPath.api).text
            #expect(!list.contains("verifications"), "\(list)")
        }
        for name in Self.asked { #expect(try await told(name, in: house).count == 1, "\(name)") }
        try await house.visit(as: "officer-xfjy") { client async throws in
            let read = try await client.look(path).text
            #expect(read.contains(#""verifications":[{"#) && read.contains("没有照片"), "\(read)")
        }
    }
}
