import Storage
import TransparencyLog

/// The check of a whole journal, offline: every entry against its leaf hash, every leaf against the tiles, and the
/// tree against everything that was signed.
///
/// The keys come from outside: a database that was tampered with must not say whom to believe.
public struct JournalAudit: Sendable {
    /// What a journal that holds has.
    public struct Account: Sendable, Hashable {
        /// The tree that was played through.
        public let head: TreeHead
        /// How many checkpoints were verified.
        public let checkpointCount: Int
        /// Entries whose personal data was erased; their hashes stand.
        public let erasedCount: Int
        /// Entries that have no place yet; at most 100,000 are counted.
        public let waitingCount: Int
    }

    private let database: Database
    private let keys: JournalKeys

    /// The check of a journal, believing these keys.
    public init(of database: Database, trusting keys: JournalKeys) {
        (self.database, self.keys) = (database, keys)
    }

    /// Checks everything.
    ///
    /// - Parameter remembered: checkpoints that were kept elsewhere: a file, a witness, a printed receipt.
    /// - Throws: ``Misfit``, the first thing that does not fit; ``LogFault`` when what was remembered is no
    ///   checkpoint of this log.
    public func run(remembered: [SignedNote] = []) async throws -> Account {
        var course = Course(heads: try remembered.map { try keys.checkpoint(in: $0).head })
        while true {
            let page = try await database.read { [index = course.tileIndex] tx in
                try Page(at: index, in: tx)
            }
            try course.play(page, trusting: keys)
            try await compare(course.above)
            if page.isLast { return try await account(course, page) }
        }
    }

    /// Full tiles above the leaves never change: one in 256 pages brings one forth.
    private func compare(_ tiles: [Tile]) async throws {
        guard !tiles.isEmpty else { return }
        try await database.read { tx in
            for tile in tiles {
                guard case .hashes(let level) = tile.path.content else { continue }
                guard try JournalTree.tile(tile.path, in: tx) == tile else {
                    throw Misfit.tile(level: level, index: tile.path.index)
                }
            }
        }
    }

    private func account(_ course: Course, _ last: Page) async throws -> Account {
        let head = try course.finish(last, trusting: keys)
        let waiting = try await database.read {
            try $0.count(
                """
                SELECT count(*) FROM (
                    SELECT id FROM journal_entry WHERE leaf_index IS NULL ORDER BY id LIMIT 100000
                ) AS waiting
                """)
        }
        return Account(
            head: head, checkpointCount: course.checkpointCount, erasedCount: course.erasedCount,
            waitingCount: waiting)
    }
}

extension JournalAudit {
    /// The first thing that does not fit.
    public enum Misfit: Error, Sendable, Hashable, CustomStringConvertible {
        /// The entry at this place is not what its leaf hash was made of.
        case content(UInt64)
        /// An entry is erased, and no entry tells of it.
        case erasure(UInt64)
        /// The entry at this place is missing, moved, inserted or changed together with its hash.
        case leaf(UInt64)
        /// An entry claims a place that the tree does not have.
        case beyond(Int64)
        /// A node above the leaves is not what they make.
        case tile(level: Int, index: UInt64)
        /// Nobody whom we believe has signed the checkpoint of this size.
        case checkpoint(UInt64, LogFault)
        /// At this size another tree was signed.
        case head(UInt64)
        /// The journal ends before a tree that was signed.
        case end(UInt64, signed: UInt64)

        /// For whoever checks.
        public var description: String {
            switch self {
            case .content(let place): "第 \(place) 条：内容与它的散列不符，内容被改动过。"
            case .erasure(let place): "第 \(place) 条：个人信息被删除，却没有相应的删除记录。"
            case .leaf(let place): "第 \(place) 条：与日志的分片不符，记录被改动、删除、插入或者调换过。"
            case .beyond(let place): "第 \(place) 条：日志里没有这个位置，记录是插入的。"
            case .tile(let level, let index): "第 \(level) 层第 \(index) 个分片：与它下面的记录不符。"
            case .checkpoint(let size, let fault): "第 \(size) 条处的检查点：\(fault.sentence)"
            case .head(let size): "前 \(size) 条：与当时签名的检查点不符，记录连同分片被改动过。"
            case .end(let size, let signed): "日志到第 \(size) 条为止，而第 \(signed) 条处签过检查点：末尾被截断过。"
            }
        }
    }
}
