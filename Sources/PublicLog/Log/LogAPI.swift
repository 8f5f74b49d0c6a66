import Journal
import Refusals
import Storage
import TransparencyLog
import Web

/// The log as monitors, witnesses and auditors read it (C2SP tlog-tiles). Entries are not served, against that standard:
/// they hold personal data.
struct LogAPI: Sendable {
    /// The most parts the place of a tile has: as many as 256 thousand million entries need.
    private static let tileParts = 4
    private static let yearSeconds = 31_536_000

    let keys: JournalKeys?
    let database: Database

    var routes: [Route] {
        [
            .get(LogPath.checkpoint, .anyone, "日志的最新检查点", api: Self.operation("readCheckpoint")) { _, _ in
                try await checkpoint()
            },
            .get(LogPath.consistency, .anyone, "日志的一致性证明", api: Self.consistency) { request, _ in
                try await consistency(request)
            },
            .get(LogPath.key, .anyone, "日志的验证公钥", api: Self.operation("readJournalKeys")) { _, _ in
                let lines = try published().verifiers.map { "\($0.key)\n" }
                return WebResponse.text(lines.joined()).published(forSeconds: 3_600)
            },
        ] + (1...Self.tileParts).map(tileRoute)
    }

    private func tileRoute(parts: Int) -> Route {
        .get(
            LogPath.tile(parts: parts), .anyone, "日志的分片",
            api: Self.operation(parts == 1 ? "readTile" : "readTile\(parts)")
        ) { request, _ in
            let names = ["level"] + (1...parts).map { "part\($0)" }
            return try await tile(names.map(request.parameter).joined(separator: "/"))
        }
    }

    private func checkpoint() async throws -> WebResponse {
        _ = try published()
        guard let newest = try await database.read(StoredCheckpoint.newest) else { throw Self.empty }
        return WebResponse.text(newest.note.description).published(forSeconds: 2)
    }

    /// Only as far as the newest checkpoint reaches: nothing becomes known that nobody vouches for.
    private func tile(_ place: String) async throws -> WebResponse {
        _ = try published()
        guard let path = TilePath("tile/" + place), case .hashes(let level) = path.content, level < 8 else {
            throw Self.noTile
        }
        let tile = try await database.read { tx in
            let size = try StoredCheckpoint.newest(in: tx)?.size ?? 0
            guard path.isWithin(size, level: level) else { return Tile?.none }
            return try JournalTree.tile(path, in: tx)
        }
        guard let tile else { throw Self.noTile }
        return WebResponse.bytes(Array(tile.bytes), contentType: "application/octet-stream")
            .published(forSeconds: Self.yearSeconds, isImmutable: true)
    }

    private func consistency(_ request: WebRequest) async throws -> WebResponse {
        _ = try published()
        let (from, to) = (try request.size("from"), try request.size("to"))
        let proof = try await database.read { tx in
            for size in [from, to] where try StoredCheckpoint.of(size: size, in: tx) == nil {
                throw DomainError.notFound("没有 \(size) 条处的检查点，只能证明两个检查点之间的一致性。")
            }
            guard from <= to else { throw DomainError.invalid("from", "from 不能大于 to。") }
            var reader = JournalTree.reader(size: to, in: tx)
            return try reader.consistencyProof(from: from)
        }
        return try WebResponse.json(ConsistencyDocument(from: from, to: to, proof))
            .published(forSeconds: Self.yearSeconds)
    }

    private func published() throws -> JournalKeys {
        guard let keys else { throw DomainError.notFound("本站没有公布日志。") }
        return keys
    }

    private static let empty = DomainError.notFound("日志还没有检查点。")
    private static let noTile = DomainError.notFound("日志里没有这个分片。")

    private static func operation(_ id: String) -> APIOperation {
        APIOperation(id: id, tag: "日志", responses: [200: nil])
    }

    private static let consistency = APIOperation(
        id: "proveConsistency", tag: "日志",
        parameters: [
            .query("from", "较早检查点的条数", .whole(1...Int(Int32.max))),
            .query("to", "较晚检查点的条数", .whole(1...Int(Int32.max))),
        ],
        responses: [200: ConsistencyDocument.schema])
}

extension TilePath {
    /// Whether the tree of that size has the whole of it.
    fileprivate func isWithin(_ size: UInt64, level: Int) -> Bool {
        let nodes = size >> (8 * UInt64(level))
        guard index <= nodes >> 8 else { return false }
        return index << 8 + UInt64(width) <= nodes
    }
}

extension WebRequest {
    /// A size of a log in the query. Throws `invalid` for anything else.
    fileprivate func size(_ name: String) throws -> UInt64 {
        guard let text = query(name), let size = UInt64(text), size > 0, size <= UInt64(Int64.max) else {
            throw DomainError.invalid(name, "\(name) 应为一个检查点的条数。")
        }
        return size
    }
}

extension WebResponse {
    /// For everybody, also for pages and caches of others.
    func published(forSeconds seconds: Int, isImmutable: Bool = false) -> WebResponse {
        header("Cache-Control", "public, max-age=\(seconds)" + (isImmutable ? ", immutable" : ""))
            .header("Access-Control-Allow-Origin", "*")
            .header("Cross-Origin-Resource-Policy", "cross-origin")
    }
}
