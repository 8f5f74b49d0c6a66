import Services
import Testing
import WorkingTime

@Suite("What is not the same in two versions")
struct ItemChangeTests {
    private func changes(_ change: (inout ServiceItem) -> Void) throws -> [ItemChange] {
        let before = try District.item("food-business-licence")
        var after = before
        change(&after)
        return after.changes(since: before)
    }

    @Test("The same item has no changes")
    func same() throws {
        let found = try changes { _ in }
        #expect(found.isEmpty)
    }

    @Test("A material that is gone, a new question and a shorter limit, each in a sentence")
    func sentences() throws {
        let found = try changes { item in
            item.materials.removeAll { $0.id == "floor-plan" }
            item.limits = Limits(
                legal: item.limits.legal, promised: TimeLimit(value: 3, unit: .workingDay),
                note: item.limits.note)
            item.conditions.append("有排油烟设施")
        }
        #expect(
            found.map(\.sentence) == [
                "受理条件增加“有排油烟设施”", "承诺办结时限由“5 个工作日”改为“3 个工作日”", "不再需要材料“经营场所平面布局图”",
            ])
        #expect(found.allSatisfy { $0.concernsApplicants })
    }

    @Test("What only the desk looks at does not concern applicants")
    func inner() throws {
        let found = try changes { item in
            item.keywords.append("小饭馆")
            item.position = 77
        }
        #expect(found.map(\.key).sorted() == ["keywords", "position"])
        #expect(!found.contains { $0.concernsApplicants })
    }

    @Test("Several things in another order are told as such")
    func order() throws {
        let found = try changes { $0.conditions.reverse() }
        #expect(found.map(\.sentence) == ["受理条件的次序有调整"])
    }
}
