import Cases
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// What a leader instructs about (批示).
enum InstructionSubject: Sendable, Hashable {
    /// A case, by its number.
    case matter(String)
    /// A post of the forum, by its id.
    case post(Int64)

    private static let postWord = "论坛帖子 "

    /// As the order says where it comes from.
    var reference: String {
        switch self {
        case .matter(let number): number
        case .post(let id): "\(Self.postWord)\(id)"
        }
    }

    /// The post that a reference names; nil for every other reference.
    static func post(_ reference: String) -> Int64? {
        reference.hasPrefix(postWord) ? Int64(reference.dropFirst(postWord.count)) : nil
    }
}

/// Posts of the forum that leaders instruct about: the forum is another feature, handed in by the composition.
public struct InstructedPosts: Sendable {
    /// What is said in a post.
    public struct Post: Sendable, Hashable {
        let title: String
        let words: String

        /// The title of its topic, and its words.
        public init(title: String, words: String) { (self.title, self.words) = (title, words) }
    }

    /// One that may be instructed about. Throws the reason why it may not.
    let find: @Sendable (Int64, Instant, Transaction) throws -> Post
    /// Takes note of the instruction, in the transaction of the order of this number.
    let note: @Sendable (Int64, _ order: String, Actor, Instant, Transaction) throws -> Void
    /// Where an officer reads one; nil when they no longer can.
    let page: @Sendable (Int64, OfficerContext, Instant, Transaction) throws -> String?

    /// Posts.
    public init(
        find: @escaping @Sendable (Int64, Instant, Transaction) throws -> Post,
        note: @escaping @Sendable (Int64, String, Actor, Instant, Transaction) throws -> Void,
        page: @escaping @Sendable (Int64, OfficerContext, Instant, Transaction) throws -> String?
    ) {
        (self.find, self.note, self.page) = (find, note, page)
    }

    /// Of a house without a forum.
    public static let none = InstructedPosts(
        find: { _, _, _ in throw DomainError.notFound("没有这条帖子。") },
        note: { _, _, _, _, _ in throw DomainError.notFound("没有这条帖子。") }, page: { _, _, _, _ in nil })
}

extension OrderDesk {
    /// Notes on what a leader has instructed about that there is an instruction; its words stay in the order.
    func note(
        _ subject: InstructionSubject, order: String, by actor: Actor, as viewer: Viewer, at now: Instant,
        in tx: Transaction
    ) throws {
        switch subject {
        case .matter(let number):
            try cases.change(number, by: actor, as: viewer, at: now, in: tx) {
                try $0.noteInstruction(number, on: $1)
            }
        case .post(let id): try posts.note(id, order, actor, now, tx)
        }
    }
}

extension SupervisionOrders {
    /// Where an account instructs about a post of the forum; nil for who may not.
    public static func instructionPage(post id: Int64, for account: Account) -> String? {
        account.may(.instruct) ? OrderPath.postInstruction(String(id)) : nil
    }

    /// Where an account instructs about a case; nil for who may not.
    public static func instructionPage(case number: String, for account: Account) -> String? {
        account.may(.instruct) ? OrderPath.instruction(number) : nil
    }

    /// Where the order of this number stands and is read; nil for who may not read it.
    public static func standing(of number: String, for officer: OfficerContext, in tx: Transaction) throws
        -> (stage: String, dueAt: Instant?, address: String)?
    {
        guard officer.may(.readOrders) || officer.may(.handleOrders) else { return nil }
        do {
            let order = try OrderStore.order(numbered: number, OrderDesk.filter(officer), in: tx)
            return (order.stage.chinese, order.dueAt, OrderPath.order(String(order.id)))
        } catch DomainError.notFound { return nil }
    }
}
