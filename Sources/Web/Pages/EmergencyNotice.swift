import Refusals
import Synchronization
import WorkingTime

/// What everybody must know at once: it stands above every page.
public struct EmergencyNotice: Sendable, Hashable {
    /// The words.
    public let words: String
    /// Where more is said: an address of this house, or `https://…`; nil when the words are all.
    public let address: String?
    /// When it goes by itself.
    public let until: Instant

    /// A notice.
    public init(_ words: String, address: String? = nil, until: Instant) {
        (self.words, self.address, self.until) = (words, address, until)
    }

    var html: HTML {
        """
        <aside class="alarm" role="alert" aria-label="紧急通知"><div class="wrap"><strong>紧急通知</strong>
        <p>\(words)\(address.map { " <a href=\"\($0)\">查看详情</a>" as HTML })</p></div></aside>
        """
    }
}

/// The notice that stands on all pages of this node, if there is one.
public final class NoticeBoard: Sendable {
    private let posted = Mutex<EmergencyNotice?>(nil)

    /// A board with nothing on it.
    public init() {}

    /// Puts a notice up, or takes it down; kept pages are to be dropped after it.
    public func set(_ notice: EmergencyNotice?) { posted.withLock { $0 = notice } }

    /// The notice as it stands at a time.
    func notice(at now: Instant) -> EmergencyNotice? {
        posted.withLock { $0 }.flatMap { now < $0.until ? $0 : nil }
    }

    /// How long a page that is made now may be kept: not longer than the notice on it is to stand.
    func end(after now: Instant, within seconds: Int) -> Instant {
        let end = now.adding(seconds: seconds)
        return notice(at: now).map { min(end, $0.until) } ?? end
    }
}
