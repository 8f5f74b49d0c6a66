import Foundation
import Storage
import WorkingTime

extension FileStore {
    /// How many of the latest uploads are looked for before a store that was never used is taken for the right one.
    private static let sampleSize = 5

    /// Makes sure that this store is the one the database's uploads lie in, and records it at its first use.
    ///
    /// A node with a store of its own would not find what the others took in, and nobody would notice before the
    /// first download. So every store has an identity that goes with it wherever it is moved, and the database
    /// knows which one it belongs to.
    ///
    /// Throws ``UnusableStore``, which says what to do.
    public func requireOwnStore(at now: Instant) async throws {
        let known = try await database.read { try Self.recorded(in: $0) }
        var held = try await contents.identity()
        if known == nil, held == nil {
            try await requireContents()
            try await contents.claim(UUID().uuidString.lowercased())
            // Of nodes that start together, one has claimed it; and it reads what the others read.
            held = try await contents.identity()
        }
        let own = try await known == nil ? record(held, at: now) : known
        guard let own, held == own else { throw UnusableStore.foreign(contents.location, own, held) }
    }

    /// Uploads that nobody finds here were kept elsewhere.
    private func requireContents() async throws {
        let latest = try await database.read { transaction in
            try transaction.rows(
                "SELECT sha256, size FROM file_object ORDER BY id DESC LIMIT \(Self.sampleSize)"
            ).map { Content(sha256: try $0.text("sha256"), sizeBytes: try $0.int("size")) }
        }
        for content in latest where try await contents.holds(content) { return }
        guard latest.isEmpty else { throw UnusableStore.empty(contents.location, missing: latest.count) }
    }

    private func record(_ held: String?, at now: Instant) async throws -> String? {
        guard let held else { return nil }
        return try await database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO file_store (id, identity, recorded_at) VALUES (1, \(held), \(now))
                ON CONFLICT (id) DO NOTHING
                """)
            return try Self.recorded(in: transaction)
        }
    }

    private static func recorded(in transaction: Transaction) throws -> String? {
        try transaction.row("SELECT identity FROM file_store WHERE id = 1")?.text("identity")
    }
}

extension UnusableStore {
    static func foreign(_ location: String, _ own: String?, _ held: String?) -> UnusableStore {
        let here = held.map { "这里的是 \($0)" } ?? "这里没有标识"
        return UnusableStore(
            description: """
                文件存储 \(location) 不是这个安装的：数据库记录的存储标识是 \(own ?? "（无）")，\(here)。\
                在这里看不到别的节点收下的文件，所以不启动。
                · 几个节点要共用一个存储：files 都写同一个存储桶，或把同一个共享目录挂到各节点的数据目录。
                · 刚搬过或恢复过文件：把存储中的 \(ContentPath.identity) 和 content 一起复制过来。
                · 确认文件都在这里、只是标识没有了：把 \(own ?? "标识") 写进 \(location) 的 \(ContentPath.identity)，再启动。
                """)
    }

    static func empty(_ location: String, missing: Int) -> UnusableStore {
        UnusableStore(
            description: """
                文件存储 \(location) 里没有这个安装的文件：数据库里最近的 \(missing) 个上传在这里都找不到，所以不启动。
                · 多半是存储桶写错、共享目录没有挂上，或者恢复时漏了文件：把存储中的 content 和 \(ContentPath.identity) 放回这里。
                · 文件确实已经丢失，仍要启动：在 \(location) 中放一个名为 \(ContentPath.identity) 的文件，写一个自定的标识。
                """)
    }
}
