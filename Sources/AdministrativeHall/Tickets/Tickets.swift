import Codes
import Government
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// Taking tickets.
struct Tickets: Sendable {
    let database: Database
    let outbox: Outbox
    /// Makes codes nobody can guess.
    let codes: @Sendable () -> String

    /// What screens listen to.
    static func topic(_ hall: Int64) -> String { "hall:\(hall)" }

    /// What somebody wants at the kiosk.
    struct Wish: Sendable {
        let hallID: Int64
        let groupID: Int64
        /// For the priority of the elderly, and so that the counter knows who comes.
        var identityNumber: IdentityNumber?
        var isDisabled = false
        /// A clerk gives tickets at any hour.
        var atAnyHour = false
    }

    /// Takes a ticket.
    /// - Throws: `conflict` when none are given out now.
    func take(_ wish: Wish, by actor: Actor, at now: Instant) async throws -> Ticket {
        let code = codes()
        return try await database.write { tx in
            let hall = try HallStore.hall(wish.hallID, in: tx)
            if !wish.atAnyHour { try hall.requireTickets(at: now, Directory.calendar(in: tx)) }
            let group = try HallStore.group(wish.groupID, of: hall.id, in: tx)
            let person = try wish.identityNumber.flatMap {
                try Directory.person(identityNumber: $0, in: tx)?.id
            }
            let priority = Self.priority(of: wish, hall.rules, on: now.day)
            let ticket = Ticket(
                id: tx.ids.next(), hallID: hall.id, groupID: group.id, day: now.day,
                label: try Self.label(group, on: now.day, in: tx), code: code, priority: priority,
                appointmentID: nil, accountID: nil, personID: person, takenAt: now,
                since: Queue.since(priority, takenAt: now, hall.rules))
            return try insert(ticket, by: actor, at: now, in: tx)
        }
    }

    /// Takes a ticket for an appointment.
    /// - Throws: `notFound` for a code that is none of this hall, `conflict` when it is not the time for it.
    func take(code text: String, in hallID: Int64, by actor: Actor, at now: Instant) async throws -> Ticket {
        let code = codes()
        return try await database.write { tx in
            guard let id = try AppointmentStore.id(ofCode: HallCode.tidied(text), in: tx),
                case var appointment = try AppointmentStore.locked(id, in: tx), appointment.hallID == hallID
            else { throw DomainError.notFound("这个大厅没有这个预约码，请核对后重新输入，或者现场取号。") }
            let hall = try HallStore.hall(hallID, in: tx)
            try appointment.attend(at: now, hall.rules)
            try AppointmentStore.save(appointment, in: tx)
            let group = try HallStore.group(appointment.groupID, of: hallID, in: tx)
            let since = Queue.since(
                .appointment, takenAt: now, appointmentAt: appointment.startsAt, hall.rules)
            let ticket = Ticket(
                id: tx.ids.next(), hallID: hallID, groupID: group.id, day: now.day,
                label: try Self.label(group, on: now.day, in: tx), code: code, priority: .appointment,
                appointmentID: appointment.id, accountID: appointment.holder.accountID,
                personID: appointment.holder.personID, takenAt: now, since: since)
            return try insert(ticket, by: actor, at: now, in: tx)
        }
    }

    /// Sends a ticket to whoever holds it in their hand, and from then on tells them when they are called.
    func send(_ code: String, to account: Int64, by actor: Actor, at now: Instant) async throws {
        try await database.write { tx in
            guard var ticket = try TicketStore.ticket(code: code, in: tx), ticket.day == now.day else {
                throw Self.unknown
            }
            guard ticket.accountID == nil || ticket.accountID == account else {
                throw DomainError.conflict("这个号已经发给别人，请核对号码。")
            }
            ticket.accountID = account
            try TicketStore.save(ticket, in: tx)
            let scene = try HallScene(ticket.hallID, at: now, in: tx)
            try outbox.enqueue(
                to: account, about: "ticket:\(ticket.id)",
                "您在\(scene.hall.name)的号码是 \(ticket.label)，前面还有 \(scene.ahead(of: ticket)) 位。叫到时会再告诉您。",
                at: now, in: tx)
            try record(
                "ticket.sent", ticket, "\(actor.name)把 \(ticket.label) 号发到了自己的消息。", by: actor, at: now, in: tx
            )
        }
    }

    static let unknown = DomainError.notFound("没有这个号，或者它已经过了当天。")

    /// Age goes by the year of birth; a disability is declared.
    static func priority(of wish: Wish, _ rules: HallRules, on day: CivilDate) -> Priority {
        if wish.isDisabled { return .disabled }
        guard let number = wish.identityNumber, day.year - number.birthday.year >= rules.priorityAge else {
            return .none
        }
        return .elderly
    }

    private func insert(_ ticket: Ticket, by actor: Actor, at now: Instant, in tx: Transaction) throws
        -> Ticket
    {
        try TicketStore.insert(ticket, in: tx)
        try record("ticket.taken", ticket, "\(actor.name)取了 \(ticket.label) 号。", by: actor, at: now, in: tx)
        if let account = ticket.accountID {
            try outbox.enqueue(
                to: account, about: "ticket:\(ticket.id)", "您的号码是 \(ticket.label)，叫到时会再告诉您。", at: now, in: tx)
        }
        try tx.announce(Self.topic(ticket.hallID))
        return ticket
    }

    private func record(
        _ action: String, _ ticket: Ticket, _ sentence: Sentence, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        _ = try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "ticket:\(ticket.id)", sentence: sentence),
            in: tx)
    }

    /// `A012`.
    private static func label(_ group: ServiceGroup, on day: CivilDate, in tx: Transaction) throws -> String {
        let number = try TicketStore.number(of: group.id, on: day, in: tx)
        return group.letter + String(repeating: "0", count: max(0, 3 - String(number).count)) + String(number)
    }
}
