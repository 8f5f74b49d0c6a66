import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

extension WindowWork {
    func save(
        _ ticket: Ticket, _ window: Window, _ action: String, _ sentence: Sentence, _ clerk: Actor,
        _ now: Instant, _ tx: Transaction
    ) throws {
        try TicketStore.save(ticket, in: tx)
        try append(action, ticket, sentence, clerk, now, tx)
    }

    func append(
        _ action: String, _ ticket: Ticket, _ sentence: Sentence, _ clerk: Actor, _ now: Instant,
        _ tx: Transaction
    ) throws {
        _ = try Journal.append(
            JournalEntry(
                at: now, actor: clerk, action: action, subject: "ticket:\(ticket.id)", sentence: sentence),
            in: tx)
    }

    func record(
        _ action: String, _ window: Window, _ sentence: Sentence, by clerk: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        _ = try Journal.append(
            JournalEntry(
                at: now, actor: clerk, action: action, subject: "window:\(window.id)", sentence: sentence),
            in: tx)
    }

    /// Whoever asked to be told hears it on the telephone too.
    func tell(_ ticket: Ticket, _ window: Window, at now: Instant, in tx: Transaction) throws {
        guard let account = ticket.accountID else { return }
        try outbox.enqueue(
            to: account, about: "ticket:\(ticket.id)", "请 \(ticket.label) 号到\(window.name)办理。", at: now,
            in: tx)
    }
}

/// What can be done with whoever is at a window.
enum WindowAction: Sendable, Hashable {
    case recall, miss, start, finish
    case handOn(Int64)

    func apply(to ticket: inout Ticket, at now: Instant) throws {
        switch self {
        case .recall: try ticket.recall(at: now)
        case .miss: try ticket.miss(at: now)
        case .start: try ticket.start(at: now)
        case .finish: try ticket.finish(at: now)
        case .handOn(let window): try ticket.handOn(to: window)
        }
    }

    /// What the journal calls it.
    var journal: String {
        switch self {
        case .recall: "ticket.recalled"
        case .miss: "ticket.missed"
        case .start: "ticket.started"
        case .finish: "ticket.finished"
        case .handOn: "ticket.handed_on"
        }
    }

    var chinese: String {
        switch self {
        case .recall: "重呼了"
        case .miss: "记过号："
        case .start: "开始办理"
        case .finish: "办结了"
        case .handOn: "转走了"
        }
    }
}
