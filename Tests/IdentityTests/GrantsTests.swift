import Testing
import Web

@testable import Identity

@Suite("Powers come from posts")
struct GrantsTests {
    private func account(_ posts: [Post], _ grants: Grants = .delivered) -> Account {
        Account(
            id: 7, name: "x", displayName: "某人", personID: nil, posts: posts, entities: [], grants: grants)
    }

    @Test("a damaged file lets nobody in, and the delivered one is whole")
    func delivered() throws {
        #expect(!account([Post(organ: "zwfw", role: .clerk)], Grants()).may(.fileAtCounter))
        #expect(try DeliveredGrants.read() == .delivered)
    }

    @Test("whoever holds no post may do nothing that is granted")
    func citizen() {
        #expect(!account([]).may(.readCases) && !account([]).may(.fileAtCounter))
    }

    @Test("seeing the district is one's own organ's grade in every organ, and no more")
    func grades() {
        let leader = account([Post(organ: "zfb", role: .leader)])
        #expect(leader.grade(handledBy: ["scjg"], isOwn: false) == .reasoned)
        let officer = account([Post(organ: "scjg", role: .officer)])
        #expect(officer.grade(handledBy: ["wsjk"], isOwn: false) == .masked)
        #expect(officer.grade(handledBy: ["wsjk", "scjg"], isOwn: false) == .reasoned)
        let hotline = account([Post(organ: "zwfw", role: .hotline)])
        #expect(hotline.grade(handledBy: ["zwfw"], isOwn: false) == .masked)
        #expect(hotline.grade(handledBy: ["zwfw"], isOwn: true) == .reasoned)
    }

    @Test("of two posts the one that shows more counts, but only where it reaches")
    func twoPosts() {
        let grants = Grants([
            Grant(.officer, "case.read", GrantTerms(.own, .masked)),
            Grant(.head, "case.read", GrantTerms(.own, .plain)),
        ])
        let both = account(
            [Post(organ: "scjg", role: .officer), Post(organ: "wsjk", role: .head)], grants)
        #expect(both.grade(handledBy: ["scjg"], isOwn: false) == .masked)
        #expect(both.grade(handledBy: ["scjg", "wsjk"], isOwn: false) == .plain)
    }

    @Test("what may be seen of matters follows the grants, not the role")
    func viewer() {
        let grants = Grants([
            Grant(.hotline, "case.read", GrantTerms(.district)),
            Grant(.deputy, "case.read", GrantTerms(.own)),
        ])
        #expect(
            account([Post(organ: "zwfw", role: .hotline)], grants).viewer
                == .officer(id: 7, organs: ["zwfw"], roles: [.hotline], seesDistrict: true))
        #expect(
            account([Post(organ: "rd", role: .deputy)], grants).viewer
                == .officer(id: 7, organs: ["rd"], roles: [.deputy]))
        #expect(
            account([Post(organ: "scjg", role: .officer)], grants).viewer
                == .officer(id: 7, organs: [], roles: [.officer]))
    }
}
