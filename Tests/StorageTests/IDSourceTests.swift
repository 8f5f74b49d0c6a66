import Storage
import Synchronization
import Testing

@Suite("Ids")
struct IDSourceTests {
    private static let start: Int64 = 1_767_225_600_000

    @Test("grow even when the clock stands still or goes back")
    func clockGoesBack() {
        let readings = Mutex(0)
        let ids = IDSource(clock: {
            let reading = readings.withLock {
                $0 += 1; return $0
            }
            return Self.start + 1_000 - Int64(reading % 7) * 100
        })
        let made = (0..<10_000).map { _ in ids.next() }
        #expect(zip(made, made.dropFirst()).allSatisfy(<))
    }

    @Test("of two nodes never meet, even in the same millisecond")
    func nodes() {
        let first = IDSource(node: 1, clock: { Self.start })
        let second = IDSource(node: 2, clock: { Self.start })
        let made = (0..<5_000).flatMap { _ in [first.next(), second.next()] }
        #expect(Set(made).count == 10_000)
    }

    @Test("are positive and tell the time they were made")
    func layout() {
        #expect(IDSource(node: 3, clock: { Self.start + 5 }).next() == 5 << 22 | 3 << 12)
        #expect(IDSource(clock: { 0 }).next() >= 0)
    }

    @Test("come after the one they are to come after, though the clock tells of an earlier time")
    func goesOn() {
        let first = IDSource(node: 3, clock: { Self.start + 9 })
        let made = (0..<5_000).map { _ in first.next() }
        let second = IDSource(node: 3, after: made.last, clock: { Self.start })
        let next = second.next()
        #expect(made.allSatisfy { $0 < next })
        #expect(IDSource(node: 3, after: made[0], clock: { Self.start }).next() == made[1])
    }

    @Test("are unique among threads")
    func threads() async {
        let ids = IDSource()
        let made = await withTaskGroup(of: [Int64].self) { group in
            for _ in 1...8 { group.addTask { (0..<1_000).map { _ in ids.next() } } }
            return await group.reduce(into: Set<Int64>()) { $0.formUnion($1) }
        }
        #expect(made.count == 8_000)
    }
}
