import Identity
import Refusals
import WorkingTime

/// For whom an appointment or a ticket is: a registered person where that is known, so that an account and a clerk who
/// book for the same person book for one.
struct Holder: Sendable, Hashable {
    /// Where messages go; nil when there is no account.
    let accountID: Int64?
    let personID: Int64?

    init(accountID: Int64?, personID: Int64?) {
        (self.accountID, self.personID) = (accountID, personID)
    }

    init(_ account: Account) { self.init(accountID: account.id, personID: account.personID) }

    /// What no two people share.
    var key: String { personID.map { "p\($0)" } ?? "a\(accountID ?? 0)" }
}

/// Somebody who is expected at a time (预约).
struct Appointment: Sendable, Hashable, Identifiable {
    enum State: String, Sendable, CaseIterable {
        case booked, attended, cancelled, missed

        var chinese: String {
            switch self {
            case .booked: "已预约"
            case .attended: "已到场"
            case .cancelled: "已取消"
            case .missed: "失约"
            }
        }
    }

    let id: Int64
    /// What is typed in at the kiosk.
    let code: String
    let hallID: Int64
    let groupID: Int64
    let startsAt: Instant
    let holder: Holder
    private(set) var state: State
    let bookedBy: Int64
    let createdAt: Instant
    private(set) var endedAt: Instant?

    init(
        id: Int64, code: String, hallID: Int64, groupID: Int64, startsAt: Instant, holder: Holder,
        state: State = .booked, bookedBy: Int64, createdAt: Instant, endedAt: Instant? = nil
    ) {
        (self.id, self.code, self.hallID, self.groupID) = (id, code, hallID, groupID)
        (self.startsAt, self.holder, self.state) = (startsAt, holder, state)
        (self.bookedBy, self.createdAt, self.endedAt) = (bookedBy, createdAt, endedAt)
    }

    /// Whether it may still be given up.
    func isCancellable(at now: Instant, _ rules: HallRules) -> Bool {
        state == .booked && now <= startsAt.adding(seconds: -60 * rules.cancelMinutes)
    }

    /// It is given up.
    /// - Throws: `conflict` when it is over or too late.
    mutating func cancel(at now: Instant, _ rules: HallRules) throws {
        try requireOpen()
        guard isCancellable(at: now, rules) else {
            throw DomainError.conflict("开始前 \(rules.cancelMinutes) 分钟内不能再取消；不能来请打电话告诉大厅。")
        }
        (state, endedAt) = (.cancelled, now)
    }

    /// Its holder is there and takes a ticket.
    /// - Throws: `conflict` on another day, or too late.
    mutating func attend(at now: Instant, _ rules: HallRules) throws {
        try requireOpen()
        guard now.day == startsAt.day else {
            throw DomainError.conflict("这个预约是\(startsAt.day.shortWithWeekday) \(startsAt.time) 的，请当天来取号。")
        }
        guard !isLate(at: now, rules) else {
            throw DomainError.conflict("已超过预约时间 \(rules.lateMinutes) 分钟，预约失效，请现场取号。")
        }
        (state, endedAt) = (.attended, now)
    }

    /// Nobody came.
    /// - Throws: `conflict` when it is over, or they may still come.
    mutating func miss(at now: Instant, _ rules: HallRules) throws {
        try requireOpen()
        guard isLate(at: now, rules) else { throw DomainError.conflict("预约时间还没有过，不能记为失约。") }
        (state, endedAt) = (.missed, now)
    }

    private func isLate(at now: Instant, _ rules: HallRules) -> Bool {
        now > startsAt.adding(seconds: 60 * rules.lateMinutes)
    }

    private func requireOpen() throws {
        switch state {
        case .booked: break
        case .attended: throw DomainError.conflict("这个预约已经取过号。")
        case .cancelled: throw DomainError.conflict("这个预约已经取消。")
        case .missed: throw DomainError.conflict("这个预约已经过时失效，请现场取号或者重新预约。")
        }
    }
}
