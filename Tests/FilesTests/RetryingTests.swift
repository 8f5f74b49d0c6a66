import Synchronization
import Testing

@testable import Files

@Suite("Something that fails now and then")
struct RetryingTests {
    private struct Failure: Error {}

    @Test("is tried four times at most, with longer and longer pauses")
    func bounded() async {
        let time = Impatience()
        let attempts = Mutex(0)
        await #expect(throws: Failure.self) {
            try await time.retrying.run {
                attempts.withLock { $0 += 1 }
                throw Failure()
            }
        }
        #expect(attempts.withLock { $0 } == 4)
        #expect(time.pauses == [.milliseconds(200), .milliseconds(800), .seconds(2)])
    }

    @Test(
        "is not tried again when the time for it has passed",
        arguments: [(4_800, 2), (4_801, 1), (60_000, 1)])
    func late(firstMilliseconds: Int, count: Int) async {
        let time = Impatience()
        let attempts = Mutex(0)
        await #expect(throws: Failure.self) {
            try await time.retrying.run {
                attempts.withLock { $0 += 1 }
                time.pass(.milliseconds(firstMilliseconds))
                throw Failure()
            }
        }
        #expect(attempts.withLock { $0 } == count)
    }

    @Test("is given up and tried again when it does not answer")
    func silent() async throws {
        let attempts = Mutex(0)
        let result = try await Impatience(timingOut: 1).retrying.run {
            let attempt = attempts.withLock { count in
                count += 1
                return count
            }
            if attempt == 1 { try await Task.sleep(for: .seconds(3_600)) }
            return attempt
        }
        #expect(result == 2)
    }
}
