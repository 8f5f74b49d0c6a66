import App
import Testing
import Web

@testable import Audit

@Suite("What auditors read")
struct ActionNameTests {
    private let actions: AuditActions

    init() async throws { actions = AuditActions(routes: try await Installation.temporary().routes()) }

    @Test("every action that is recorded has a name by which it is found")
    func named() throws {
        let recorded = try Checkout.files("swift").flatMap { file in
            try Checkout.text(of: file).matches(of: /(?:record\(|action:)\s*"([a-z_]+\.[a-z_-]+)"/).map {
                String($0.output.1)
            }
        }
        #expect(recorded.count > 300)
        // Some codes are put together: `directory.user` and what became of one.
        let nameless = Set(recorded).filter { code in
            !actions.names.keys.contains { $0 == code || $0.hasPrefix("\(code)_") }
        }
        #expect(nameless.isEmpty, "give them names in ActionNames.swift: \(nameless.sorted())")
    }

    @Test("every kind of action has a title")
    func titled() {
        #expect(actions.groups.map(\.title).filter { $0.allSatisfy(\.isASCII) } == [])
    }
}
