import Refusals
import Storage
import WorkingTime

/// A post that becomes a request to the government (转为诉求).
struct Uptake: Sendable, Hashable {
    enum State: String, Sendable {
        /// Its author is asked.
        case asked
        /// They would rather not.
        case declined
        /// It is a request now.
        case filed
        /// The published answer was told here.
        case answered
        /// It ended without an answer for everybody.
        case ended
    }

    /// The post.
    let id: Int64
    let memberID: Int64
    private(set) var state: State
    let category: String
    let kind: String
    /// The street it is about; may be empty.
    let division: String
    let askedBy: Int64
    let askedAt: Instant
    private(set) var number: String?
    private(set) var filedAt: Instant?

    /// Its author would rather not.
    ///
    /// - Throws: `conflict` when they have answered already.
    mutating func decline() throws {
        try requireAsked()
        state = .declined
    }

    /// It has become a request of this number.
    ///
    /// - Throws: `conflict` when it was one already.
    mutating func file(_ number: String, at now: Instant) throws {
        guard state == .asked || state == .declined else { throw DomainError.conflict("这条帖子已经转为诉求。") }
        (state, self.number, filedAt) = (.filed, number, now)
    }

    /// What became of the request.
    mutating func settle(isAnswered: Bool) { state = isAnswered ? .answered : .ended }

    /// - Throws: `conflict` when its author has answered already.
    func requireAsked() throws {
        guard state == .asked else { throw DomainError.conflict("您已经答复过，不用再选。") }
    }
}

extension Uptake {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), memberID: try row.id("member_id"), state: try row.value("state"),
            category: try row.text("category"), kind: try row.text("kind"),
            division: try row.text("division"), askedBy: try row.id("asked_by"),
            askedAt: try row.instant("asked_at"), number: try row.optionalText("number"),
            filedAt: try row.optionalInstant("filed_at"))
    }
}

/// The SQL of posts that become requests.
enum UptakeStore {
    static func uptake(_ post: Int64, in tx: Transaction) throws -> Uptake? {
        try tx.row("SELECT * FROM forum_uptake WHERE id = \(post)").map(Uptake.init)
    }

    /// That of a request; nil for one that came from elsewhere.
    static func uptake(ofRequest number: String, in tx: Transaction) throws -> Uptake? {
        try tx.row("SELECT * FROM forum_uptake WHERE number = \(number)").map(Uptake.init)
    }

    static func uptakes(of ids: [Int64], in tx: Transaction) throws -> [Int64: Uptake] {
        guard !ids.isEmpty else { return [:] }
        let all = try tx.rows("SELECT * FROM forum_uptake WHERE id IN \(list: ids)").map(Uptake.init)
        return Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Those of which a member is asked, with the title of the topic; not those that nobody reads any more.
    static func asked(_ member: Int64, in tx: Transaction) throws -> [(
        uptake: Uptake, title: String, words: String
    )] {
        try tx.rows(
            """
            SELECT u.*, t.title, p.words FROM forum_uptake u JOIN forum_post p ON p.id = u.id
            JOIN forum_topic t ON t.id = p.topic_id
            WHERE u.member_id = \(member) AND u.state = 'asked' AND p.state = 'shown' ORDER BY u.id DESC LIMIT 20
            """
        ).map { (try Uptake($0), try $0.text("title"), try $0.text("words")) }
    }

    /// Those whose request is under way, after an id.
    static func open(after id: Int64, limit: Int, in tx: Transaction) throws -> [Uptake] {
        try tx.rows(
            "SELECT * FROM forum_uptake WHERE state = 'filed' AND id > \(id) ORDER BY id LIMIT \(limit)"
        ).map(Uptake.init)
    }

    static func put(_ uptake: Uptake, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO forum_uptake (id, member_id, state, category, kind, division, asked_by, asked_at, number, filed_at)
            VALUES (\(uptake.id), \(uptake.memberID), \(uptake.state), \(uptake.category), \(uptake.kind),
                \(uptake.division), \(uptake.askedBy), \(uptake.askedAt), \(uptake.number), \(uptake.filedAt))
            ON CONFLICT (id) DO UPDATE SET state = excluded.state, number = excluded.number,
                filed_at = excluded.filed_at, category = excluded.category, kind = excluded.kind,
                division = excluded.division, asked_by = excluded.asked_by, asked_at = excluded.asked_at
            """)
    }
}
