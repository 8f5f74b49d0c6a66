import Cases
import Testing
import Web

@testable import Desk

@Suite("工作台的列表")
struct DeskNavigationTests {
    @Test("只有综合窗口的人员看得到窗口代办。", arguments: [true, false])
    func counterIsForClerks(isClerk: Bool) {
        let navigation = DeskNavigation(counts: [.mine: 2], isClerk: isClerk, current: DeskPath.home)
        #expect(navigation.html.description.contains("href=\"\(DeskPath.counter)\"") == isClerk)
    }
}
