import Foundation
import Logging
import Testing

@testable import App
@testable import Storage

/// Whoever starts the program is told what is wrong, and what to do about it.
@Suite("A start that cannot be")
struct StartTests {
    @Test("on a file that is no database is refused in plain words, and the file stays as it was")
    func noDatabase() async throws {
        try await withFolder { folder in
            let file = folder.appending(path: "minben.sqlite")
            let content = Data(repeating: 0xA5, count: 20_000)
            try content.write(to: file)
            let words = await words(startingIn: folder)
            #expect(words.hasPrefix("数据库文件已损坏或不是数据库（"), "\(words)")
            #expect(words.hasSuffix("请保留原文件，从备份恢复。"))
            let kept = try Data(contentsOf: file)
            #expect(kept == content)
        }
    }

    @Test("with a folder in place of the database is refused in plain words")
    func folderInstead() async throws {
        try await withFolder { folder in
            try FileManager.default.createDirectory(
                at: folder.appending(path: "minben.sqlite"), withIntermediateDirectories: true)
            let words = await words(startingIn: folder)
            #expect(words.hasPrefix("数据库的文件打不开或磁盘出错（"), "\(words)")
        }
    }

    @Test("with a file where the data directory should be is refused in plain words")
    func fileInstead() async throws {
        try await withFolder { folder in
            let file = folder.appending(path: "data")
            try Data("x".utf8).write(to: file)
            let words = await words(startingIn: file.appending(path: "below"))
            #expect(words.hasPrefix("配置有误：数据目录 \(file.path)/below 建不了："), "\(words)")
        }
    }

    @Test("on a server that is not there is refused in plain words")
    func noServer() async throws {
        try await withFolder { folder in
            let words = await words(startingIn: folder, database: "postgres://nobody@127.0.0.1:1/none")
            #expect(words.hasPrefix("连接不上数据库："), "\(words)")
        }
    }

    @Test(
        "because the server has no connection left says which settings count",
        arguments: [
            "FATAL:  sorry, too many clients already", "FATAL:  too many connections for role \"minben\"",
            "FATAL:  remaining connection slots are reserved for non-replication superuser connections",
        ])
    func noConnection(_ answer: String) {
        let words = "\(UnusableDatabase(cause: .unreachable(answer)))"
        #expect(words.contains("max_connections") && words.contains("database_connections"))
        #expect(words.contains(answer))
    }

    private func words(startingIn folder: URL, database: String = "") async -> String {
        var configuration = Configuration()
        configuration.dataDirectory = folder.path
        configuration.database = database
        do {
            _ = try await Installation.open(configuration, logger: Logger(label: "test"))
            return "it started"
        } catch { return "\(error)" }
    }

    private func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "minben-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try await body(folder)
    }
}
