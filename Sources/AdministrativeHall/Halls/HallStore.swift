import Refusals
import Storage
import WorkingTime

/// The SQL of halls, groups, windows and clerks. All of them are few.
enum HallStore {
    static let most = 200

    static func halls(in tx: Transaction) throws -> [Hall] {
        try tx.rows("SELECT * FROM hall ORDER BY position, id LIMIT \(most)").map(Hall.init)
    }

    /// - Throws: `notFound` for an id that is none.
    static func hall(_ id: Int64, in tx: Transaction) throws -> Hall {
        guard let row = try tx.row("SELECT * FROM hall WHERE id = \(id)") else {
            throw DomainError.notFound("没有这个办事大厅。")
        }
        return try Hall(row)
    }

    /// The hall, held until the end of the transaction: calls of one hall are made one after the other.
    static func locked(_ id: Int64, in tx: Transaction) throws -> Hall {
        try tx.lock("hall", id: id)
        return try hall(id, in: tx)
    }

    static func groups(of hall: Int64, in tx: Transaction) throws -> [ServiceGroup] {
        try tx.rows("SELECT * FROM hall_group WHERE hall_id = \(hall) ORDER BY letter LIMIT \(most)")
            .map(ServiceGroup.init)
    }

    /// - Throws: `notFound` for an id that is none, or of another hall.
    static func group(_ id: Int64, of hall: Int64, in tx: Transaction) throws -> ServiceGroup {
        let row = try tx.row("SELECT * FROM hall_group WHERE id = \(id) AND hall_id = \(hall)")
        guard let row else { throw DomainError.notFound("这个大厅没有这类业务。") }
        return try ServiceGroup(row)
    }

    static func windows(of hall: Int64, in tx: Transaction) throws -> [Window] {
        try tx.rows("SELECT * FROM hall_window WHERE hall_id = \(hall) ORDER BY number LIMIT \(most)")
            .map(Window.init)
    }

    /// - Throws: `notFound` for an id that is none.
    static func window(_ id: Int64, in tx: Transaction) throws -> Window {
        guard let row = try tx.row("SELECT * FROM hall_window WHERE id = \(id)") else {
            throw DomainError.notFound("没有这个窗口。")
        }
        return try Window(row)
    }

    static func save(_ window: Window, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE hall_window SET clerk_id = \(window.clerkID), opened_at = \(window.openedAt)
            WHERE id = \(window.id)
            """)
    }

    /// The windows at which somebody sits.
    static func staffed(of hall: Int64, in tx: Transaction) throws -> [StaffedWindow] {
        let rows = try tx.rows(
            """
            SELECT w.*, c.skills, a.display_name FROM hall_window w
            JOIN hall_clerk c ON c.hall_id = w.hall_id AND c.account_id = w.clerk_id
            JOIN account a ON a.id = w.clerk_id
            WHERE w.hall_id = \(hall) ORDER BY w.number LIMIT \(most)
            """)
        return try rows.map { row in
            let window = try Window(row)
            return StaffedWindow(
                window: window, groups: window.serves.intersection(try row.json("skills", as: [Int64].self)),
                clerkName: try row.text("display_name"))
        }
    }

    /// What a clerk can do in a hall.
    static func skills(of account: Int64, in hall: Int64, tx: Transaction) throws -> Set<Int64> {
        let row = try tx.row(
            "SELECT skills FROM hall_clerk WHERE hall_id = \(hall) AND account_id = \(account)")
        return Set(try row?.json("skills", as: [Int64].self) ?? [])
    }
}

extension Hall {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), organ: try row.text("organ"), name: try row.text("name"),
            address: try row.text("address"),
            workingHours: try OpeningHours(row.text("working_hours"), field: "working_hours"),
            restHours: try OpeningHours(row.text("rest_hours"), field: "rest_hours"),
            rules: try row.json("rules"))
    }
}

extension ServiceGroup {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), hallID: try row.id("hall_id"), letter: try row.text("letter"),
            name: try row.text("name"), words: try row.text("words"), organs: try row.json("organs"),
            capacity: try row.int("capacity"))
    }
}

extension Window {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), hallID: try row.id("hall_id"), number: try row.int("number"),
            serves: Set(try row.json("serves", as: [Int64].self)),
            clerkID: try row.optionalID("clerk_id"), openedAt: try row.optionalInstant("opened_at"))
    }
}
