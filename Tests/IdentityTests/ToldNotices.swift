import Refusals
import Synchronization

/// What accounts were told of their security.
final class ToldNotices: Sendable {
    private let notices = Mutex<[String]>([])

    func add(_ account: Int64, _ sentence: Sentence) { notices.withLock { $0.append(sentence.chinese) } }

    var all: [String] { notices.withLock { $0 } }
}
