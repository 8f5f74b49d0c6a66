import Synchronization
import Testing

@testable import Storage

@Suite("The rows that writes of one node hold")
struct HeldRowsTests {
    private let rows = HeldRows()
    private let licence = HeldRow(table: "licence", id: 1)
    private let person = HeldRow(table: "person", id: 1)

    @Test("are not given to a second write, which steps aside when it holds nothing")
    func steppingAside() {
        let (first, second) = (RowHold(in: rows, nil), RowHold(in: rows, nil))
        #expect(first.take(licence) && first.take(licence))
        #expect(!second.take(licence))
        #expect(second.awaited == licence)
    }

    @Test("make a write that holds another one wait at the server, which sees who waits for whom")
    func withFullHands() {
        let (first, second) = (RowHold(in: rows, nil), RowHold(in: rows, nil))
        #expect(first.take(licence) && second.take(person))
        #expect(second.take(licence) && second.awaited == nil)
        first.release()
        #expect(RowHold(in: rows, nil).take(licence))
    }

    @Test("go to those who wait in the order in which they came, and to nobody in between")
    func inTurn() {
        let order = Mutex<[Int]>([])
        let first = RowHold(in: rows, nil)
        #expect(first.take(licence))
        for turn in 1...2 { rows.wait(for: licence) { order.withLock { $0.append(turn) } } }
        first.release()
        #expect(order.withLock { $0 } == [1])
        #expect(!RowHold(in: rows, nil).take(licence))
        let second = RowHold(in: rows, licence)
        #expect(second.take(licence))
        second.release()
        #expect(order.withLock { $0 } == [1, 2])
        RowHold(in: rows, licence).release()
        #expect(RowHold(in: rows, nil).take(licence))
    }

    @Test("are given at once to whoever finds them free by then")
    func freeByThen() {
        let hasTurn = Mutex(false)
        rows.wait(for: licence) { hasTurn.withLock { $0 = true } }
        #expect(hasTurn.withLock { $0 })
        #expect(!rows.take(licence))
    }
}
