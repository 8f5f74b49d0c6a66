import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// The forum as everybody reads it.
struct ForumPages: Sendable {
    let office: ForumOffice

    var routes: [Route] {
        [
            .get(ForumPath.all, .anyone, "市民论坛") { request, _ in .page(try await list(request)) },
            .get(ForumPath.topic("{id}"), .anyone, "论坛话题") { request, _ in
                .page(try await topic(request))
            },
        ]
    }

    private func list(_ request: WebRequest) async throws -> Page {
        let organs = try await office.organNames()
        return try await office.database.read { tx in
            let rules = try office.rules(in: tx)
            let board = request.query("board").flatMap(rules.board)
            if let wanted = request.query("board"), board == nil {
                throw DomainError.notFound("没有「\(wanted.prefix(20))」这个板块。")
            }
            let topics = try TopicStore.newest(
                on: board?.code, after: request.query("after"), at: request.now, in: tx)
            return ForumListPage(
                boards: rules.boards, board: board, topics: topics.items, organs: organs,
                pager: Pager(next: topics.next, of: request)
            ).page
        }
    }

    /// A topic, again with what was entered and what is wrong with it.
    func topic(_ request: WebRequest, entered: FormData? = nil, errors: [FieldError] = []) async throws
        -> Page
    {
        let id = try request.id(TopicStore.missing)
        let organs = try await office.organNames()
        let caller = request.principal as? SignedIn
        let member = try await office.member(caller?.account)
        return try await office.database.read { tx in
            let rules = try office.rules(in: tx)
            let topic = try TopicStore.open(id, at: request.now, in: tx)
            let replies = try PostStore.replies(
                to: id, after: request.query("after"), at: request.now, in: tx)
            let head = try PostStore.head(of: id, in: tx)
            let quoted = try request.query("quote").flatMap { Int64($0) }.flatMap {
                try PostStore.quotable($0, of: id, at: request.now, in: tx)
            }
            return TopicPage(
                topic: topic, board: rules.board(topic.board), head: head,
                replies: replies.items, rules: rules, organs: organs,
                reader: Reader(caller, member: member, at: request.now, office.instructions), quoted: quoted,
                said: request.query("said"), entered: entered, errors: errors,
                pager: Pager(next: replies.next, of: request), token: request.csrf
            ).page
        }
    }
}

/// Who reads a page of the forum, and what they may do there.
struct Reader: Sendable {
    let isSignedIn: Bool
    let isPerson: Bool
    let member: Member?
    let mayAnswer: Bool
    let mayModerate: Bool
    let mayTakeUp: Bool
    let now: Instant
    private let account: Account?
    private let door: InstructionDoor

    init(_ caller: SignedIn?, member: Member?, at now: Instant, _ door: InstructionDoor) {
        isSignedIn = caller != nil
        isPerson = caller?.account.personID != nil
        mayAnswer = caller.map { !$0.account.organs(for: .answerForum).isEmpty } ?? false
        mayModerate = caller?.account.may(.moderateForum) ?? false
        mayTakeUp = mayAnswer || mayModerate
        (self.member, self.now) = (member, now)
        (account, self.door) = (caller?.account, door)
    }

    /// Whether they speak for an organ here.
    func speaks(for organ: String) -> Bool {
        account?.organs(for: .answerForum).contains(organ) ?? false
    }

    /// Where a leader instructs about a post, or about the request that it became; nil for everybody else.
    func instructs(_ shown: ShownPost) -> String? {
        guard let account, shown.post.organ == nil, !shown.isInstructed else { return nil }
        guard let uptake = shown.uptake, let number = uptake.number else {
            return door.post(shown.post.id, account)
        }
        return uptake.state == .filed ? door.request(number, account) : nil
    }
}
