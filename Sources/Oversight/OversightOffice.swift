import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// What all pages need, and how a proposal is raised and refused: rule, row and journal in one transaction.
struct OversightOffice: Sendable {
    let database: Database
    let directory: Directory
    let outbox: Outbox
    let sources: OversightSources
    /// Where a supervision order is begun.
    let orders: String

    private static let mostADay = 10

    /// A proposal with the order that came from it.
    struct Followed: Sendable {
        let proposal: DeputyProposal
        let progress: OversightSources.Progress?
    }

    /// The names of organs by their keys.
    func names() async throws -> [String: String] {
        Dictionary(try await directory.everyOrgan().map { ($0.key, $0.name) }) { first, _ in first }
    }

    func followed(_ some: [DeputyProposal], in tx: Transaction) throws -> [Followed] {
        try some.map { Followed(proposal: $0, progress: try sources.progress($0.reference, tx)) }
    }

    func raise(_ form: FormData, by actor: Actor, at now: Instant) async throws -> Int64 {
        let organs = Set(try await directory.organs().filter(\.isLiving).map(\.key))
        return try await database.write { tx in
            let today = try ProposalStore.count(of: actor.accountID, since: now.day.startOfDay, in: tx)
            guard today < Self.mostADay else { throw DomainError.conflict("今天提出的建议已有 \(today) 条，请明天再提。") }
            let one = try DeputyProposal.raise(
                form["title"] ?? "", form["words"] ?? "", organ: form["organ"] ?? "", of: organs,
                id: tx.ids.next(),
                by: actor.accountID, at: now)
            try ProposalStore.insert(one, in: tx)
            try tellSupervisors(of: one, at: now, in: tx)
            try Self.record(
                "deputy_proposal.raised", "\(actor.name)提出督办建议「\(one.title)」。", one, by: actor, at: now,
                in: tx)
            return one.id
        }
    }

    /// Whether a proposal is about one of these organs: the one that its deputy named, or those that took up what that did.
    func isAbout(_ organs: Set<String>, _ one: DeputyProposal, in tx: Transaction) throws -> Bool {
        let heirs = OrganLineage(try Directory.everyOrgan(in: tx)).line(of: one.organ).map(\.key)
        return !organs.isDisjoint(with: [one.organ] + heirs)
    }

    /// - Parameter organs: those in which whoever refuses it has a post.
    func refuse(
        _ id: Int64, _ reason: String, by actor: Actor, of organs: Set<String>, at now: Instant
    ) async throws {
        try await database.write { tx in
            try tx.lock("deputy_proposal", id: id)
            var one = try ProposalStore.proposal(id, of: nil, in: tx)
            let isOrdered = try sources.progress(one.reference, tx) != nil
            let isOwn = try isAbout(organs, one, in: tx)
            try one.refuse(reason, isOrdered: isOrdered, isOwn: isOwn, by: actor.accountID, at: now)
            try ProposalStore.update(one, in: tx)
            try tellRefused(one, reason, at: now, in: tx)
            try Self.record(
                "deputy_proposal.refused", "\(actor.name)答复督办建议「\(one.title)」：不立项。", one, by: actor, at: now,
                in: tx)
        }
    }

    private static func record(
        _ action: String, _ sentence: Sentence, _ one: DeputyProposal, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "deputy_proposal:\(one.id)",
                sentence: sentence),
            in: tx)
    }
}
