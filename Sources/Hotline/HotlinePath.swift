/// The addresses of the hotline, written once.
public enum HotlinePath {
    /// The screen of whoever answers.
    public static let desk = "/desk/hotline"
    /// What keeps it informed.
    static let events = "\(desk)/events"
    /// Where one comes on duty, and says what one is doing.
    static let shift = "\(desk)/shift"
    /// Where one goes off duty.
    static let shiftEnd = "\(desk)/shift-end"
    /// Who is on duty, and what waits.
    public static let board = "\(desk)/board"
    /// Calls that were drawn for a look at their quality.
    public static let quality = "\(desk)/quality"
    /// One of them.
    static func quality(_ id: String) -> String { "\(quality)/\(id)" }
    /// Where something is done with it: `score`, `appeal`, `decision`.
    static func quality(_ id: String, _ part: String) -> String { "\(quality(id))/\(part)" }
    /// What the district may change.
    public static let rules = "\(desk)/rules"
    /// The hotline in figures.
    public static let figures = "\(desk)/figures"
    /// The same as a file.
    static let figuresFile = "\(figures).csv"
    /// The telephone exchanges that may tell of calls.
    public static let exchanges = "\(desk)/exchanges"
    /// Where the token of one is taken back.
    static func revocation(_ id: String) -> String { "\(exchanges)/\(id)/revocation" }
    /// A call.
    static func call(_ id: String) -> String { "\(desk)/calls/\(id)" }
    /// Where something is done with it: `answer`, `handover`, `closing`.
    static func call(_ id: String, _ part: String) -> String { "\(call(id))/\(part)" }
    /// Where exchanges tell of calls.
    static let calls = "/api/v1/hotline/calls"

    /// Where a ticket is written; the feature of requests mounts it.
    static func intake(_ call: String) -> String { "/desk/service-requests-intake?call=\(call)" }
    /// A ticket.
    static func ticket(_ number: String) -> String { "/desk/service-requests/\(number)" }
    /// The desk.
    static let home = "/desk"
}
