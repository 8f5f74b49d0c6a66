import Cases
import Refusals
import Testing

@testable import Desk

@Suite("工作台的列表")
struct QueueTests {
    @Test("待办说明今天到期和超期的件数")
    func summary() {
        let urgency = DeskUrgency(dueToday: 1, overdue: 0)
        #expect(DeskQueue.mine.summary(urgency) == "先到期的在前。今天到期 \(1) 件，超期 \(0) 件。")
        #expect(DeskQueue.done.summary(urgency) == "最近办理的在前。")
    }

    @Test("我的待办就是工作台首页")
    func addresses() {
        #expect(DeskPath.queue(.mine) == "/desk")
        #expect(DeskPath.queue(.organ) == "/desk?queue=organ")
        #expect(
            DeskPath.page(of: "441202202611210001248", task: 5) == "/desk/cases/441202202611210001248?task=5")
    }
}
