import Synchronization
import Testing

@testable import Files

@Suite("Something that fails now and then")
struct RetryingTests {
    private struct Failure: Error {}

    @Test("is tried four times at most, with longer and longer pauses")
    func bounded() async {
        let pauses = Mutex<[Duration]>([])
        let attempts = Mutex(0)
        let retrying = Retrying(pause: { length in pauses.withLock { $0.append(length) } })
        await #expect(throws: Failure.self) {
            try await retrying.run {
                attempts.withLock { $0 += 1 }
                throw Failure()
            }
        }
        #expect(attempts.withLock { $0 } == 4)
        #expect(pauses.withLock { $0 } == [.milliseconds(200), .milliseconds(800), .seconds(2)])
    }

    @Test("is not tried again when the time for it has passed")
    func late() async {
        let attempts = Mutex(0)
        let retrying = Retrying(lastBeginning: .zero, pause: { _ in Issue.record("paused") })
        await #expect(throws: Failure.self) {
            try await retrying.run {
                attempts.withLock { $0 += 1 }
                throw Failure()
            }
        }
        #expect(attempts.withLock { $0 } == 1)
    }

    @Test("is given up and tried again when it does not answer")
    func silent() async throws {
        let attempts = Mutex(0)
        let retrying = Retrying(attemptLimit: .milliseconds(1), pause: { _ in })
        let result = try await retrying.run {
            let attempt = attempts.withLock { count in
                count += 1
                return count
            }
            if attempt == 1 { try await Task.sleep(for: .seconds(3_600)) }
            return attempt
        }
        #expect(result > 1)
    }
}
