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

@testable import SupervisionOrders

@Suite("How orders end, and who answers for the time")
struct EndingTests {
    /// One organ, until the end of Wednesday the 25th.
    private static let short = "title=窨井盖&source=complaint&words=补齐&lead=zjj&limit=1"
    private static let close = "outcome=close&opinion=属实"

    private func failure(of order: SupervisionOrder, in house: OrderHouse) async throws -> FailedOrder {
        let now = house.time.now
        return try #require(
            try await house.database.read { try SupervisionOrders.failure(order.id, at: now, in: $0) })
    }

    @Test("what was closed in time and then struck off has not failed, and its limit stays known")
    func normalEnd() async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(Self.short)
        try await house.report(path, "zjj")
        #expect(try await house.press("supervisor", "\(path)/verification", Self.close) == 303)
        let closed = try await house.order()
        #expect(closed.stage == .closed && closed.dueAt?.day.iso == "2026-11-25")
        house.time.pass(days: 9)
        #expect(try await house.press("supervisor", "\(path)/strike-off", "reason=归档") == 303)
        let struck = try await house.order()
        #expect(struck.stage == .struck && struck.closedAt == closed.closedAt && struck.dueAt == closed.dueAt)
        #expect(struck.struckAt == house.time.now && !struck.isUnfinished)
        #expect(!(try await failure(of: struck, in: house).hasFailed))
    }

    @Test("striking off what was closed late does not make it on time")
    func late() async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(Self.short)
        house.time.pass(days: 3)
        try await house.report(path, "zjj")
        let waiting = try await house.order()
        #expect(waiting.stage == .verifying && waiting.isOverdue(at: house.time.now))
        #expect(try await house.press("supervisor", "\(path)/verification", Self.close) == 303)
        try await house.visit(as: "supervisor") { client async throws in
            #expect(try await client.look(path).text.contains("超期办结"))
        }
        #expect(try await house.press("supervisor", "\(path)/strike-off", "reason=归档") == 303)
        let struck = try await house.order()
        #expect(struck.isLate(at: house.time.now) && !struck.isUnfinished)
        #expect(try await failure(of: struck, in: house).hasFailed)
    }

    @Test("what was called off before it ran out has not failed, and says that it was not done")
    func undone() async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(Self.short)
        #expect(!(try await failure(of: try await house.order(), in: house).hasFailed))
        #expect(try await house.press("supervisor", "\(path)/strike-off", "reason=不办了") == 303)
        let struck = try await house.order()
        #expect(struck.isUnfinished && struck.closedAt == house.time.now)
        let failure = try await failure(of: struck, in: house)
        #expect(!failure.hasFailed && failure.facts.map(\.words).contains("没有办完就销号"))
        try await house.visit(as: "supervisor") { client async throws in
            #expect(try await client.look(path).text.contains("没有办完就销号"))
            let document = try await client.look("\(OrderPath.api)/\(struck.id)").text
            #expect(document.contains(#""unfinished":true"#) && document.contains("struck_at"))
        }
    }

    @Test("what was struck off undone when it had run out has failed")
    func undoneLate() async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(Self.short)
        house.time.pass(days: 3)
        #expect(try await house.press("supervisor", "\(path)/strike-off", "reason=不办了") == 303)
        let struck = try await house.order()
        #expect(struck.isUnfinished && struck.isLate(at: house.time.now))
        #expect(try await failure(of: struck, in: house).hasFailed)
    }

    @Test("whoever proposed it learns that it was struck off undone and why, and not when it was done")
    func proposed() async throws {
        let house = try await OrderHouse()
        let form = "title=修灯&source=proposal&words=三周不亮&lead=zjj&limit=5&reference=代表建议 "
        let done = try await house.begin(form + "3")
        try await house.report(done, "zjj")
        #expect(try await house.press("supervisor", "\(done)/verification", Self.close) == 303)
        #expect(try await house.press("supervisor", "\(done)/strike-off", "reason=归档") == 303)
        let other = try await house.begin(form.replacing("proposal", with: "meeting") + "4")
        #expect(try await house.press("supervisor", "\(other)/strike-off", "reason=会议取消") == 303)
        #expect(house.left.reasons.isEmpty)
        let undone = try await house.begin(form + "5")
        #expect(try await house.press("supervisor", "\(undone)/strike-off", "reason=") == 422)
        #expect(try await house.press("supervisor", "\(undone)/strike-off", "reason=路段已经移交") == 303)
        #expect(house.left.reasons == ["代表建议 5": "路段已经移交"])
        let progress = try await house.database.read { tx in
            try ["3", "5"].map { try SupervisionOrders.progress(of: "代表建议 \($0)", in: tx) }
        }
        #expect(progress.map { $0?.isUnfinished } == [false, true])
        #expect(progress[1]?.struckReason == "路段已经移交")
    }

    /// How far each part is said to be.
    private func standings(_ path: String, in house: OrderHouse) async throws -> [String] {
        try await house.visit(as: "leader") { client async throws in
            let page = try await client.look(path).text
            return page.matches(of: /等待反馈|已反馈|没有反馈/).map { String($0.output) }
        }
    }

    @Test("who never reported is not said to have reported when the order is struck off")
    func silent() async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(OrderTests.form)
        #expect(try await standings(path, in: house) == ["等待反馈", "等待反馈"])
        try await house.report(path, "xfjy")
        #expect(try await standings(path, in: house) == ["等待反馈", "已反馈"])
        #expect(try await house.press("supervisor", "\(path)/strike-off", "reason=不办了") == 303)
        #expect(try await standings(path, in: house) == ["没有反馈", "已反馈"])
    }

    @Test("nor who did not report again what was returned; who reported all has")
    func silentAgain() async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(OrderTests.form)
        try await house.report(path, "zjj", "xfjy")
        #expect(try await standings(path, in: house) == ["已反馈", "已反馈"])
        let back = "outcome=return&opinion=没有照片"
        #expect(try await house.press("supervisor", "\(path)/verification", back) == 303)
        #expect(try await standings(path, in: house) == ["等待反馈", "等待反馈"])
        try await house.report(path, "zjj")
        #expect(try await house.press("supervisor", "\(path)/strike-off", "reason=不办了") == 303)
        #expect(try await standings(path, in: house) == ["已反馈", "没有反馈"])
    }

    @Test("while supervision verifies the limit stands still, and goes on when it returns the order")
    func pausing() async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(Self.short)
        try await house.report(path, "zjj")
        let waiting = try await house.order()
        #expect(waiting.stage == .verifying && waiting.dueAt == nil)
        house.time.pass(days: 7)
        try await house.visit(as: "leader") { client async throws in
            #expect(try await client.look(path).text.contains("审核期间暂停计时"))
            let list = try await client.look(OrderPath.orders).text
            #expect(list.contains("审核期间暂停") && !list.contains("已超期"))
        }
        let back = "outcome=return&opinion=没有照片"
        #expect(try await house.press("supervisor", "\(path)/verification", back) == 303)
        // The first working day after the return, as the day of the return is not counted.
        #expect(try await house.order().dueAt?.day.iso == "2026-12-02")
        try await house.report(path, "zjj")
        house.time.pass(days: 20)
        #expect(try await house.press("supervisor", "\(path)/verification", Self.close) == 303)
        let closed = try await house.order()
        #expect(closed.stage == .closed && !closed.isLate(at: house.time.now))
        let history = try await house.cases.view(closed.number, for: .system).history.map(\.entry.action)
        #expect(history.count { $0 == "case.suspended" } == 2 && history.count { $0 == "case.resumed" } == 1)
    }
}
