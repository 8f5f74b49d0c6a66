import Synchronization

/// Follows the outages of one database, and tells whoever keeps the log.
final class Outages: Sendable {
    private struct State {
        var course = OutageCourse()
        var tell: (@Sendable (OutageNews) -> Void)?
    }

    private let state = Mutex(State())
    /// Looked at after every call; the rest is for when it is true.
    private let isOutage = Atomic(false)

    func report(to handler: @escaping @Sendable (OutageNews) -> Void) {
        state.withLock { $0.tell = handler }
    }

    func succeeded(_ access: Access) {
        guard isOutage.load(ordering: .relaxed) else { return }
        follow { $0.succeeded(access, at: .now) }
    }

    /// The error as it leaves the seam.
    func failed(_ access: Access, _ error: any Error) -> any Error {
        let error = DatabaseUnavailable.leaving(error)
        if let outage = error as? DatabaseUnavailable, outage.isReported {
            follow { $0.failed(access, outage.cause, at: .now) }
        }
        return error
    }

    private func follow(_ step: (inout OutageCourse) -> OutageNews?) {
        let (news, tell) = state.withLock { state in
            let news = step(&state.course)
            isOutage.store(state.course.isOutage, ordering: .relaxed)
            return (news, state.tell)
        }
        if let news { tell?(news) }
    }
}

extension Database {
    /// Hears of outages: of the first call that is refused, every ten seconds that it goes on, and of the end. The
    /// handler is called by whoever was refused and must return at once; the last one given counts.
    public func reportOutages(to handler: @escaping @Sendable (OutageNews) -> Void) {
        outages.report(to: handler)
    }
}
