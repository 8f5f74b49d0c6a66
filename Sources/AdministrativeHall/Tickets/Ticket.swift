import Refusals
import WorkingTime

/// Why somebody is served before others.
enum Priority: String, Sendable, Hashable, CaseIterable {
    case none, appointment, elderly, disabled

    /// What stands on the ticket; nil for none.
    var chinese: String? {
        switch self {
        case .none: nil
        case .appointment: "预约"
        case .elderly: "老年人优先"
        case .disabled: "残疾人优先"
        }
    }
}

/// A place in the queue of a day (排队号).
struct Ticket: Sendable, Hashable, Identifiable {
    enum State: String, Sendable, CaseIterable {
        case waiting, called, serving, finished, missed

        var chinese: String {
            switch self {
            case .waiting: "等候"
            case .called: "请到窗口"
            case .serving: "正在办理"
            case .finished: "已办结"
            case .missed: "过号"
            }
        }
    }

    /// How often somebody is called before they count as gone.
    static let callsBeforeMissed = 2

    let id: Int64
    let hallID: Int64
    let groupID: Int64
    let day: CivilDate
    /// `A012`.
    let label: String
    /// What opens its page.
    let code: String
    let priority: Priority
    let appointmentID: Int64?
    var accountID: Int64?
    let personID: Int64?
    let takenAt: Instant
    /// From when on it counts as waiting.
    let since: Instant
    var state = State.waiting
    var windowID: Int64?
    /// The window it was handed on to, and no other.
    var reservedWindowID: Int64?
    var calledAt: Instant?
    var startedAt: Instant?
    var endedAt: Instant?
    var calls = 0
}

extension Ticket {
    /// It is its turn.
    /// - Throws: `conflict` when it waits no longer.
    mutating func call(to window: Int64, at now: Instant) throws {
        try require([.waiting], "\(label) 号已经不在等候。")
        (state, windowID, reservedWindowID, calledAt, calls) = (.called, window, nil, now, calls + 1)
    }

    /// It is called once more.
    mutating func recall(at now: Instant) throws {
        try require([.called], "\(label) 号没有在等待到窗口，不能重呼。")
        (calledAt, calls) = (now, calls + 1)
    }

    /// Nobody comes.
    /// - Throws: `conflict` before it was called twice.
    mutating func miss(at now: Instant) throws {
        try require([.called], "\(label) 号没有在等待到窗口，不能记为过号。")
        guard calls >= Self.callsBeforeMissed else {
            throw DomainError.conflict("\(label) 号只呼叫过 \(calls) 次，请再呼叫一次再记为过号。")
        }
        (state, endedAt) = (.missed, now)
    }

    /// Whoever holds it stands at the window.
    mutating func start(at now: Instant) throws {
        try require([.called], "\(label) 号还没有叫到，或者已经开始办理。")
        (state, startedAt) = (.serving, now)
    }

    /// They have been served.
    mutating func finish(at now: Instant) throws {
        try require([.serving], "\(label) 号还没有开始办理，不能办结。")
        (state, endedAt) = (.finished, now)
    }

    /// Another window goes on. It keeps its place, so that nobody waits twice.
    mutating func handOn(to window: Int64) throws {
        try require([.called, .serving], "\(label) 号不在窗口，不能转走。")
        guard window != windowID else { throw DomainError.conflict("\(label) 号就在这个窗口，请选另一个窗口。") }
        (state, windowID, reservedWindowID) = (.waiting, nil, window)
        (calledAt, startedAt, calls) = (nil, nil, 0)
    }

    /// Its holder comes after all.
    mutating func comeBack(at now: Instant) throws {
        try require([.missed], "\(label) 号没有过号，不用重新排队。")
        (state, windowID, calledAt, endedAt, calls) = (.waiting, nil, nil, nil, 0)
    }

    private func require(_ states: [State], _ refusal: Sentence) throws {
        guard states.contains(state) else { throw DomainError.conflict(refusal) }
    }
}
