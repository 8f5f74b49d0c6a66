import Storage
import Synchronization
import Testing

@Suite("Work on one thing by many")
struct TurnsTests {
    private struct Refused: Error {}

    @Test("is done by one at a time, also after one that failed, and beside work on other things")
    func oneAtATime() async throws {
        let turns = Turns<Int>()
        let atWork = Mutex<Set<Int>>([])
        let done = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask {
                    do {
                        return try await turns.inTurn(number % 3) {
                            #expect(atWork.withLock { $0.insert(number % 3).inserted })
                            await Task.yield()
                            atWork.withLock { _ = $0.remove(number % 3) }
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
