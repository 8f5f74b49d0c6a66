import Identity
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// What a clerk does at a window. The calls of a hall are made one after the other: whoever holds the hall's row sees the
/// queue as it is.
struct WindowWork: Sendable {
    let database: Database
    let outbox: Outbox

    /// Sits down.
    func open(_ id: Int64, by clerk: Actor, at now: Instant) async throws {
        try await change(id, by: clerk, at: now) { window, tx in
            let skills = try HallStore.skills(of: clerk.accountID, in: window.hallID, tx: tx)
            try window.open(by: clerk.accountID, skills: skills, at: now)
            do { try HallStore.save(window, in: tx) } catch StorageError.unique {
                throw DomainError.conflict("您已在另一个窗口值守，请先在那里结束值守。")
            }
            try record(
                "window.opened", window, "\(clerk.name)开始在\(window.name)值守。", by: clerk, at: now, in: tx)
        }
    }

    /// Gets up.
    func close(_ id: Int64, by clerk: Actor, at now: Instant) async throws {
        try await change(id, by: clerk, at: now) { window, tx in
            try window.close(by: clerk.accountID, serving: TicketStore.current(at: id, in: tx))
            try HallStore.save(window, in: tx)
            try TicketStore.release(from: id, in: tx)
            try record(
                "window.closed", window, "\(clerk.name)结束了\(window.name)的值守。", by: clerk, at: now, in: tx)
        }
    }

    /// Calls the next.
    /// - Returns: the ticket; nil when nobody waits.
    /// - Throws: `conflict` when somebody is still at the window.
    func callNext(at id: Int64, by clerk: Actor, at now: Instant) async throws -> Ticket? {
        try await change(id, by: clerk, at: now) { window, tx in
            try window.requireHeld(by: clerk.accountID)
            if let current = try TicketStore.current(at: id, in: tx) {
                throw DomainError.conflict("请先办结或者转走当前的 \(current.label) 号。")
            }
            let queue = Queue(try TicketStore.waiting(in: window.hallID, on: now.day, tx: tx))
            guard
                let staffed = try HallStore.staffed(of: window.hallID, in: tx).first(where: { $0.id == id }),
                var ticket = queue.next(for: staffed)
            else { return nil }
            try ticket.call(to: id, at: now)
            try save(
                ticket, window, "ticket.called", "\(clerk.name)请 \(ticket.label) 号到\(window.name)。", clerk,
                now, tx)
            try tell(ticket, window, at: now, in: tx)
            return ticket
        }
    }

    /// Does something with whoever is at the window.
    /// - Throws: `conflict` when nobody is.
    func act(
        _ action: WindowAction, at id: Int64, by clerk: Actor, at now: Instant
    ) async throws {
        try await change(id, by: clerk, at: now) { window, tx in
            try window.requireHeld(by: clerk.accountID)
            guard var ticket = try TicketStore.current(at: id, in: tx) else {
                throw DomainError.conflict("窗口现在没有号，请先叫号。")
            }
            if case .handOn(let target) = action { try requireOpen(target, like: window, in: tx) }
            try action.apply(to: &ticket, at: now)
            let sentence: Sentence = "\(clerk.name)\(action.chinese) \(ticket.label) 号（\(window.name)）。"
            try save(ticket, window, action.journal, sentence, clerk, now, tx)
            if case .recall = action { try tell(ticket, window, at: now, in: tx) }
        }
    }

    /// Lets somebody wait again whose number was passed over.
    func readmit(_ label: String, in hallID: Int64, by clerk: Actor, at now: Instant) async throws {
        try await database.write { tx in
            let hall = try HallStore.locked(hallID, in: tx)
            let found = try TicketStore.ticket(label: label.uppercased(), on: now.day, in: hall.id, tx: tx)
            guard var ticket = found else {
                throw DomainError.invalid("label", "今天没有 \(label) 号。")
            }
            try ticket.comeBack(at: now)
            try TicketStore.save(ticket, in: tx)
            try append(
                "ticket.readmitted", ticket, "\(clerk.name)让过号的 \(ticket.label) 号重新等候。", clerk, now, tx)
            try tx.announce(Tickets.topic(hall.id))
        }
    }

    private func requireOpen(_ target: Int64, like window: Window, in tx: Transaction) throws {
        let other = try HallStore.window(target, in: tx)
        guard other.hallID == window.hallID, other.clerkID != nil else {
            throw DomainError.conflict("\(other.name)现在没有人值守，请选别的窗口。")
        }
    }

    private func change<T: Sendable>(
        _ id: Int64, by clerk: Actor, at now: Instant,
        _ change: @escaping @Sendable (inout Window, Transaction) throws -> T
    ) async throws -> T {
        try await database.write { tx in
            let hall = try HallStore.locked(HallStore.window(id, in: tx).hallID, in: tx)
            // As it is now that the hall is held.
            var window = try HallStore.window(id, in: tx)
            let result = try change(&window, tx)
            try tx.announce(Tickets.topic(hall.id))
            return result
        }
    }
}
