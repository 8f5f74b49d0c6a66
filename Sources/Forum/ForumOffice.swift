import Government
import Identity
import Journal
import Messaging
import Refusals
import RequestDoors
import RuleBooks
import Storage
import WorkingTime

/// What all pages need, and how what happens is written down.
struct ForumOffice: Sendable {
    let database: Database
    let directory: Directory
    let outbox: Outbox
    let book: RuleBook<ForumRules>
    let door: RequestDoor
    var instructions: InstructionDoor = .closed

    /// The rules in force.
    func rules() async throws -> ForumRules { try await database.read { try rules(in: $0) } }

    /// The rules in force.
    func rules(in tx: Transaction) throws -> ForumRules { try book.current(in: tx) }

    /// The names of organs by their keys.
    func organNames() async throws -> [String: String] {
        try await directory.organs().namesByKey
    }

    /// What organs are called, in short and in full: nobody writes under such a name.
    func organTitles() async throws -> [String] {
        try await directory.organs().flatMap { [$0.name, $0.fullName] }
    }

    /// The member an account writes as; nil before they have written, and without a proven name.
    func member(_ account: Account?) async throws -> Member? {
        guard let person = account?.personID else { return nil }
        return try await database.read { try MemberStore.member(person, in: $0) }
    }

    /// Tells a member something.
    func tell(_ member: Int64, _ words: Sentence, about post: Int64, at now: Instant, in tx: Transaction)
        throws
    {
        guard let account = try MemberStore.member(member, in: tx)?.accountID else { return }
        try outbox.enqueue(to: account, about: "forum/\(post)", words, at: now, in: tx)
    }

    /// Ends what readers reported about a post, in the change that settles it, and tells them.
    func closeReports(
        of post: Int64, isUpheld: Bool, _ words: Sentence, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        let members = try ReportStore.close(
            post, isUpheld: isUpheld, by: actor.accountID, at: now, in: tx)
        for member in members { try tell(member, words, about: post, at: now, in: tx) }
    }

    static func record(
        _ action: String, _ words: String, _ id: Int64, by actor: Actor, at now: Instant, in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "forum:\(id)",
                sentence: "\(actor.name)\(words)"), in: tx)
    }
}
