/// The addresses of administrative halls, written once.
public enum HallPath {
    /// All halls.
    public static let halls = "/halls"
    /// One's appointments.
    public static let mine = "/my/appointments"
    /// The halls as those who work there see them.
    public static let desk = "/desk/halls"
    /// Originals on paper, and who has them.
    public static let papers = "/desk/papers"
    /// Where it is noted that a result was sent.
    static let deliveries = "/desk/papers/deliveries"
    /// The desk.
    static let home = "/desk"
    /// Where a clerk applies for the person at the counter; the hall of services mounts it.
    static let counter = "/desk/counter"
    /// The windows.
    static let windows = "/desk/windows"

    /// A hall.
    static func hall(_ id: String) -> String { "\(halls)/\(id)" }
    /// Where one finds the hall in which an item can be booked.
    static let appointments = "/appointments"
    /// The same for an item, by its short name: what a guide links to.
    public static func appointments(for item: String) -> String { "\(appointments)?item=\(item)" }
    /// Where an appointment for an item is chosen.
    static func booking(_ id: String, for item: String) -> String { "\(booking(id))?item=\(item)" }
    /// Where an appointment is chosen.
    static func booking(_ id: String) -> String { "\(hall(id))/appointments" }
    /// The screen on which tickets are taken.
    static func kiosk(_ id: String) -> String { "\(hall(id))/kiosk" }
    /// Where a ticket is taken.
    static func tickets(_ id: String) -> String { "\(hall(id))/tickets" }
    /// The television in the hall.
    static func screen(_ id: String) -> String { "\(hall(id))/screen" }
    /// What keeps it informed.
    static func events(_ id: String) -> String { "\(screen(id))/events" }
    /// A ticket.
    static func ticket(_ code: String) -> String { "/tickets/\(code)" }
    /// Where a ticket is sent to oneself.
    static func ticketMessage(_ code: String) -> String { "\(ticket(code))/message" }
    /// Where an appointment is given up.
    static func cancellation(_ id: String) -> String { "\(mine)/\(id)/cancellation" }

    /// A hall on the desk.
    static func desk(_ id: String) -> String { "\(desk)/\(id)" }
    /// Its appointments.
    static func deskAppointments(_ id: String) -> String { "\(desk(id))/appointments" }
    /// Where a clerk gives one up for somebody.
    static func deskCancellation(_ id: String, _ appointment: String) -> String {
        "\(deskAppointments(id))/\(appointment)/cancellation"
    }
    /// Where a clerk takes a ticket for somebody.
    static func deskTickets(_ id: String) -> String { "\(desk(id))/tickets" }
    /// Its figures.
    static func figures(_ id: String) -> String { "\(desk(id))/figures" }
    /// Its figures as a file.
    static func figuresFile(_ id: String) -> String { "\(figures(id)).csv" }
    /// How it is set up.
    static func setup(_ id: String) -> String { "\(desk(id))/setup" }
    /// Where a part of that is changed: `place`, `hours`, `booking`, `groups`, `windows`, `clerks` …
    static func setup(_ id: String, _ part: String) -> String { "\(setup(id))/\(part)" }

    /// The scanners of its windows.
    static func scanners(_ id: String) -> String { "\(desk(id))/scanners" }
    /// Where the token of one is taken back.
    static func scannerRevocation(_ id: String, _ scanner: String) -> String {
        "\(scanners(id))/\(scanner)/revocation"
    }
    /// Where scanners put their files.
    static let scans = "/api/v1/scans"

    /// A window.
    static func window(_ id: String) -> String { "\(windows)/\(id)" }
    /// Where something is done at a window: `calls`, `shift` …
    static func window(_ id: String, _ part: String) -> String { "\(window(id))/\(part)" }

    /// A case on the desk.
    static func deskCase(_ number: String) -> String { "/desk/cases/\(number)" }
    /// An original.
    static func paper(_ id: String) -> String { "\(papers)/\(id)" }
    /// Where something is done with it: `handovers`, `signature` …
    static func paper(_ id: String, _ part: String) -> String { "\(paper(id))/\(part)" }
}
