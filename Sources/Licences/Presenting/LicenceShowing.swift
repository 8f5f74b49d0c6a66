import Cases
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// A licence that its holder shows to somebody: a code that is good for five minutes.
public struct LicenceShowing: Sendable, Hashable {
    /// How long it is good for.
    public static let seconds = 300

    /// What the QR code leads to.
    public let code: String
    /// When the holder made it.
    public let shownAt: Instant
    /// Until when it is good.
    public let expiresAt: Instant
    /// When somebody looked first.
    public let seenAt: Instant?

    /// Whether it is over.
    public func isOver(at now: Instant) -> Bool { expiresAt <= now }
}

/// The SQL of showings.
enum ShowingStore {
    static func insert(_ showing: LicenceShowing, of licence: Int64, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO licence_showing (id, licence_id, code, shown_at, expires_at)
            VALUES (\(tx.ids.next()), \(licence), \(showing.code), \(showing.shownAt), \(showing.expiresAt))
            """)
    }

    static func showings(of licence: Int64, in tx: Transaction) throws -> [LicenceShowing] {
        try tx.rows(
            "SELECT * FROM licence_showing WHERE licence_id = \(licence) ORDER BY id DESC LIMIT 20"
        ).map(LicenceShowing.init)
    }

    /// The licence that is shown by a code, as long as it is.
    static func licence(shownBy code: String, at now: Instant, in tx: Transaction) throws -> Licence {
        guard let row = try tx.row("SELECT * FROM licence_showing WHERE code = \(code)"),
            try !LicenceShowing(row).isOver(at: now),
            let licence = try tx.row("SELECT * FROM licence WHERE id = \(try row.id("licence_id"))")
        else { throw DomainError.notFound("出示码已失效。出示码只在五分钟内有效，请持有人重新出示。") }
        try tx.execute(
            "UPDATE licence_showing SET seen_at = coalesce(seen_at, \(now)) WHERE id = \(try row.id("id"))")
        return try Licence(licence, in: tx)
    }
}

extension LicenceShowing {
    fileprivate init(_ row: Row) throws {
        self.init(
            code: try row.text("code"), shownAt: try row.instant("shown_at"),
            expiresAt: try row.instant("expires_at"), seenAt: try row.optionalInstant("seen_at"))
    }
}

extension Licences {
    /// Shows a licence for five minutes.
    /// - Throws: `notFound` for somebody else's, `conflict` when it is not in force.
    public func show(_ id: Int64, of account: Account, by actor: Actor, at now: Instant) async throws
        -> LicenceShowing
    {
        let showing = LicenceShowing(
            code: VerificationCode.new() + VerificationCode.new(), shownAt: now,
            expiresAt: now.adding(seconds: LicenceShowing.seconds), seenAt: nil)
        return try await database.write { tx in
            let licence = try LicenceStore.held(id, by: Self.codes(of: account, in: tx), in: tx)
            if let obstacle = licence.obstacle(on: now.day) { throw DomainError.conflict(obstacle) }
            try ShowingStore.insert(showing, of: id, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "licence.shown", subject: "licence/\(id)",
                    sentence: "\(actor.name)出示了「\(licence.name)」。"), in: tx)
            return showing
        }
    }

    /// The licence that somebody is shown.
    /// - Throws: `notFound` when the five minutes are over.
    public func shown(by code: String, at now: Instant) async throws -> Licence {
        try await database.write { try ShowingStore.licence(shownBy: code, at: now, in: $0) }
    }
}
