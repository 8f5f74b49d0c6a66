import Testing

@testable import Web

@Suite("刊头的链接")
struct NavigationLinkTests {
    @Test("给办事人的链接，不给没有登录的人和工作人员看。")
    func applicantsAreNotStaff() {
        let link = NavigationLink("我的办件", "/my/cases", audience: .applicants)
        #expect(link.isShown(to: Visitor(isStaff: false)))
        #expect(!link.isShown(to: Visitor(isStaff: true)))
        #expect(!link.isShown(to: nil))
    }
}

private struct Visitor: Principal {
    let isStaff: Bool
    var accountID: Int64 { 7 }
    var displayName: String { "李敏" }
    var unread: Int { 0 }
}
