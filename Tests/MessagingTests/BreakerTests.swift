import Testing
import WorkingTime

@testable import Messaging

@Suite("A carrier that fails is left in peace")
struct BreakerTests {
    private let now = Post.morning

    private func failed(_ times: Int) -> Breaker {
        var breaker = Breaker()
        for _ in 0..<times {
            _ = breaker.admit(at: now)
            breaker.fail(at: now)
        }
        return breaker
    }

    @Test("two failures do not matter, three do")
    func opens() {
        #expect(failed(2).isReady(at: now))
        #expect(failed(3).state == .open(until: now.adding(seconds: 30)))
        #expect(!failed(3).isReady(at: now.adding(seconds: 29)))
    }

    @Test("an answer in between begins the count anew")
    func forgives() {
        var breaker = failed(2)
        breaker.answer(afterSeconds: 1, at: now)
        breaker.fail(at: now)
        breaker.fail(at: now)
        #expect(breaker.isReady(at: now))
    }

    @Test("answers that take too long count as failures")
    func slow() {
        var breaker = Breaker()
        for _ in 0..<3 { breaker.answer(afterSeconds: Breaker.slowSeconds, at: now) }
        #expect(!breaker.isReady(at: now))
    }

    @Test("after the rest one message tries it, and no other goes meanwhile")
    func trial() {
        var breaker = failed(3)
        let later = now.adding(seconds: 30)
        let admitted = [breaker.admit(at: later), breaker.admit(at: later)]
        #expect(admitted == [true, false] && breaker.state == .trial)
        breaker.answer(afterSeconds: 1, at: later)
        #expect(breaker.state == .closed)
    }

    @Test("each trial that fails doubles the rest, up to ten minutes")
    func doubles() {
        var (breaker, at, rests) = (failed(3), now, [Int]())
        for _ in 0..<6 {
            guard case .open(let until) = breaker.state else { break }
            rests.append(until - at)
            at = until
            _ = breaker.admit(at: at)
            breaker.fail(at: at)
        }
        #expect(rests == [30, 60, 120, 240, 480, 600])
    }
}
