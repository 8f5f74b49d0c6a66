import Foundation
import Refusals
import Storage
import Testing

/// The disk is full, read-only or damaged: everybody is told, nothing is half there, and it goes on by itself.
@Suite("When the disk fails")
struct FaultTests {
    @Test(
        "for want of room, every write of the group is told so, and none is acknowledged; with room it goes on"
    )
    func full() async throws {
        try await withDatabaseFile { database, _ in
            try await setRoom(3, in: database)
            let refusals = await outcomes(of: 60, in: database)
            #expect(refusals.contains { $0 == DatabaseUnavailable(.full) })
            let kept = try await database.read { try $0.people() }.count
            #expect(kept == refusals.count { $0 == nil })
            try await setRoom(100_000, in: database)
            try await database.write { try $0.add(person: 9_999, "陈静") }
        }
    }

    @Test("because it may not be written to, reading goes on")
    func readOnly() async throws {
        try await withDatabaseFile { database, _ in
            try await database.write { try $0.add(person: 1, "陈静") }
            _ = try await database.write { try $0.rows("PRAGMA query_only = 1") }
            await #expect(throws: DatabaseUnavailable(.readOnly)) {
                try await database.write { try $0.add(person: 2, "李敏") }
            }
            #expect(try await database.read { try $0.people() } == ["陈静"])
        }
    }

    @Test("because the file was damaged, whoever reads is told to come back, and not shown what is wrong")
    func damaged() async throws {
        try await withDatabaseFile { database, path in
            try await database.write { tx in
                // More than the log holds before it is carried over into the file itself.
                for id in Int64(1)...2_000 {
                    try tx.add(person: id, "住户\(id)" + String(repeating: "长", count: 2_000))
                }
            }
            try await database.write { try $0.add(person: 9_999, "陈静") }
            try database.close()
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            let pages = try file.seekToEnd() / 4_096
            #expect(pages > 20)
            for page in 2..<pages {
                try file.seek(toOffset: page * 4_096)
                try file.write(contentsOf: Data(repeating: 0xA5, count: 2_048))
            }
            try file.close()
            let again = try Database.sqlite(at: path)
            let error = await #expect(throws: DatabaseUnavailable.self) {
                try await again.read { try $0.rows("SELECT * FROM person") }
            }
            #expect(error?.sentence == "系统暂时不能保存新的内容，请过几分钟再试。已经办理的事项不受影响。")
            try again.close()
        }
    }

    private func setRoom(_ pages: Int, in database: Database) async throws {
        _ = try await database.write { tx in
            let used = try tx.count("PRAGMA page_count")
            return pages > 1_000
                ? try tx.rows("PRAGMA max_page_count = 1073741823") : try Self.limit(used + pages, tx)
        }
    }

    private static func limit(_ pages: Int, _ tx: Transaction) throws -> [Row] {
        // A pragma takes no bound values.
        switch pages {
        case ..<12: try tx.rows("PRAGMA max_page_count = 12")
        case ..<16: try tx.rows("PRAGMA max_page_count = 16")
        default: try tx.rows("PRAGMA max_page_count = 24")
        }
    }

    /// Writes so many long rows at once; nil for each that was acknowledged.
    private func outcomes(of count: Int, in database: Database) async -> [DatabaseUnavailable?] {
        await withTaskGroup(of: DatabaseUnavailable?.self) { group in
            for id in 1...count {
                group.addTask {
                    do {
                        try await database.write { tx in
                            try tx.add(person: Int64(id), "住户\(id)" + String(repeating: "长", count: 2_000))
                        }
                        return nil
                    } catch { return error as? DatabaseUnavailable ?? DatabaseUnavailable(.busy) }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }
}
