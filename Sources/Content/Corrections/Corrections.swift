import Identity
import Journal
import Messaging
import Refusals
import RequestDoors
import Storage
import Web
import WorkingTime

/// Takes in what readers say is wrong, and answers it.
struct Corrections: Sendable {
    let database: Database
    let outbox: Outbox
    let book: InspectionBook
    /// How one becomes a request; nil where it cannot.
    let door: RequestDoor?
    /// Makes the code with which a reader finds the answer.
    var code: @Sendable () -> String = Corrections.randomCode
    /// Five at once and one a minute from one address; nobody finds more than that on pages.
    let limit = RateLimit(burst: 5, perMinute: 1)

    init(database: Database, outbox: Outbox, book: InspectionBook, door: RequestDoor? = nil) {
        (self.database, self.outbox, self.book, self.door) = (database, outbox, book, door)
    }

    /// The page of an address, when it is one of content that is out. Throws `notFound`.
    static func page(at path: String, in tx: Transaction) throws -> CorrectedPage {
        guard let address = ContentAddress(path: path) else {
            throw DomainError.notFound("没有这个页面，请从要纠错的页面点「我要纠错」。")
        }
        let site = try SiteStore.site(code: address.site, in: tx)
        guard let code = address.column else {
            return CorrectedPage(
                siteID: site.id, columnID: nil, documentID: nil, path: path, title: site.name)
        }
        let column = try SiteStore.column(code: code, of: site.id, in: tx)
        guard let document = address.document else {
            return CorrectedPage(
                siteID: site.id, columnID: column.id, documentID: nil, path: path, title: column.name)
        }
        let title = try PublicStore.document(document, site: site.code, column: code, in: tx).line.manuscript
            .title
        return CorrectedPage(
            siteID: site.id, columnID: column.id, documentID: document, path: path, title: title)
    }

    /// Takes one in, and tells the editors.
    ///
    /// - Returns: the code with which the reader finds the answer.
    func receive(_ draft: CorrectionDraft, about path: String, from reader: Actor, at now: Instant)
        async throws -> String
    {
        let code = code()
        try await database.write { tx in
            let page = try Self.page(at: path, in: tx)
            let correction = Correction(
                id: tx.ids.next(), code: code, page: page, draft: draft, receivedAt: now)
            try CorrectionStore.insert(correction, in: tx)
            let days = try book.current(in: tx).correctionDays
            for account in try Self.responsible(for: page, in: tx) {
                try outbox.enqueue(
                    to: account, about: "correction \(correction.id)",
                    "有读者对《\(page.title)》纠错（\(draft.kind.chinese)），请在 \(days) 个工作日内答复。", at: now, in: tx)
            }
            try Journal.append(
                JournalEntry(
                    at: now, actor: reader, action: "correction.received",
                    subject: "correction \(correction.id)",
                    sentence: "有读者对 \(path) 纠错。"), in: tx)
        }
        return code
    }

    /// Answers one.
    ///
    /// - Throws: `notFound` for who does not work there, `conflict` when somebody was first.
    func answer(
        _ id: Int64, _ outcome: Correction.Outcome, _ words: String, by actor: Actor, at now: Instant
    ) async throws {
        try await database.write { tx in
            try tx.lock("content_correction", id: id)
            let seats = try CorrectionSeats(of: actor.accountID, in: tx)
            var correction = try CorrectionStore.correction(id, for: seats, in: tx)
            try correction.answer(outcome, words, by: actor.accountID, named: actor.name, at: now)
            try CorrectionStore.update(correction, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "correction.answered", subject: "correction \(id)",
                    sentence: "\(actor.name)答复纠错：\(outcome.chinese)。"), in: tx)
        }
    }

    /// Who is told: the editors of the column, or of all columns of the site where it is about its home.
    private static func responsible(for page: CorrectedPage, in tx: Transaction) throws -> [Int64] {
        let columns =
            try page.columnID.map { [try SiteStore.column($0, in: tx)] }
            ?? SiteStore.columns(of: page.siteID, in: tx)
        let accounts = try columns.reduce(into: Set<Int64>()) { all, column in
            all.formUnion(try ColumnWatch.responsible(for: column, in: tx))
        }
        return Array(accounts.sorted().prefix(mostTold))
    }

    private static let mostTold = 20
    private static let letters = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")

    /// Ten letters that are not mixed up when read.
    @Sendable private static func randomCode() -> String {
        String((0..<10).map { _ in letters[Int.random(in: 0..<letters.count)] })
    }
}

/// Where corrections stand, written once.
enum CorrectionPath {
    /// Where a reader writes one.
    static let form = "/corrections/form"
    /// Where it is sent.
    static let corrections = "/corrections"
    /// The corrections on the desk.
    static let desk = "/desk/content/corrections"

    /// What came of one, for who has its code.
    static func receipt(_ code: String) -> String { "\(corrections)/\(code)" }
    /// One on the desk.
    static func desk(_ id: String) -> String { "\(desk)/\(id)" }
    /// Where it is answered.
    static func answer(_ id: String) -> String { "\(desk(id))/answer" }
    /// Where it becomes a request.
    static func request(_ id: String) -> String { "\(desk(id))/request" }
}
