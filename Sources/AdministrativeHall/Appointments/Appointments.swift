import Government
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// Booking and giving up.
struct Appointments: Sendable {
    let database: Database
    let outbox: Outbox
    /// Makes codes nobody can guess.
    let codes: @Sendable () -> String

    /// What somebody wants.
    struct Wish: Sendable {
        let hallID: Int64
        let groupID: Int64
        let startsAt: Instant
        let holder: Holder
    }

    /// Books a place; the same request under the same key gives the same appointment.
    /// - Throws: `conflict` when the slot cannot be booked, is full, or they have booked already; `forbidden` while
    ///   they may not book.
    func book(
        _ wish: Wish, once: Idempotency.Request? = nil, by actor: Actor, at now: Instant
    ) async throws -> Appointment {
        let code = codes()
        return try await database.write { tx in
            if let earlier = try once.flatMap({ try Idempotency.replay($0, in: tx) }) {
                return try AppointmentStore.locked(Int64(earlier.response) ?? 0, in: tx)
            }
            let hall = try HallStore.hall(wish.hallID, in: tx)
            let group = try HallStore.group(wish.groupID, of: hall.id, in: tx)
            try hall.requireBookable(wish.startsAt, at: now, Directory.calendar(in: tx))
            try noShows(of: wish.holder, hall.rules, at: now, in: tx).requireMayBook(at: now)
            try Self.requireNone(wish, in: tx)
            guard try AppointmentStore.take(wish.startsAt, of: group, in: tx) else {
                throw DomainError.conflict(
                    "\(wish.startsAt.day.shortChinese) \(wish.startsAt.time) 已经约满，请另选时段。")
            }
            let appointment = Appointment(
                id: tx.ids.next(), code: code, hallID: hall.id, groupID: group.id, startsAt: wish.startsAt,
                holder: wish.holder, bookedBy: actor.accountID, createdAt: now)
            try Self.insert(appointment, in: tx)
            try once?.remember(String(appointment.id), at: now, in: tx)
            let label =
                "\(group.name)（\(hall.name)），\(wish.startsAt.day.shortWithWeekday) \(wish.startsAt.time)"
            try record(
                "appointment.booked", appointment, "\(actor.name)预约了\(label)。", by: actor, at: now, in: tx)
            try tell(appointment, "预约成功：\(label)。预约码 \(code)，请在大厅自助机上输入取号。", at: now, in: tx)
            return appointment
        }
    }

    /// Gives an appointment up; `holder` is nil for a clerk who may give up any of the hall.
    /// - Throws: `notFound` when it is somebody else's, `conflict` when it is over or too late.
    func cancel(_ id: Int64, of holder: Holder?, in hallID: Int64? = nil, by actor: Actor, at now: Instant)
        async throws
    {
        try await database.write { tx in
            var appointment = try AppointmentStore.locked(id, in: tx)
            guard holder.map({ $0.key == appointment.holder.key }) ?? (appointment.hallID == hallID) else {
                throw DomainError.notFound("没有这个预约，或者您无权查看。")
            }
            let hall = try HallStore.hall(appointment.hallID, in: tx)
            try appointment.cancel(at: now, hall.rules)
            try AppointmentStore.save(appointment, in: tx)
            try AppointmentStore.giveBack(appointment, in: tx)
            let line = try AppointmentList.lines([appointment], in: tx).first
            try record(
                "appointment.cancelled", appointment, "\(actor.name)取消了预约：\(line?.label ?? "")。", by: actor,
                at: now,
                in: tx)
            try tell(appointment, "预约已取消：\(line?.label ?? "")。", at: now, in: tx)
        }
    }

    func noShows(of holder: Holder, _ rules: HallRules, at now: Instant, in tx: Transaction) throws
        -> NoShowRule
    {
        let since = now.day.adding(days: -rules.noShowDays).startOfDay
        return NoShowRule(
            rules: rules, missed: try AppointmentStore.missed(by: holder.key, since: since, in: tx))
    }

    func record(
        _ action: String, _ appointment: Appointment, _ sentence: Sentence, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        _ = try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "appointment:\(appointment.id)",
                sentence: sentence), in: tx)
    }

    func tell(_ appointment: Appointment, _ sentence: Sentence, at now: Instant, in tx: Transaction) throws {
        guard let account = appointment.holder.accountID else { return }
        try outbox.enqueue(
            to: account, about: "appointment:\(appointment.id)", sentence, at: now, in: tx)
    }

    private static func requireNone(_ wish: Wish, in tx: Transaction) throws {
        let open = try AppointmentStore.open(of: wish.holder.key, on: wish.startsAt.day, in: tx)
        guard !open.contains(where: { $0.startsAt == wish.startsAt }) else { throw sameSlot }
        guard !open.contains(where: { $0.groupID == wish.groupID }) else {
            throw DomainError.conflict("当天已经约过这类业务，取消以后才能改约。")
        }
    }

    private static let sameSlot = DomainError.conflict("这个时段已有预约，不能重复预约。")

    /// Whoever presses twice at the same moment is told the same as whoever presses twice.
    private static func insert(_ appointment: Appointment, in tx: Transaction) throws {
        do { try AppointmentStore.insert(appointment, in: tx) } catch StorageError.unique { throw sameSlot }
    }
}
