import Cases
import HTTPTypes
import HummingbirdTesting
import Identity
import Refusals
import RuleBooks
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import ServiceRequests

@Suite("紧急、按词分派、回访")
struct CallBackTests {
    private func call(
        _ house: House, _ number: String, _ solved: String, reason: String = "", by name: String = "hotline"
    ) async throws -> String? {
        try await house.office.callBack(
            number, said: Assessment(solved: solved, grade: "2", reason: reason),
            by: try await house.account(name).actor(
                channel: "page", address: "", organ: name == "hotline" ? "zwfw" : "cgj"),
            as: try await house.account(name).viewer)
    }

    @Test("没有说解决没有、没有打分、没解决又不说差什么的，一次说清")
    func faults() {
        let error = #expect(throws: DomainError.self) { try Assessment(solved: "", grade: "9", reason: "") }
        guard case .invalid(let fields)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(fields.map(\.field) == ["solved", "grade"])
        #expect(throws: DomainError.self) { try Assessment(solved: "no", grade: "1", reason: "") }
    }

    @Test("抽多少按规则，同一件总是一样")
    func drawn() {
        let numbers = (0..<2_000).map { "44120220260918\($0)" }
        #expect(numbers.allSatisfy { CallBack.lot($0) < 100 })
        #expect(!numbers.contains { CallBack.lot($0) < 0 })
        let count = numbers.count { CallBack.lot($0) < 20 }
        #expect((300...500).contains(count))
    }

    @Test("答复以前、别的单位、反映人评价过的，都不能回访；没有解决的交回重办一次")
    func story() async throws {
        let house = try await House()
        let number = try await house.say()
        #expect(
            await refusal { _ = try await call(house, number, "yes") } == "还没有答复，请等答复以后再回访。")
        try await house.answer(number)
        let other = await refusal { _ = try await call(house, number, "yes", by: "officer-cgj") }
        #expect(other == "由受理的单位回访。")
        let again = try #require(try await call(house, number, "again", reason: "还有两盏灯不亮。"))
        #expect(try await house.subject(again).said(.round) == "2")
        #expect(try await house.row(number).solved == false)
        let twice = await refusal { _ = try await call(house, number, "yes") }
        #expect(twice == "反映人已经评价过这件诉求，不用回访。")
        #expect(try await house.office.callBacks(at: ["zwfw"]).items.isEmpty)
    }

    @Test("回访的单子只有受理单位看得到")
    func pages() async throws {
        let house = try await House()
        let number = try await house.say()
        try await house.answer(number)
        let drawn = CallBack.lot(number) < (try await house.office.rules().limits.callBacks)
        let path = "/desk/service-requests-callbacks"
        let list = try await house.visit(as: "hotline") { try await $0.look(path).text }
        #expect(list.contains(number) == drawn)
        let page = try await house.visit(as: "hotline") { try await $0.look("\(path)/\(number)") }
        #expect(page.status == .ok && page.text.contains("恢复照明"))
        let empty = try await house.visit(as: "hotline") {
            try await $0.press("\(path)/\(number)", "grade=1")
        }
        #expect(empty.status == .unprocessableContent && empty.text.contains("请选择问题解决了没有。"))
        let other = try await house.visit(as: "officer-cgj") { try await $0.look("\(path)/\(number)") }
        #expect(other.status == .forbidden)
    }

    @Test("紧急的按小时办，立即告诉受理和承办单位的负责人")
    func urgent() async throws {
        let house = try await House()
        let number = try await house.say { $0.isUrgent = true }
        let limit = try await house.subject(number).plan.promisedLimit
        #expect(limit == TimeLimit(value: 24, unit: .hour))
        #expect(try await house.told("head-zwfw").first?.contains("紧急工单") == true)
        #expect(try await house.told("head-cgj").isEmpty)
        try await house.assign(number, to: "cgj")
        #expect(try await house.told("head-cgj").first?.contains(number) == true)
        let calm = try await house.say { $0.content = "文明路 14 号门前的路灯也不亮，请一起修。" }
        #expect(try await house.subject(calm).isUrgent == false)
    }

    @Test("紧急又没有答复的排在最前面，翻页不漏不重；答复以后回到原来的位置")
    func urgentFirst() async throws {
        let house = try await House()
        let first = try await house.say { ($0.isUrgent, $0.content) = (true, "电线掉在人行道上，冒火花。") }
        for turn in 0..<12 { _ = try await house.say { $0.content += "第\(turn)处" } }
        let second = try await house.say { ($0.isUrgent, $0.content) = (true, "燃气管漏气，味道很重。") }
        for turn in 0..<12 { _ = try await house.say(by: "chenjing") { $0.content += "第\(turn)盏" } }
        func numbers() async throws -> [String] {
            var (all, after): ([String], String?) = ([], nil)
            repeat {
                let slice = try await house.database.read { [after] in
                    try RequestStore.desk(["zwfw", "cgj"], after: after, in: $0)
                }
                all += slice.items.map(\.number)
                after = slice.next
            } while after != nil
            return all
        }
        let before = try await numbers()
        #expect(Array(before.prefix(2)) == [second, first])
        #expect(before.count == 26 && Set(before).count == 26)
        let page = try await house.visit(as: "hotline") { try await $0.look("/desk/service-requests").text }
        #expect(page.contains(">紧急<"))
        try await house.answer(first)
        let after = try await numbers()
        #expect(after.first == second && after.last == first && Set(after) == Set(before))
    }

    @Test("写到燃气的按词找负责单位，其余按类别和地点")
    func words() async throws {
        let house = try await House()
        let gas = try await house.say { $0.content = "楼道里有燃气味道，请派人来看看。" }
        #expect(try await house.office.background(of: house.subject(gas)).responsible == "zjj")
        let light = try await house.say()
        #expect(try await house.office.background(of: house.subject(light)).responsible == "cgj")
    }
}
