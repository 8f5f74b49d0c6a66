import Testing

@testable import Jobs

@Suite("A job that failed")
struct BackoffTests {
    @Test(
        "waits longer after every try",
        arguments: [(1, 10), (2, 30), (3, 120), (4, 600), (5, 3_600), (6, 10_800), (7, 21_600)])
    func delays(_ attempt: Int, _ seconds: Int) {
        #expect(Backoff.delaySeconds(attempt: attempt, jitter: 0.5) == seconds)
    }

    @Test("waits as long as after the first or the last try when the number is beyond them")
    func beyond() {
        #expect(Backoff.delaySeconds(attempt: 0, jitter: 0.5) == 10)
        #expect(Backoff.delaySeconds(attempt: 99, jitter: 0.5) == 21_600)
    }

    @Test("comes back a tenth sooner or later, so that what failed together does not come together")
    func jitter() {
        #expect(Backoff.delaySeconds(attempt: 4, jitter: 0) == 540)
        #expect(Backoff.delaySeconds(attempt: 4, jitter: 1) == 660)
        #expect(Backoff.delaySeconds(attempt: 4, jitter: 7) == 660)
    }
}
