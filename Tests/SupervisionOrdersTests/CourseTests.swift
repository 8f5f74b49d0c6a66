import Cases
import Identity
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import SupervisionOrders

@Suite("An order goes the way it is drawn")
struct CourseTests {
    private static let form =
        "title=占道经营整治&source=meeting&words=月底前完成&lead=zjj&organ1=cgj&duty1=清理占道&limit=10"

    /// Somebody does something with the step of an organ, as the page of the case and programs do.
    private func attempt(
        _ name: String, _ organ: String, in house: OrderHouse,
        _ rule: @escaping @Sendable (inout Matter, Int64, Occasion) throws -> Void
    ) async throws {
        let account = try await house.account(name)
        let number = try await house.order().number
        let matter = try await house.cases.matter(number, for: .system)
        let task = try #require(matter.root.openTasks.first { $0.organ == organ }).id
        try await house.cases.change(
            task: task, by: account.actor(channel: "page", address: ""), as: account.viewer
        ) { try rule(&$0, task, $1) }
    }

    /// The organs that are waited for.
    private func waiting(_ house: OrderHouse) async throws -> [String] {
        let number = try await house.order().number
        return try await house.cases.matter(number, for: .system).root.openTasks
            .filter { $0.element == OrderPlan.report && !$0.isSuspended }.map(\.organ)
    }

    @Test(
        "the head of the lead organ does not take it to the verdict past the reports",
        arguments: ["zjj", "cgj"])
    func jumping(organ: String) async throws {
        let house = try await OrderHouse()
        _ = try await house.begin(Self.form)
        let due = try await house.order().dueAt
        await #expect(throws: DomainError.self) {
            try await attempt("head-zjj", organ, in: house) {
                try $0.jump(task: $1, to: OrderPlan.verify, reason: "已经办好", on: $2)
            }
        }
        let order = try await house.order()
        #expect(order.stage == .working && order.dueAt == due && due != nil)
        #expect(try await waiting(house) == ["zjj", "cgj"])
    }

    @Test("and reads why")
    func sentence() async throws {
        let house = try await OrderHouse()
        _ = try await house.begin(Self.form)
        await #expect(throws: DomainError.conflict("督办事项要由各部门逐一反馈、监察人员审核，不能跳转。")) {
            try await attempt("head-zjj", "zjj", in: house) {
                try $0.jump(task: $1, to: OrderPlan.verify, reason: "已经办好", on: $2)
            }
        }
    }

    @Test("an organ that was asked again does not send it back to the verdict, nor have all begin anew")
    func sendingBack() async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(Self.form)
        try await house.report(path, "zjj", "cgj")
        #expect(
            try await house.press("supervisor", "\(path)/verification", "outcome=return&opinion=没有照片") == 303)
        try await house.report(path, "cgj")
        await #expect(throws: DomainError.self) {
            try await attempt("officer-zjj", "zjj", in: house) {
                try $0.sendBack(task: $1, to: OrderPlan.verify, reason: "已经报过", on: $2)
            }
        }
        await #expect(throws: DomainError.self) {
            try await attempt("officer-zjj", "zjj", in: house) {
                try $0.reject(task: $1, reason: "都重新来", on: $2)
            }
        }
        #expect(try await house.order().stage == .working)
        #expect(try await waiting(house) == ["zjj"])
    }

    @Test("nobody reports by finishing the step: what proves it would be missing")
    func withoutEvidence() async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(Self.form)
        await #expect(throws: DomainError.conflict("请在督办事项的页面反馈，写明佐证。")) {
            try await attempt("officer-zjj", "zjj", in: house) {
                try $0.complete(
                    task: $1, with: Finding(outcome: "report", opinion: "办好了"), on: $2)
            }
        }
        #expect(try await waiting(house) == ["zjj", "cgj"])
        try await house.report(path, "zjj", "cgj")
        #expect(try await house.order().stage == .verifying)
    }

    @Test("a leader gives it more time, once; the organs do not")
    func extended() async throws {
        let house = try await OrderHouse()
        _ = try await house.begin(Self.form)
        let (number, due) = (try await house.order().number, try await house.order().dueAt)
        let leader = try await house.account("leader").actor(channel: "page", address: "")
        let head = try await house.account("head-zjj").actor(channel: "page", address: "")
        await #expect(throws: DomainError.self) {
            try await house.cases.change(number, by: head, as: .system) {
                try $0.extend(number, reason: "还要五天", on: $1)
            }
        }
        try await house.cases.change(number, by: leader, as: .system) {
            try $0.extend(number, reason: "雨季不能施工", on: $1)
        }
        let later = try #require(try await house.order().dueAt)
        #expect(try later > #require(due))
    }

    @Test("no step of it stands still, so that all who have not reported are urged")
    func suspending() async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(Self.form)
        for name in ["head-zjj", "officer-zjj"] {
            await #expect(throws: DomainError.self) {
                try await attempt(name, "zjj", in: house) {
                    try $0.suspend(task: $1, reason: "等材料", on: $2)
                }
            }
        }
        #expect(try await waiting(house) == ["zjj", "cgj"])
        #expect(try await house.press("supervisor", "\(path)/urgings", "note=请抓紧") == 303)
    }

    @Test("a step that was suspended before keeps none of the other organs from being urged")
    func suspendedBefore() async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(Self.form)
        let number = try await house.order().number
        let tasks = try await house.cases.matter(number, for: .system).root.openTasks
        let still = try #require(tasks.first { $0.organ == "zjj" }).id
        try await house.database.write { tx in
            try tx.execute("UPDATE case_task SET suspended = 1 WHERE id = \(still)")
            // What a node remembers of a case it holds against this.
            try tx.execute("UPDATE service_case SET revision = revision + 1 WHERE number = \(number)")
        }
        #expect(try await waiting(house) == ["cgj"])
        #expect(try await house.press("supervisor", "\(path)/urgings", "note=请抓紧") == 303)
        let urged = try await house.cases.matter(number, for: .system).root.openTasks
            .filter { $0.urgings == 1 }.map(\.organ)
        #expect(urged == ["cgj"])
    }
}
