import Cases
import Journal
import Services
import Storage
import WorkingTime

/// A yes that a program of the counter asks for by code: there is no draft, so one row for clerk and applicant stands for
/// what they have before them. It stays a day, so that nobody gets new guesses by asking anew.
extension Confirmations {
    static let keptSeconds = 86_400

    /// Sends a code, and tells when it was sent.
    ///
    /// - Throws: `conflict` when the applicant has no account, `tooMany` right after another one.
    func send(
        _ digest: String, for applicant: Applicant, _ service: PublicService, once: Idempotency.Request?,
        by clerk: Actor, at now: Instant
    ) async throws -> Instant {
        try await database.write { tx in
            if let once, let earlier = try Idempotency.replay(once, in: tx),
                let sent = Int64(earlier.response)
            {
                return Instant(milliseconds: sent)
            }
            let content = try Self.content(digest, of: applicant, service, by: clerk, at: now, in: tx)
            try send(content, by: clerk, at: now, in: tx)
            try once?.remember(String(now.milliseconds), at: now, in: tx)
            return now
        }
    }

    /// Takes the code that was read out; what was said yes to already needs no second one.
    ///
    /// - Throws: `invalid` when it is not the one that was sent for this.
    func answer(
        _ code: String, to digest: String, for applicant: Applicant, _ service: PublicService,
        by clerk: Actor, at now: Instant
    ) async throws -> FilingConfirmation? {
        let (content, known) = try await database.write { tx in
            let content = try Self.content(digest, of: applicant, service, by: clerk, at: now, in: tx)
            return (content, try Self.find(content.id, in: tx)?.holds(for: digest))
        }
        if let known { return known }
        try await answer(code, content, by: clerk, at: now)
        return try await database.read { try Self.find(content.id, in: $0)?.holds(for: digest) }
    }

    /// A yes counts for one filing.
    func useUp(by clerk: Int64, for account: Int64) async throws {
        _ = try await database.write { tx in
            try tx.execute(
                """
                UPDATE draft_confirmation
                SET content_digest = '', way = NULL, confirmed_by = NULL, confirmed_at = NULL
                WHERE draft_id IN
                    (SELECT id FROM counter_filing WHERE clerk_id = \(clerk) AND account_id = \(account))
                """)
        }
    }

    static func removeOld(before cutoff: Instant, in tx: Transaction) throws {
        try tx.execute(
            """
            DELETE FROM draft_confirmation WHERE draft_id IN
                (SELECT id FROM counter_filing WHERE asked_at < \(cutoff))
            """)
        try tx.execute("DELETE FROM counter_filing WHERE asked_at < \(cutoff)")
    }

    /// What the clerk and the applicant have before them. Without an account nobody can be sent a code, and nothing is kept.
    private static func content(
        _ digest: String, of applicant: Applicant, _ service: PublicService, by clerk: Actor, at now: Instant,
        in tx: Transaction
    ) throws -> ConfirmedContent {
        let (new, account) = (tx.ids.next(), applicant.accountID ?? 0)
        try tx.execute(
            """
            INSERT INTO counter_filing (id, clerk_id, account_id, asked_at)
            VALUES (\(new), \(clerk.accountID), \(account), \(now))
            ON CONFLICT (clerk_id, account_id) DO NOTHING
            """)
        let row = try tx.row(
            "SELECT id FROM counter_filing WHERE clerk_id = \(clerk.accountID) AND account_id = \(account)")
        return ConfirmedContent(
            id: try row?.id("id") ?? new, applicant: applicant, itemName: service.item.name, digest: digest,
            table: "counter_filing")
    }
}
