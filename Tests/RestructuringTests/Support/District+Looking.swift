import Cases
import Identity
import Journal
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Restructuring

extension District {
    /// What the history of a case says.
    func sentences(of number: String) async throws -> [String] {
        try await cases.view(number, for: .system).history.map(\.entry.sentence.chinese)
    }

    /// Where an account holds its posts today.
    func expectOfficer(_ login: String, in organs: Set<String>) async throws {
        let account = try await database.read { [day = clock.now.day] in
            try Accounts.account(named: login, on: day, in: $0)
        }
        #expect(Set(try #require(account).posts.map(\.organ)) == organs)
    }

    /// The numbers an officer of an organ finds by a number.
    func list(for organ: String, _ text: String) async throws -> [String] {
        var filter = CaseFilter()
        filter.text = text
        let viewer = Viewer.officer(id: 1, organs: [organ], roles: [.officer])
        return try await cases.list(filter, for: viewer, after: nil).items.map(\.number)
    }
}
