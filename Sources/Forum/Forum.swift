import Government
import Identity
import Messaging
import Modules
import RequestDoors
import RuleBooks
import Search
import Storage
import Web

/// The citizens' forum (市民论坛): people talk under nicknames, organs answer in their own names, moderators look after it by
/// rules that are data, and what should be dealt with becomes a request.
public struct Forum: Sendable {
    let office: ForumOffice

    /// The feature of an installation.
    ///
    /// - Parameters:
    ///   - door: how a post becomes a request.
    ///   - instructions: how a leader instructs about one.
    /// - Throws: when the delivered rules cannot be read.
    public init(
        database: Database, directory: Directory, outbox: Outbox, door: RequestDoor,
        instructions: InstructionDoor = .closed
    ) throws {
        office = ForumOffice(
            database: database, directory: directory, outbox: outbox, book: try RuleBook(), door: door,
            instructions: instructions)
    }

    /// The columns that are kept sealed.
    public static let sealedTables = [ReportStore.sealed, BlockStore.sealed]

    /// What the search of the portal finds.
    public static let searchSource = SearchSource(name: ForumSearch.source) { key, limit, tx in
        try ForumSearch.documents(after: key, limit: limit, in: tx)
    }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let (search, blocking) = (ForumSearch(database: office.database), Blocking(office: office))
        let answers = AnswersBack(office: office)
        return Module(
            name: "forum", migrations: try Migration.all(in: .module, module: "forum"),
            routes: [
                ForumPages(office: office).routes, WritingPages(office: office).routes,
                OwnPostPages(office: office).routes, MyForumPages(office: office).routes,
                ModerationPages(office: office).routes, ForumAPI(office: office).routes,
                RuleBookPages(
                    office.book, in: office.database, at: ForumPath.boards, power: .setForumRules,
                    hint: "板块、谁可以发言、先审还是后审、限速、需要核对的词语、退回理由。公布以后立即生效。"
                ).routes,
            ].flatMap(\.self),
            jobs: [
                Job(name: "forum.search", intervalSeconds: 5) { try await search.follow(at: $0) },
                Job(name: "forum.blocks", intervalSeconds: 60) { try await blocking.end(at: $0) },
                Job(name: "forum.answers", intervalSeconds: 30) { try await answers.bring(at: $0) },
            ])
    }
}

extension Power {
    static let moderateForum = Power("forum.moderate", "审核论坛、处理举报和禁言", .matters)
    static let answerForum = Power("forum.answer", "在论坛以部门名义答复", .matters)
    static let setForumRules = Power("forum.set_rules", "修改论坛板块和规则", .system)
}
