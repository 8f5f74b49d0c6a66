import HTTPTypes
import HummingbirdTesting
import Identity
import Testing

@testable import App
@testable import Web

@Suite("The menu of the desk")
struct DeskMenuTests {
    private let routes: [Route]

    init() async throws { routes = try await Installation.temporary().routes() }

    @Test("leads nowhere that does not exist")
    func everyLinkIsMounted() {
        let pages = Set(routes.filter { $0.method == .get }.map(\.path))
        #expect(DeskSection.all.flatMap(\.links).map(\.href).filter { !pages.contains($0) }.isEmpty)
    }

    @Test("offers nobody a page that turns them away")
    func nobodyIsTurnedAway() async throws {
        let routes = routes
        let links = DeskSection.all.map { $0.guarded(by: routes) }.flatMap(\.links)
        for role in Role.allCases where role != .citizen {
            let officer = Caller.holder(of: role)
            let principal = try #require(officer.account.map { SignedIn(account: $0, sessionID: $0.name) })
            let shown = links.filter { $0.isShown(to: principal) }
            #expect(shown.count > 3)
            try await officer.visit(routes) { client in
                for link in shown {
                    let answer = try await client.execute(uri: link.href, method: .get)
                    #expect(answer.status != .forbidden, "\(role.rawValue) \(link.href)")
                }
            }
        }
    }

    @Test("keeps a page that asks for no power from those whose work it is not")
    func whoseWork() {
        let links = DeskSection.all.map { $0.guarded(by: routes) }.flatMap(\.links)
        let clerk = Caller.holder(of: .clerk).account.map { SignedIn(account: $0, sessionID: "") }
        let shown = links.filter { $0.isShown(to: clerk) }.map(\.label)
        #expect(shown.contains("群众诉求") && shown.contains("窗口代办"))
        #expect(!shown.contains("问责") && !shown.contains("绩效") && !shown.contains("系统管理"))
    }
}
