import Testing

@testable import Identity

@Suite("看得见什么") struct ViewerTests {
    private func account(_ posts: [Post]) -> Account {
        Account(id: 7, name: "x", displayName: "某人", personID: 3, posts: posts, entities: ["E"])
    }

    @Test(
        "who sits in an organ without handling its matters does not see them",
        arguments: [Role.deputy, .sysadmin, .secadmin, .auditadmin, .editor])
    func noMatters(role: Role) {
        let viewer = account([Post(organ: "zwfw", role: role)]).viewer
        #expect(viewer == .officer(id: 7, organs: [], roles: [role]))
    }

    @Test(
        "leaders and supervisors see all, and sit in an organ whose steps are theirs",
        arguments: [Role.leader, .supervisor])
    func overseers(role: Role) {
        let viewer = account([Post(organ: "zfb", role: role)]).viewer
        #expect(viewer == .officer(id: 7, organs: ["zfb"], roles: [role], seesDistrict: true))
    }

    @Test("an officer sees the matters of the organs the officer works in, each once")
    func officer() {
        let posts = [
            Post(organ: "scjg", role: .officer), Post(organ: "scjg", role: .head),
            Post(organ: "cd", role: .clerk),
        ]
        #expect(
            account(posts).viewer
                == .officer(id: 7, organs: ["cd", "scjg"], roles: [.clerk, .head, .officer]))
    }

    @Test("a citizen sees what belongs to the person and the enterprises")
    func citizen() {
        #expect(account([]).viewer == .account(id: 7, person: 3, entities: ["E"]))
        #expect(account([]).roles == [.citizen])
    }

    @Test("a role in one organ is none in another")
    func holds() throws {
        let signedIn = SignedIn(account: account([Post(organ: "scjg", role: .officer)]), sessionID: "")
        let officer = try #require(OfficerContext(signedIn))
        #expect(officer.holds(.officer, in: "scjg"))
        #expect(!officer.holds(.officer, in: "wsjk"))
        #expect(!officer.holds(.head, in: "scjg"))
    }

    @Test("nobody without a post becomes an officer")
    func noPost() {
        #expect(OfficerContext(SignedIn(account: account([]), sessionID: "")) == nil)
    }
}
