import Storage
import WorkingTime

/// The SQL of deliveries.
enum DeliveryStore {
    /// Addresses and words are personal.
    static let sealed = SealedTable("message_delivery", columns: ["recipient", "subject", "text"])

    static func insert(_ delivery: Delivery, in tx: Transaction) throws {
        let origin = delivery.origin
        func seal(_ text: String, _ column: StaticString) throws -> String {
            try sealed.seal(text, column, row: delivery.id, in: tx)
        }
        try tx.execute(
            """
            INSERT INTO message_delivery (id, message_id, account_id, program_id, code, reference, template_key,
                template_version, channel, kind, recipient, subject, text, state, attempts, created_at, due_at,
                sent_at, finished_at, carrier, carrier_reference, failure)
            VALUES (\(delivery.id), \(origin.messageID), \(origin.accountID), \(origin.programID), \(origin.code),
                \(origin.reference), \(delivery.templateKey), \(delivery.templateVersion), \(delivery.channel),
                \(delivery.kind), \(delivery.recipient.map { try seal($0, "recipient") }),
                \(seal(delivery.subject, "subject")), \(seal(delivery.text, "text")), \(delivery.state),
                \(delivery.attempts), \(delivery.createdAt), \(delivery.dueAt), \(delivery.sentAt),
                \(delivery.finishedAt), \(delivery.carrier), \(delivery.carrierReference), \(delivery.failure))
            """)
    }

    /// One, held until the end of the transaction.
    static func held(_ id: Int64, in tx: Transaction) throws -> Delivery? {
        try tx.lock("message_delivery", id: id)
        return try one("id = \(id)", in: tx)
    }

    static func one(_ condition: SQL, in tx: Transaction) throws -> Delivery? {
        try tx.row("SELECT * FROM message_delivery WHERE \(condition)").map { try read($0, in: tx) }
    }

    static func read(_ row: Row, in tx: Transaction) throws -> Delivery {
        try Delivery(sealed.opened(row, in: tx))
    }

    /// Keeps how far it has come.
    static func save(_ delivery: Delivery, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE message_delivery SET state = \(delivery.state), attempts = \(delivery.attempts),
                due_at = \(delivery.dueAt), sent_at = \(delivery.sentAt), finished_at = \(delivery.finishedAt),
                carrier = \(delivery.carrier), carrier_reference = \(delivery.carrierReference),
                failure = \(delivery.failure)
            WHERE id = \(delivery.id)
            """)
    }

    /// Adds the tries of one handing over.
    static func add(_ tries: [CarrierLine.Try], to id: Int64, in tx: Transaction) throws {
        let last = try tx.row(
            """
            SELECT number FROM message_attempt WHERE delivery_id = \(id) ORDER BY number DESC LIMIT 1
            """
        )?.int("number")
        for (offset, one) in tries.enumerated() {
            try tx.execute(
                """
                INSERT INTO message_attempt (delivery_id, number, at, carrier, outcome, reason)
                VALUES (\(id), \((last ?? 0) + offset + 1), \(one.at), \(one.carrier), \(one.outcome), \(one.reason))
                """)
        }
    }
}

extension Delivery.Origin {
    var messageID: Int64? { if case .message(let id, _) = self { id } else { nil } }
    /// The account it is for; nil for what a program sends.
    public var accountID: Int64? { if case .message(_, let account) = self { account } else { nil } }
    /// The program that sends it; nil for a message of the house.
    public var programID: Int64? { if case .program(let id, _, _) = self { id } else { nil } }
    /// By which its program knows it.
    public var code: String? { if case .program(_, let code, _) = self { code } else { nil } }
    /// What its program calls it.
    public var reference: String? { if case .program(_, _, let reference) = self { reference } else { nil } }

    fileprivate init(_ row: Row) throws {
        if let message = try row.optionalID("message_id") {
            self = .message(message, account: try row.id("account_id"))
        } else {
            self = .program(
                try row.id("program_id"), code: try row.text("code"),
                reference: try row.optionalText("reference"))
        }
    }
}

extension Delivery {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), origin: try Origin(row), templateKey: try row.optionalText("template_key"),
            templateVersion: try row.optionalInt("template_version"), channel: try row.value("channel"),
            kind: try row.value("kind"), recipient: try row.optionalText("recipient"),
            subject: try row.text("subject"), text: try row.text("text"),
            createdAt: try row.instant("created_at"), state: try row.value("state"),
            attempts: try row.int("attempts"), dueAt: try row.instant("due_at"),
            sentAt: try row.optionalInstant("sent_at"), finishedAt: try row.optionalInstant("finished_at"),
            carrier: try row.optionalText("carrier"),
            carrierReference: try row.optionalText("carrier_reference"),
            failure: try row.optionalText("failure"))
    }
}

extension DeliveryAttempt {
    init(_ row: Row) throws {
        self.init(
            number: try row.int("number"), at: try row.instant("at"), carrier: try row.text("carrier"),
            outcome: try row.value("outcome"), reason: try row.optionalText("reason"))
    }
}
