import Cases
import Codes
import Files
import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// The editorial office: begins editions, and changes each together with its case, in one transaction.
struct Editions: Sendable {
    let database: Database
    let cases: Cases
    let files: FileStore
    let directory: Directory
    let cache: PageCache
    let leaks: LeakCheck
    /// What contents can be found under.
    let themes: Themes
    /// Where people are told; nil where a past is told in which nobody waits any more.
    let outbox: Outbox?

    /// An edition with its surroundings, held for a change.
    struct Held {
        var edition: Edition
        let column: Column
        /// What the person may do in the column.
        let roles: Set<Role>
        let step: EditionStep?
        let task: Int64?
        /// Everybody who saved a text of it.
        let writers: Set<Int64>
    }

    /// Begins an edition: of a new document, or of one that is out.
    ///
    /// - Parameters:
    ///   - earlier: the edition whose files it begins with.
    ///   - circle: who alone may see it before it is out; nil for everybody in the column.
    /// - Throws: `forbidden` for who is no editor of the column, `conflict` when another edition is under way.
    func begin(
        in columnID: Int64, _ manuscript: Manuscript, of document: Int64? = nil, from earlier: Int64? = nil,
        circle: [Int64]? = nil, by seat: Seat, at now: Instant
    ) async throws -> Int64 {
        let (column, site) = try await database.read { tx in
            let column = try SiteStore.column(columnID, in: tx)
            try requireEditor(seat, of: column, in: tx)
            return (column, try SiteStore.site(column.siteID, in: tx))
        }
        try manuscript.check(for: column.kind)
        guard let organ = try await directory.organ(site.organ) else {
            throw DomainError.conflict("主办单位「\(site.organ)」已不在机构目录里，请先给站点换一个主办单位。")
        }
        let actor = seat.actor(at: column.id, as: [.editor])
        return try await cases.file(column.filing(by: organ), by: actor) { matter, tx in
            let id = try insert(
                manuscript, case: matter.root.number.text, in: column, of: document, circle: circle, by: seat,
                at: now,
                in: tx)
            if let earlier {
                try EnclosureStore.copy(from: earlier, to: id, by: seat.actor.accountID, in: tx)
            }
            return id
        }
    }

    private func insert(
        _ manuscript: Manuscript, case number: String, in column: Column, of document: Int64?,
        circle: [Int64]?,
        by seat: Seat, at now: Instant, in tx: Transaction
    ) throws -> Int64 {
        try requireNamed(manuscript, of: document, in: tx)
        let id = tx.ids.next()
        let (documentID, count) = try DocumentStore.take(document, for: id, in: column, in: tx)
        let edition = Edition(
            id: id, documentID: documentID, columnID: column.id, number: count + 1, caseNumber: number,
            manuscript: manuscript, revision: 1, isLimited: circle != nil, author: seat.author, cleared: nil,
            published: nil)
        try EditionStore.insert(edition, in: tx)
        if let circle { try EditionStore.insert(circle: circle + [seat.actor.accountID], of: id, in: tx) }
        try VersionStore.insert(edition, by: seat.author, at: now, in: tx)
        try record(
            "edition.begun", edition, "\(seat.actor.name)起草第 \(edition.number) 稿。", by: seat, at: now, in: tx)
        return id
    }

    private func requireEditor(_ seat: Seat, of column: Column, in tx: Transaction) throws {
        let roles = try SiteStore.roles(of: seat.actor.accountID, in: column.id, tx)
        guard roles.contains(.editor), seat.roles.contains(.editor) else {
            throw DomainError.forbidden("您不是「\(column.name)」栏目的编辑。")
        }
    }

    /// Holds an edition that the viewer may see, changes it by a rule, and saves it.
    ///
    /// - Parameter rule: may run twice. What it returns is announced once the change is durable.
    @discardableResult
    func change(
        _ id: Int64, by seat: Seat, at now: Instant,
        _ rule: @escaping @Sendable (inout Held, Transaction) throws -> Set<String>
    ) async throws -> Set<String> {
        let topics = try await database.write { tx in
            let seen = try EditionStore.edition(id, for: seat.viewer, in: tx)
            try tx.lock("content_document", id: seen.documentID)
            var held = try hold(id, seat, in: tx)
            let topics = try rule(&held, tx)
            try EditionStore.update(held.edition, in: tx)
            for topic in topics.sorted() { try tx.announce(topic) }
            return topics
        }
        // Other nodes hear of it; here it counts for the very next request.
        topics.forEach(cache.drop)
        return topics
    }

    private func hold(_ id: Int64, _ seat: Seat, in tx: Transaction) throws -> Held {
        let edition = try EditionStore.edition(id, for: seat.viewer, in: tx)
        let roles = try SiteStore.roles(of: seat.actor.accountID, in: edition.columnID, tx)
        return try hold(edition, roles.intersection(seat.roles), in: tx)
    }

    /// An edition with its surroundings, for somebody with these roles; its document is held.
    func hold(_ edition: Edition, _ roles: Set<Role>, in tx: Transaction) throws -> Held {
        let step = try Cases.openSteps(of: [edition.caseNumber], in: tx)[edition.caseNumber]?.first
        return Held(
            edition: edition, column: try SiteStore.column(edition.columnID, in: tx),
            roles: roles, step: step.flatMap { EditionStep(rawValue: $0.element) },
            task: step?.task, writers: try VersionStore.writers(of: edition.id, in: tx))
    }

    /// An entry of the journal. It names the edition by its number, not by its title, which may not be known yet.
    func record(
        _ action: String, _ edition: Edition, _ sentence: Sentence, by seat: Seat, at now: Instant,
        in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: seat.actor, action: action, subject: "document \(edition.documentID)",
                sentence: sentence, afterDigest: Journal.digest(json: encodeJSON(edition.manuscript)),
                detail: ["edition": String(edition.id), "case": edition.caseNumber]), in: tx)
    }
}
