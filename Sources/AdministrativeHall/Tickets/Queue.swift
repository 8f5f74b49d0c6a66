import WorkingTime

/// Who is next.
///
/// Everybody is called in the order of the moment from which they count as waiting. Priority moves that moment back by a
/// fixed number of minutes and by no more: whoever comes later than that after me is never called before me at a window
/// where we both can be served, and so nobody waits for ever, however many of the elderly arrive.
struct Queue: Sendable {
    /// Those who wait, the longest first.
    let waiting: [Ticket]

    init(_ tickets: some Sequence<Ticket>) {
        waiting = tickets.filter { $0.state == .waiting }.sorted { ($0.since, $0.id) < ($1.since, $1.id) }
    }

    /// From when on a ticket counts as waiting. An appointment counts from its time, however early somebody comes.
    static func since(
        _ priority: Priority, takenAt: Instant, appointmentAt: Instant? = nil, _ rules: HallRules
    ) -> Instant {
        switch priority {
        case .none: takenAt
        case .elderly, .disabled: takenAt.adding(seconds: -60 * rules.priorityMinutes)
        case .appointment:
            max(takenAt, appointmentAt ?? takenAt).adding(seconds: -60 * rules.appointmentMinutes)
        }
    }

    /// Whether a window may call a ticket.
    static func fits(_ ticket: Ticket, _ window: StaffedWindow) -> Bool {
        ticket.reservedWindowID.map { $0 == window.id } ?? window.groups.contains(ticket.groupID)
    }

    /// The next for a window; nil when nobody waits for it.
    func next(for window: StaffedWindow) -> Ticket? { waiting.first { Self.fits($0, window) } }
}

/// How long everybody will wait: the calls of the coming hours, played through with the rule by which they are made.
struct Forecast: Sendable {
    let windows: [StaffedWindow]
    /// When each window is free, in seconds from now.
    let freeIn: [Int64: Int]
    /// How long one takes, by group, in seconds.
    let means: [Int64: Int]
    let usualSeconds: Int

    /// The seconds until each is called, by ticket; who is missing waits for a window that is not open.
    func seconds(_ waiting: [Ticket]) -> [Int64: Int] {
        var free = Dictionary(uniqueKeysWithValues: windows.map { ($0.id, max(0, freeIn[$0.id] ?? 0)) })
        var (rest, calls) = (waiting, [Int64: Int]())
        while !rest.isEmpty {
            let next = windows.compactMap { window -> (at: Int, window: Int64, place: Int)? in
                guard let place = rest.firstIndex(where: { Queue.fits($0, window) }) else { return nil }
                return (free[window.id] ?? 0, window.id, place)
            }.min { ($0.at, $0.window) < ($1.at, $1.window) }
            guard let next else { break }
            let ticket = rest.remove(at: next.place)
            calls[ticket.id] = next.at
            free[next.window] = next.at + (ticket.id < 0 ? 0 : means[ticket.groupID] ?? usualSeconds)
        }
        return calls
    }
}
