import Cases
import Codes
import Government
import Identity
import Messaging
import Modules
import Refusals
import RuleBooks
import Storage
import Web
import WorkingTime

/// The hotline (12345 政务服务便民热线): calls come up on the screen of whoever answers, are answered from the knowledge base
/// or become tickets, and are counted.
public struct Hotline: Sendable {
    let database: Database
    let directory: Directory
    let outbox: Outbox
    private let tickets: TicketFigures.Source
    private let book: RuleBook<HotlineRules>
    private let exchanges: BearerDoor<ExchangeCaller>
    private let streams: LiveStreams
    private let clock: @Sendable () -> Instant

    /// The hotline of an installation.
    ///
    /// - Parameter tickets: who counts the tickets.
    /// - Throws: when the delivered rules cannot be read.
    public init(
        database: Database, directory: Directory, outbox: Outbox,
        tickets: @escaping TicketFigures.Source = { _, _, _ in [] },
        clock: @escaping @Sendable () -> Instant
    ) throws {
        (self.tickets, book) = (tickets, try RuleBook())
        (self.database, self.directory, self.outbox, self.clock) = (database, directory, outbox, clock)
        exchanges = BearerDoor(database)
        let streams = LiveStreams()
        self.streams = streams
        database.observe { streams.ring($0) }
    }

    /// The columns that are kept sealed.
    public static let sealedTables = [CallStore.sealed]

    /// What becomes of a call when a ticket is written about it, in the transaction of the ticket.
    public static var follower: CaseFollower { CallFollowing.follower }

    /// Ends a call whose caller was added to a ticket that was there, in the transaction that adds them.
    ///
    /// - Throws: `DomainError.conflict` for one that is concluded, `StorageError`.
    public static func conclude(_ call: Int64, with ticket: String, at now: Instant, in tx: Transaction)
        throws
    {
        try CallFollowing.conclude(call, with: ticket, at: now, in: tx)
    }

    /// The exchange that sends a request, if one does.
    ///
    /// - Throws: `StorageError`; `DomainError.tooMany` for an address that tries one token after the other.
    public func principal(of request: WebRequest) async throws -> (any Principal)? {
        try await exchanges.caller(of: request)
    }

    /// The number of a call about which an agent writes a ticket; nil when it is hidden.
    ///
    /// - Throws: `notFound` for a call of somebody else's, or one about which no ticket is to be written any more.
    public func caller(of call: Int64, for officer: OfficerContext) async throws -> String? {
        let call = try await database.read { try CallStore.call(call, in: $0) }
        try call.requireAnswering(by: officer)
        guard call.takesTicket else { throw CallStore.missing }
        return call.caller
    }

    /// An answer that was reviewed, with the question it belongs to.
    public struct KnownAnswer: Sendable, Hashable {
        /// The entry.
        public let id: Int64
        /// What is asked.
        public let question: String
        /// What is answered.
        public let words: String
    }

    /// Makes what is known found again, after a move to another database.
    ///
    /// - Throws: `StorageError`.
    public static func readWordsAgain(in tx: Transaction) throws { try KnowledgeSearch.indexAll(in: tx) }

    /// What is known about some words on a day, the likeliest first.
    public func answers(to words: String, on day: CivilDate) async throws -> [KnownAnswer] {
        try await database.read {
            try KnowledgeSearch.suggestions(for: words, on: day, limit: 5, in: $0)
        }.map { KnownAnswer(id: $0.id, question: $0.text.question, words: $0.text.answer) }
    }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let desk = AgentPages(database: database, streams: streams, clock: clock).routes
        let calls = CallAPI(database: database).routes + CallPages(database: database).routes
        return Module(
            name: "hotline", migrations: try Migration.all(in: .module, module: "hotline"),
            routes: desk + calls + BoardPages(database: database).routes
                + FiguresPages(database: database, directory: directory, tickets: tickets).routes
                + QualityPages(database: database, outbox: outbox, book: book).routes
                + RuleBookPages(
                    book, in: database, at: HotlinePath.rules, power: .editExchanges,
                    hint: "每人每周抽多少来电、评分项目和分值、申诉期限。公布以后评的按新规则。"
                ).routes
                + ExchangePages(database: database, directory: directory).routes
                + KnowledgePages(desk: knowledge).routes + KnowledgeReviewPages(desk: knowledge).routes
                + FAQPages(database: database).routes,
            jobs: [sweeping, drawing])
    }

    var knowledge: KnowledgeDesk {
        KnowledgeDesk(database: database, directory: directory, outbox: outbox)
    }

    /// After so long a call of which no end was told is over, in seconds.
    private static let longestCallSeconds = 14_400

    /// Once a week for every office; asked often, so that a night without power misses nothing.
    private var drawing: Job {
        Job(name: "hotline.sample", intervalSeconds: 3_600) { [database, book] now in
            try await database.write {
                try QualityDraw.run(each: try book.current(in: $0).sample.callsPerWeek, at: now, in: $0)
            }
        }
    }

    private var sweeping: Job {
        Job(name: "hotline.sweep", intervalSeconds: 600) { [database] now in
            try await database.write {
                try CallStore.sweep(before: now.adding(seconds: -Self.longestCallSeconds), in: $0)
            }
        }
    }
}
