import Storage
import Synchronization
import Testing

@Suite("Work on one thing by many")
struct TurnsTests {
    private struct Refused: Error {}

    /// How many are at work on each thing.
    private final class AtWork: Sendable {
        private let counts = Mutex<[Int: Int]>([:])

        /// - Returns: how many there are now.
        @discardableResult
        func count(_ difference: Int, on thing: Int) -> Int {
            counts.withLock { counts in
                counts[thing, default: 0] += difference
                return counts[thing] ?? 0
            }
        }
    }

    @Test("is done by one at a time, also after one that failed, and beside work on other things")
    func oneAtATime() async throws {
        let turns = Turns<Int>()
        let atWork = AtWork()
        let done = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask {
                    do {
                        return try await turns.inTurn(number % 3) {
                            #expect(atWork.count(1, on: number % 3) == 1)
                            await Task.yield()
                            atWork.count(-1, on: number % 3)
                            if number.isMultiple(of: 5) { throw Refused() }
                            return true
                        }
                    } catch { return false }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(done == 160)
    }
}
