import Refusals
import Testing
import WorkingTime

@testable import Identity

@Suite("登录失败的计数") struct FailedAttemptsTests {
    private let start = Instant(milliseconds: 1_795_226_400_000)

    private func failures(_ count: Int, everySeconds: Int = 10) -> FailedAttempts {
        var attempts = FailedAttempts()
        for number in 0..<count { attempts.record(at: start.adding(seconds: number * everySeconds)) }
        return attempts
    }

    @Test("five failures in a row lock the name for fifteen minutes")
    func locks() {
        let attempts = failures(5, everySeconds: 0)
        #expect(throws: DomainError.self) { try attempts.checkOpen(at: start) }
        #expect(throws: DomainError.self) { try attempts.checkOpen(at: start.adding(seconds: 899)) }
        #expect(throws: Never.self) { try attempts.checkOpen(at: start.adding(seconds: 900)) }
    }

    @Test("the refusal says until when, and tells programs in seconds")
    func refusal() {
        let attempts = failures(5, everySeconds: 0)
        let error = #expect(throws: DomainError.self) {
            try attempts.checkOpen(at: start.adding(seconds: 60))
        }
        guard case .tooMany(let sentence, let seconds) = error else {
            Issue.record("not a refusal for too many attempts")
            return
        }
        #expect(seconds == 840)
        #expect(sentence.chinese.contains(start.adding(seconds: 900).shortChinese))
    }

    @Test("fewer than five leave the name open", arguments: 0...4)
    func open(count: Int) {
        #expect(throws: Never.self) { try failures(count).checkOpen(at: start.adding(seconds: 60)) }
    }

    @Test("failures more than fifteen minutes apart do not add up")
    func stale() {
        let attempts = failures(8, everySeconds: 15 * 60)
        #expect(attempts.count == 1)
        #expect(attempts.lockedUntil == nil)
    }

    @Test("after a lock has ended the count begins anew")
    func afterLock() {
        var attempts = failures(5, everySeconds: 0)
        attempts.record(at: start.adding(seconds: 900))
        #expect(attempts.count == 1)
        #expect(attempts.lockedUntil == nil)
    }
}
