import NIOCore
import Synchronization
import WorkingTime

/// A moment of China's clock.
func at(_ day: String, hour: Int = 9) -> Instant {
    Instant(day: CivilDate(iso: day) ?? .first, hour: hour)
}

/// A clock that is moved by hand.
final class HandClock: Sendable {
    private let instant = Mutex(at("2026-09-18"))

    var now: Instant {
        get { instant.withLock { $0 } }
        set { instant.withLock { $0 = newValue } }
    }
}

/// The bytes of an upload.
struct Pieces: AsyncSequence, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    func makeAsyncIterator() -> Iterator { Iterator(rest: [ByteBuffer(string: text)]) }

    struct Iterator: AsyncIteratorProtocol {
        var rest: [ByteBuffer]

        mutating func next() async throws -> ByteBuffer? { rest.popLast() }
    }
}
