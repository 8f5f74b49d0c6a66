import Storage
import WorkingTime

/// Who was served last at a window: a number, never a name.
public struct WindowVisit: Sendable, Hashable {
    /// The ticket.
    public let ticketID: Int64
    /// The number on it.
    public let label: String
    /// The organ that runs the hall.
    public let organ: String
    /// The hall and the window.
    public let place: String
    /// What is done there with such tickets.
    public let business: String
}

extension AdministrativeHall {
    /// For how long somebody who was served still counts as being there.
    private static let staysSeconds = 600

    /// Who was served last at a window; nil once the next one is being served, or after ten minutes.
    ///
    /// - Throws: `notFound` for no window.
    public func lastVisit(atWindow id: Int64, at now: Instant) async throws -> WindowVisit? {
        try await database.read { tx in
            let window = try HallStore.window(id, in: tx)
            let current = try TicketStore.current(at: id, in: tx)
            guard current?.state != .serving,
                let last = try TicketStore.finished(
                    at: window, on: now.day, since: now.adding(seconds: -Self.staysSeconds), tx: tx)
            else { return nil }
            let hall = try HallStore.hall(window.hallID, in: tx)
            let group = try HallStore.groups(of: hall.id, in: tx).first { $0.id == last.groupID }
            return WindowVisit(
                ticketID: last.id, label: last.label, organ: hall.organ, place: "\(hall.name) \(window.name)",
                business: group?.name ?? "")
        }
    }
}
