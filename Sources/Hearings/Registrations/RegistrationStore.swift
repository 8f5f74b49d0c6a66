import Refusals
import Storage
import WorkingTime

/// The SQL of registrations.
enum RegistrationStore {
    static let sealed = SealedTable("hearing_registration", columns: ["view"])
    /// More than any hall holds, and few enough to be drawn at once.
    static let most = 10_000

    /// All of a hearing, in the order of their numbers.
    static func all(of id: Int64, in tx: Transaction) throws -> [Registration] {
        try tx.rows(
            """
            SELECT * FROM hearing_registration WHERE hearing_id = \(id) ORDER BY number LIMIT \(most)
            """
        ).map(Registration.init)
    }

    /// Those who take part.
    static func chosen(of id: Int64, in tx: Transaction) throws -> [Registration] {
        try all(of: id, in: tx).filter { $0.state == .chosen }
    }

    /// Those who sign the record.
    static func signatories(of id: Int64, in tx: Transaction) throws -> [Registration] {
        try all(of: id, in: tx).filter(\.signs)
    }

    /// That of a person; nil when there is none.
    static func registration(of person: Int64, in id: Int64, tx: Transaction) throws -> Registration? {
        try tx.row(
            "SELECT * FROM hearing_registration WHERE hearing_id = \(id) AND person_id = \(person)"
        ).map(Registration.init)
    }

    /// Keeps one under the next number, which it gives.
    static func insert(
        role: String, view: String, account: Int64, person: Int64, name: String, of id: Int64,
        at now: Instant,
        in tx: Transaction
    ) throws -> Int {
        let row = try tx.row(
            """
            UPDATE hearing_count SET registrations = registrations + 1
            WHERE hearing_id = \(id) AND registrations < \(most) RETURNING registrations
            """)
        guard let number = try row?.int("registrations") else { throw DomainError.conflict("报名人数已满。") }
        let own = tx.ids.next()
        try tx.execute(
            """
            INSERT INTO hearing_registration (id, hearing_id, number, role, account_id, person_id, name, view, state,
                registered_at)
            VALUES (\(own), \(id), \(number), \(role), \(account), \(person), \(name),
                \(try sealed.seal(view, "view", row: own, in: tx)), 'registered', \(now))
            """)
        return number
    }

    /// Somebody who took theirs back comes again, under the number they had.
    static func rejoin(
        _ own: Registration, role: String, view: String, account: Int64, at now: Instant, in tx: Transaction
    ) throws {
        try tx.execute(
            """
            UPDATE hearing_registration SET state = 'registered', role = \(role), account_id = \(account),
                view = \(try sealed.seal(view, "view", row: own.id, in: tx)), registered_at = \(now)
            WHERE id = \(own.id)
            """)
    }

    static func withdraw(_ id: Int64, in tx: Transaction) throws {
        try tx.execute("UPDATE hearing_registration SET state = 'withdrawn' WHERE id = \(id)")
    }

    /// Somebody on the list does not come; their place in the draw stays.
    static func leave(_ id: Int64, why: String?, in tx: Transaction) throws {
        try tx.execute(
            "UPDATE hearing_registration SET state = 'withdrawn', gone_reason = \(why) WHERE id = \(id)")
    }

    /// Somebody in reserve comes.
    static func moveUp(_ id: Int64, in tx: Transaction) throws {
        try tx.execute("UPDATE hearing_registration SET state = 'chosen' WHERE id = \(id)")
    }

    static func put(_ id: Int64, _ state: Registration.State, place: Int, in tx: Transaction) throws {
        try tx.execute(
            "UPDATE hearing_registration SET state = \(state), place = \(place) WHERE id = \(id)")
    }

    static func sign(
        _ id: Int64, _ signature: Registration.Signature, reason: String?, at now: Instant,
        in tx: Transaction
    ) throws {
        try tx.execute(
            """
            UPDATE hearing_registration SET signature = \(signature), signature_reason = \(reason),
                signed_at = \(now) WHERE id = \(id)
            """)
    }

    /// The record is another one: who signed it or would not is asked again. Whoever was absent still was.
    static func askAgain(of hearing: Int64, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE hearing_registration SET signature = NULL, signature_reason = NULL, signed_at = NULL
            WHERE hearing_id = \(hearing) AND signature IN ('signed', 'refused')
            """)
    }
}

extension Registration {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), hearingID: try row.id("hearing_id"), number: try row.int("number"),
            role: try row.text("role"), accountID: try row.id("account_id"),
            personID: try row.id("person_id"), name: try row.text("name"), state: try row.value("state"),
            place: try row.optionalInt("place"), goneReason: try row.optionalText("gone_reason"),
            signature: try row.optionalText("signature").flatMap(Registration.Signature.init),
            signatureReason: try row.optionalText("signature_reason"),
            signedAt: try row.optionalInstant("signed_at"))
    }
}
