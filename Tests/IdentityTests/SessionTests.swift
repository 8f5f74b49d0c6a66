import Testing
import WorkingTime

@testable import Identity

@Suite("会话的期限") struct SessionTests {
    private let start = Instant(milliseconds: 1_795_226_400_000)

    private func session(_ kind: Session.Kind, seenAfterSeconds: Int = 0) -> Session {
        Session(
            idHash: "x", accountID: 1, kind: kind, createdAt: start,
            lastSeenAt: start.adding(seconds: seenAfterSeconds),
            expiresAt: start.adding(seconds: SessionRules.standard.absoluteSeconds), address: "192.0.2.1",
            factors: Factors(.password), provedAt: start, agent: "")
    }

    @Test(
        "an idle session ends: after 15 minutes for staff, after two hours for citizens",
        arguments: [(true, 899, true), (true, 900, false), (false, 7_199, true), (false, 7_200, false)])
    func idle(isStaff: Bool, seconds: Int, isLive: Bool) {
        let idleSeconds = SessionRules.standard.idleSeconds(isStaff: isStaff)
        let now = start.adding(seconds: seconds)
        #expect(session(.page).isLive(at: now, idleSeconds: idleSeconds) == isLive)
    }

    @Test("no session outlives twelve hours, however busy", arguments: [Session.Kind.page, .api])
    func absolute(kind: Session.Kind) {
        let busy = session(kind, seenAfterSeconds: 43_199)
        #expect(busy.isLive(at: start.adding(seconds: 43_199), idleSeconds: 900))
        #expect(!busy.isLive(at: start.adding(seconds: 43_200), idleSeconds: 900))
    }

    @Test("a program's token lasts as long as it was told, idle or not")
    func token() {
        #expect(session(.api).isLive(at: start.adding(seconds: 43_199), idleSeconds: 900))
    }

    @Test("being used is written down at most once a minute")
    func touch() {
        #expect(!session(.page).needsTouch(at: start.adding(seconds: 59)))
        #expect(session(.page).needsTouch(at: start.adding(seconds: 60)))
    }

    @Test(
        "what we cannot have made is no token",
        arguments: ["", "x", String(repeating: "a", count: 42), String(repeating: "'", count: 43)])
    func rubbish(text: String) {
        #expect(SessionToken(text) == nil)
    }

    @Test("every token is new and can be read back")
    func random() {
        let token = SessionToken.random()
        #expect(SessionToken(token.text)?.hash == token.hash)
        #expect(SessionToken.random().text != token.text)
        #expect(!token.hash.contains(token.text))
    }
}

@Suite("会话的更新") struct SessionRenewalTests {
    private let start = Instant(milliseconds: 1_795_226_400_000)

    @Test("a session whose rights rise goes on under another token, and never longer than before")
    func renewed() {
        let arrival = Arrival(kind: .page, address: "192.0.2.1", now: start)
        let old = SessionRules.standard.open(.random(), for: 1, by: Factors(.password), arrival)
        let later = start.adding(seconds: 600)
        let new = old.renewed(.random(), proving: Factors(.totp), at: later)
        #expect(new.idHash != old.idHash && new.expiresAt == old.expiresAt)
        #expect(new.factors == Factors(.password, .totp) && new.provedAt == later)
    }

    @Test("a session at a kiosk lasts ten minutes and proves nothing")
    func kiosk() {
        let arrival = Arrival(kind: .page, address: "192.0.2.1", now: start)
        let session = SessionRules.standard.open(.random(), for: 1, by: Factors(.kiosk), arrival)
        #expect(session.expiresAt == start.adding(seconds: 600))
        #expect(session.provedAt.milliseconds == 0)
    }

    @Test(
        "a proof is fresh for five minutes, and not before it was given",
        arguments: [(-1, false), (0, true), (299, true), (300, false)])
    func fresh(seconds: Int, isFresh: Bool) {
        let account = Account(
            id: 1, name: "zhangwei", displayName: "张伟", personID: nil, posts: [], entities: [])
        let holder = SignedIn(account: account, sessionID: "x", provedAt: start)
        #expect(holder.isFresh(at: start.adding(seconds: seconds)) == isFresh)
        #expect(!SignedIn(account: account, sessionID: "x").isFresh(at: start))
    }
}
